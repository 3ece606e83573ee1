#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Dates as the service writes and reads them.
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
    let full = text.utf8.count == 10 ? text + "T00:00:00Z" : text
    return try? Date(full, strategy: Date.ISO8601FormatStyle())
  }

  /// Reads one of the contract's spellings of an anniversary and writes it as `2006-11-15`.
  static func anniversary(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" }).map(String.init)
    let numbers = parts.compactMap(Int.init)
    guard numbers.count == 3, parts.count == 3 else { return nil }
    let (year, month, day) =
      parts[0].count == 4 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[0], numbers[1])
    guard (1_000...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
