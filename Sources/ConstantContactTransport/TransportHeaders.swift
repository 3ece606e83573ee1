/// The header fields of a request or a response: ordered, repeatable, names compared without regard to case.
///
/// Printing it shows names only for fields that may carry a secret (`Authorization`, `Cookie`, `Set-Cookie`,
/// `x-api-key` and the like), so that a logged request gives nothing away.
public struct TransportHeaders: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name as it was given.
    public let name: String
    /// The value as it was given.
    public let value: String
  }

  /// The fields in order.
  public private(set) var fields: [Field] = []

  /// Makes an empty collection.
  public init() {}

  /// Makes a collection from name and value pairs, in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  /// The field's value: repeated fields joined by `, `. Setting replaces every field of that name; `nil` removes them.
  public subscript(_ name: String) -> String? {
    get {
      let found = values(named: name)
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    set {
      let key = name.lowercased()
      fields.removeAll { $0.name.lowercased() == key }
      if let newValue { append(name, newValue) }
    }
  }

  /// Every value given for a name, in order.
  public func values(named name: String) -> [String] {
    let key = name.lowercased()
    return fields.filter { $0.name.lowercased() == key }.map(\.value)
  }

  /// Adds a field after those that are there.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// The first field that cannot be sent as it is: an empty or non-token name, or a value with a control
  /// character or a character outside ASCII. `nil` when all is well.
  package var firstUnsendableName: String? {
    for field in fields {
      let nameIsToken = !field.name.isEmpty && field.name.utf8.allSatisfy(Self.isTokenByte)
      let valueIsPlain = field.value.utf8.allSatisfy { $0 == 0x09 || (0x20...0x7E).contains($0) }
      if !nameIsToken || !valueIsPlain { return field.name }
    }
    return nil
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static let secretNames: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "location",
  ]
}

extension TransportHeaders.Field: Redacting {
  /// `name: value`, the value left out where it may be a secret.
  public var description: String { "\(name): \(isSecret ? "<redacted>" : value)" }

  private var isSecret: Bool { TransportHeaders.isSecret(name: name) }
}

extension TransportHeaders: Redacting {
  /// The fields, secret values left out.
  public var description: String { "[" + fields.map(\.description).joined(separator: ", ") + "]" }

  static func isSecret(name: String) -> Bool { secretNames.contains(name.lowercased()) }
}
