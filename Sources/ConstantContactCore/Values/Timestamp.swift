#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A point in time as the service wrote it.
///
/// The service spells dates in at least seven ways (`2026-04-28T21:46:22Z`, `…+0000`, `2016-07-08`, `2023-01-23 06:09:23
/// -0800`), some of which no formatter takes. The text is kept as it came, and ``date`` reads it when asked: an odd
/// date is a `nil`, never a page that cannot be decoded.
public struct Timestamp: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The service's own text.
  public let text: String

  /// Keeps a text.
  public init(text: String) { self.text = text }

  /// Writes a date in UTC, as `2026-04-28T21:46:22Z`, with milliseconds when there are some.
  public init(_ date: Date) { text = TimestampText.format(date) }

  /// The date, or `nil` when the text is none that the service is known to use. A date without a time is its midnight
  /// in UTC.
  public var date: Date? { TimestampText.parse(text) }

  /// Decodes a string, or a number, whose digits are kept.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(LenientText.self).text
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// The service's own text.
  public var description: String { text }
}
