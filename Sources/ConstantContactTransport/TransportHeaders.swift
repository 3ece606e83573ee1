/// The header fields of a request or a response: ordered, repeatable, with case-insensitive names.
///
/// The values of fields that may contain a secret (`Authorization`, `Cookie`, `Set-Cookie`, `x-api-key`, `Location` and
/// `Proxy-Authorization`) are redacted when the collection is printed.
public struct TransportHeaders: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name, in its original spelling.
    public let name: String
    /// The value.
    public let value: String
  }

  /// The fields in order.
  public private(set) var fields: [Field] = []

  /// Creates an empty collection.
  public init() {}

  /// Creates a collection from name and value pairs, in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  /// The value of a field, repeated fields joined by `, `. Setting it replaces every field of that name; `nil` removes them.
  public subscript(_ name: String) -> String? {
    get {
      let found = values(named: name)
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    set {
      fields.removeAll { Self.isSameName($0.name, name) }
      if let newValue { append(name, newValue) }
    }
  }

  /// Returns every value of a field, in order.
  public func values(named name: String) -> [String] {
    fields.filter { Self.isSameName($0.name, name) }.map(\.value)
  }

  /// Appends a field.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Compares names without allocating: a response may carry thousands of fields.
  static func isSameName(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8) { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static let secretNames = [
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "location",
  ]
}

extension TransportHeaders.Field: Redacting {
  /// `name: value`, with the value redacted where it may be a secret.
  public var description: String {
    "\(name): \(TransportHeaders.isSecret(name: name) ? "<redacted>" : value)"
  }
}

extension TransportHeaders: Redacting {
  /// The fields, with secret values redacted.
  public var description: String { "[" + fields.map(\.description).joined(separator: ", ") + "]" }

  static func isSecret(name: String) -> Bool { secretNames.contains { isSameName($0, name) } }
}
