/// The rules for a contact's birthday and anniversary.
package enum ContactDates {
  /// Whether a birthday exists in some year: February has 29 days.
  package static func isBirthday(month: Int, day: Int) -> Bool {
    (1...12).contains(month) && (1...days(inMonth: month, isLeapYear: true)).contains(day)
  }

  /// Whether text is a date in one of the forms that the API accepts for an anniversary: `11/15/2006`, `2006/11/15`,
  /// `2006-11-15` or `11-15-2006`, where month and day may have one digit.
  package static func isAnniversary(_ text: String) -> Bool {
    let separator: Character = text.contains("/") ? "/" : "-"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) }) else {
      return false
    }
    let isYearFirst = parts[0].count == 4
    let yearText = isYearFirst ? parts[0] : parts[2]
    let monthAndDay = isYearFirst ? parts[1...2] : parts[0...1]
    guard yearText.count == 4, let year = Int(yearText), year > 0, monthAndDay.allSatisfy({ $0.count <= 2 }),
      let month = monthAndDay.first.flatMap({ Int($0) }), let day = monthAndDay.last.flatMap({ Int($0) })
    else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return (1...12).contains(month) && (1...days(inMonth: month, isLeapYear: isLeapYear)).contains(day)
  }

  /// The number of days in a month from 1 to 12.
  private static func days(inMonth month: Int, isLeapYear: Bool) -> Int {
    switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) && character.isASCII }
}
