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
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else {
      guard decoder.codingPath.count < Self.maximumDepth else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "nested more than \(Self.maximumDepth) levels deep")
      }
      self = try Self.nested(in: container)
    }
  }

  /// Decodes an array or an object. An error inside an array is not taken for the absence of an array.
  private static func nested(in container: any SingleValueDecodingContainer) throws -> RawJSON {
    do {
      return .array(try container.decode([RawJSON].self))
    } catch DecodingError.typeMismatch(_, let context) where context.codingPath.count == container.codingPath.count {
      return .object(try container.decode([String: RawJSON].self))
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
