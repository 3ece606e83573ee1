/// A string of a set that Constant Contact may extend: an ID, a status, a kind.
///
/// Known values are static members. Unknown values are kept and encoded unchanged. Compare values, or `switch` over the closed `kind`
/// of the types that have one.
public protocol OpenValue: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible, CodingKeyRepresentable
where RawValue == String {
  /// Creates a value from its raw API string.
  init(rawValue: String)
}

extension OpenValue {
  /// Creates a value from its raw API string.
  public init(_ rawValue: String) { self.init(rawValue: rawValue) }

  /// Creates a value from its raw API string.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Decodes a string, or a number, which the API sometimes sends instead.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try LenientText(from: decoder).text)
  }

  /// Encodes the raw API string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The raw API string.
  public var description: String { rawValue }

  /// The raw API string as a key of a JSON object.
  public var codingKey: any CodingKey { TextKey(rawValue) }

  /// Creates a value from a key of a JSON object.
  public init?(codingKey: some CodingKey) { self.init(rawValue: codingKey.stringValue) }
}
