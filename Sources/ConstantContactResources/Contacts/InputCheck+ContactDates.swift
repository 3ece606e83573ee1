internal import ConstantContactCore

extension InputCheck {
  /// - Throws: When only one of month and day is set, or when they are not a day of the year.
  func birthday(month: Int?, day: Int?, in place: String = "") throws {
    try range("\(place)birthday_month", month, 1...12)
    try range("\(place)birthday_day", day, 1...31)
    try require(
      (month == nil) == (day == nil), "`\(place)birthday_month` and `\(place)birthday_day` must be set together")
    guard let month, let day else { return }
    try require(
      ContactDates.isBirthday(month: month, day: day),
      "`\(place)birthday_day` is \(day), which month \(month) does not have")
  }

  /// - Throws: When text is not a date in one of the forms that the API accepts.
  func anniversary(_ field: String, _ text: String?) throws {
    try require(
      text.map(ContactDates.isAnniversary) ?? true, "`\(field)` is not a date; use the form 2006-11-15 or 11/15/2006")
  }
}
