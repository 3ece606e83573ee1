#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Dates as the API writes and reads them.
enum WireDate {
  /// `2026-04-28T21:46:22Z`
  static func timestamp(_ date: Date) -> JSON { .string(text(date)) }

  /// `2026-04-28`, as a deleted contact has it.
  static func day(_ date: Date) -> JSON { .string(String(text(date).prefix(10))) }

  /// A page of contacts has thousands of dates, for which Foundation's formatter is too slow.
  private static func text(_ date: Date) -> String {
    let seconds = epoch(date)
    // From the year 1600, since Foundation uses the Julian calendar before 1582, to 9999.
    guard (-11_676_096_000...253_402_214_400).contains(seconds) else { return date.formatted(.iso8601) }
    let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    let time = seconds - days * 86_400
    let (year, month, day) = civil(days: days)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    func append(_ number: Int, digits: Int, then separator: Unicode.Scalar) {
      var place = 1
      for _ in 1..<digits { place *= 10 }
      while place > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(number / place % 10))
        place /= 10
      }
      bytes.append(UInt8(ascii: separator))
    }
    append(year, digits: 4, then: "-")
    append(month, digits: 2, then: "-")
    append(day, digits: 2, then: "T")
    append(time / 3_600, digits: 2, then: ":")
    append(time / 60 % 60, digits: 2, then: ":")
    append(time % 60, digits: 2, then: "Z")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the Gregorian date of a number of days since 1970. The year of the computation starts in March.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * index + 2) / 5 + 1)
  }

  /// The date without its fraction of a second, which the wire format does not carry.
  static func wholeSecond(_ date: Date) -> Date {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }

  /// Reads an ISO-8601 date and time, with or without a fraction, or a date alone.
  static func parse(_ text: String) -> Date? {
    // Foundation accepts years of any length.
    guard text.utf8.count <= 40, text.dropFirst(4).first == "-" else { return nil }
    let full = text.utf8.count == 10 ? text + "T00:00:00Z" : text
    return (try? Date(full, strategy: Date.ISO8601FormatStyle()))
      ?? (try? Date(full, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }

  /// Reads one of the contract's spellings of an anniversary and returns it as `2006-11-15`.
  ///
  /// The spellings are `MM/DD/YYYY`, `YYYY/MM/DD`, `YYYY-MM-DD` and `MM-DD-YYYY`, the month and day with one digit or two.
  static func anniversary(_ text: String) -> String? {
    let separator: Character = text.contains("/") ? "/" : "-"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard text.utf8.count <= 10, parts.count == 3,
      parts.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } })
    else { return nil }
    let isYearFirst = parts[0].count == 4
    let texts = isYearFirst ? [parts[0], parts[1], parts[2]] : [parts[2], parts[0], parts[1]]
    guard texts[0].count == 4, texts[1].count <= 2, texts[2].count <= 2, let year = Int(texts[0]),
      let month = Int(texts[1]), let day = Int(texts[2]), year > 0, (1...12).contains(month),
      (1...days(in: month, of: year)).contains(day)
    else { return nil }
    return "\(texts[0])-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whole seconds of a duration, for properties such as `expires_in`.
  static func seconds(_ duration: Duration) -> Int { integer(duration / .seconds(1)) }

  /// Whole seconds since 1970, as a token's claims have them.
  static func epoch(_ date: Date) -> Int { integer(date.timeIntervalSince1970) }

  /// Extreme times that a test configures must not trap.
  private static func integer(_ value: Double) -> Int {
    Int(exactly: min(max(value, -9e15), 9e15).rounded(.down)) ?? 0
  }
}
