internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A JSON value of any type.
///
/// It stands for what the library has no model for.
public enum RawJSON: Sendable, Hashable, Codable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// An integer of at most 64 bits. As a `Double`, an ID could lose digits.
  case integer(Int64)
  /// Any other number.
  case number(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([RawJSON])
  /// An object.
  case object([String: RawJSON])

  /// How deep arrays and objects may be nested. Deeper ones could overflow the stack of a thread.
  private static let maximumDepth = 64

  /// Decodes any JSON value.
  ///
  /// - Throws: `DecodingError` when arrays and objects are nested more than 64 levels deep.
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONTapeDecoder {
      guard let json = RawJSON(decoder.node) else {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a value that nothing can hold"))
      }
      self = json
      return
    }
    // The most common kinds come first: finding out that a value is of another kind throws an error.
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let object = try? decoder.container(keyedBy: TextKey.self) {
      try Self.checkDepth(decoder)
      var members: [String: RawJSON] = [:]
      for key in object.allKeys { members[key.stringValue] = try object.decode(RawJSON.self, forKey: key) }
      self = .object(members)
    } else if var array = try? decoder.unkeyedContainer() {
      try Self.checkDepth(decoder)
      var elements: [RawJSON] = []
      while !array.isAtEnd { elements.append(try array.decode(RawJSON.self)) }
      self = .array(elements)
    } else if let number = try? value.decode(Int64.self) {
      self = .integer(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .bool(try value.decode(Bool.self))
    }
  }

  /// Creates a value; `nil` when it, or a value inside it, cannot be read.
  init?(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .string, .escapedString: self = .string(node.text ?? "")
    case .number:
      if let number = node.integer(as: Int64.self) {
        self = .integer(number)
      } else {
        guard let number = node.double else { return nil }
        self = .number(number)
      }
    case .array:
      var elements: [RawJSON] = []
      elements.reserveCapacity(node.count)
      var isReadable = true
      _ = node.forEachElement { element in
        guard isReadable, let json = RawJSON(element) else { return isReadable = false }
        elements.append(json)
      }
      guard isReadable else { return nil }
      self = .array(elements)
    case .object:
      var members: [String: RawJSON] = [:]
      var isReadable = true
      _ = node.forEachMember { name, member in
        guard isReadable, let json = RawJSON(member) else { return isReadable = false }
        members[name] = json
      }
      guard isReadable else { return nil }
      self = .object(members)
    case .damaged: return nil
    }
  }

  private static func checkDepth(_ decoder: any Decoder) throws {
    guard decoder.codingPath.count < maximumDepth else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "nested more than \(maximumDepth) levels deep"))
    }
  }

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// The member of an object; `nil` when the value is not an object or has no such member.
  public subscript(key: String) -> RawJSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text of a string; `nil` for any other value.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// Decodes a typed value from this one.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONCoding.decode(JSONEncoder().encode(self))
  }
}

extension RawJSON: TapeReading {}
