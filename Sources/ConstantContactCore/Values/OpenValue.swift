/// A string the service chooses from a set that may grow: an identifier, a status, a kind.
///
/// Known values are static members, unknown ones are kept as they came and are written back unchanged. Compare values, or
/// `switch` over the closed `kind` that a type offers where people want to.
public protocol OpenValue: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible, CodingKeyRepresentable
where RawValue == String {
  /// Makes a value from the service's own text.
  init(rawValue: String)
}

extension OpenValue {
  /// Makes a value from the service's own text.
  public init(_ rawValue: String) { self.init(rawValue: rawValue) }

  /// Makes a value from the service's own text.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Decodes a string, or a number, which the service sometimes sends in its place.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(LenientText.self).text)
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The service's own text.
  public var description: String { rawValue }

  /// The text as a key of a JSON object.
  public var codingKey: any CodingKey { TextKey(rawValue) }

  /// Makes a value from a key of a JSON object.
  public init?(codingKey: some CodingKey) { self.init(rawValue: codingKey.stringValue) }
}

/// A JSON key of any text.
package struct TextKey: CodingKey {
  package let stringValue: String
  package var intValue: Int? { nil }
  package init(_ text: String) { stringValue = text }
  package init?(stringValue: String) { self.stringValue = stringValue }
  package init?(intValue: Int) { stringValue = String(intValue) }
}
