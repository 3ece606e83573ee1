#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A point in time with its raw API text.
///
/// The API spells dates in at least seven ways (`2026-04-28T21:46:22Z`, `…+0000`, `2016-07-08`, `2023-01-23 06:09:23
/// -0800`), some of which no formatter reads. The text is kept unchanged, and ``date`` parses it when it is used: an unknown spelling
/// is a `nil` date, never a response that cannot be decoded.
public struct Timestamp: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The raw API text.
  public let text: String

  /// Creates a timestamp from its raw API text.
  public init(text: String) { self.text = text }

  /// Creates a timestamp in UTC, such as `2026-04-28T21:46:22Z`, with milliseconds if they are not zero.
  ///
  /// - Parameter date: The date. Outside the years 1 to 9999 it is replaced by the nearest date inside.
  public init(_ date: Date) { text = TimestampText.format(date) }

  /// The date, or `nil` when the spelling is unknown. A text without a time is midnight in UTC.
  public var date: Date? { TimestampText.parse(text) }

  /// Decodes a string, or the digits of a number.
  public init(from decoder: any Decoder) throws {
    text = try LenientText(from: decoder).text
  }

  /// Encodes the raw API text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// The raw API text.
  public var description: String { text }
}

extension Timestamp: TapeReading {}
