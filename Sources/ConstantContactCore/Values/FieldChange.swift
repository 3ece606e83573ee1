/// What an update does to a value: leave it, set it, or take it away.
///
/// An optional cannot tell "not mentioned" from "emptied"; the service does.
///
/// ```swift
/// var replacement = ContactReplacement(email: "ann@example.com")
/// replacement.phoneNumbers = .keep    // the numbers stay
/// replacement.phoneNumbers = []       // the numbers go
/// ```
public enum FieldChange<Value> {
  /// Leave what is there. The property is not sent.
  case keep
  /// Put this in its place.
  case set(Value)
  /// Take it away. The property is sent as `null`.
  case clear

  /// Whether the property is left as it is.
  public var isKeep: Bool {
    if case .keep = self { true } else { false }
  }

  /// The new value, when there is one.
  public var value: Value? {
    if case .set(let value) = self { value } else { nil }
  }

  /// The value after the change.
  public func applied(to current: Value?) -> Value? {
    switch self {
    case .keep: current
    case .set(let value): value
    case .clear: nil
    }
  }
}

extension FieldChange: Sendable where Value: Sendable {}
extension FieldChange: Equatable where Value: Equatable {}
extension FieldChange: Hashable where Value: Hashable {}

extension FieldChange: ExpressibleByNilLiteral {
  /// `nil` clears.
  public init(nilLiteral: ()) { self = .clear }
}

extension FieldChange: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
  /// A literal sets.
  public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
    self = .set(Value(unicodeScalarLiteral: value))
  }
}

extension FieldChange: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A literal sets.
  public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
    self = .set(Value(extendedGraphemeClusterLiteral: value))
  }
}

extension FieldChange: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
  /// A literal sets.
  public init(stringLiteral value: Value.StringLiteralType) { self = .set(Value(stringLiteral: value)) }
}

extension FieldChange: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
  /// A literal sets.
  public init(arrayLiteral elements: Value.Element...) { self = .set(Value(elements)) }
}

extension KeyedEncodingContainer {
  /// Encodes a change: nothing for `keep`, `null` for `clear`. Synthesised `Encodable` conformances find this overload.
  public mutating func encode<Value: Encodable>(_ change: FieldChange<Value>, forKey key: Key) throws {
    switch change {
    case .keep: break
    case .set(let value): try encode(value, forKey: key)
    case .clear: try encodeNil(forKey: key)
    }
  }
}

extension FieldChange: Encodable where Value: Encodable {
  /// Encodes the value, or `null`. In a keyed container `keep` leaves the key out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .set(let value): try container.encode(value)
    case .keep, .clear: try container.encodeNil()
    }
  }
}
