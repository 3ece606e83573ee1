#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Dates as the API writes and reads them.
enum WireDate {
  /// `2026-04-28T21:46:22Z`
  static func timestamp(_ date: Date) -> JSON { .string(date.formatted(.iso8601)) }

  /// `2026-04-28`, as a deleted contact has it.
  static func day(_ date: Date) -> JSON { .string(String(date.formatted(.iso8601).prefix(10))) }

  /// The date without its fraction of a second, which the wire format does not carry.
  static func wholeSecond(_ date: Date) -> Date {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
  }

  /// Reads an ISO-8601 date and time, with or without a fraction, or a date alone.
  static func parse(_ text: String) -> Date? {
    // Foundation accepts years of any length.
    guard text.utf8.count <= 40, text.dropFirst(4).first == "-" else { return nil }
    let full = text.utf8.count == 10 ? text + "T00:00:00Z" : text
    return try? Date(full, strategy: Date.ISO8601FormatStyle())
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
