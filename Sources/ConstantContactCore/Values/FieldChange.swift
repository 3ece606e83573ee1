/// A change of one property in an update: keep it, set it, or clear it.
///
/// The API distinguishes a property that is missing from one that is `null`; an optional does not.
///
/// ```swift
/// let change = FieldChange.set("Director")
/// print(change.applied(to: "Manager") ?? "")  // Director
/// ```
public enum FieldChange<Value> {
  /// The value stays unchanged: the property is not sent.
  case keep
  /// The value is replaced.
  case set(Value)
  /// The value is removed: the property is sent as `null`.
  case clear

  /// Whether the value stays unchanged.
  public var isKeep: Bool {
    if case .keep = self { true } else { false }
  }

  /// The new value; `nil` for `keep` and `clear`.
  public var value: Value? {
    if case .set(let value) = self { value } else { nil }
  }

  /// Returns the value after the change.
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
  /// Creates a change that clears the value.
  public init(nilLiteral: ()) { self = .clear }
}

extension FieldChange: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
  /// Creates a change that sets the value.
  public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
    self = .set(Value(unicodeScalarLiteral: value))
  }
}

extension FieldChange: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
  /// Creates a change that sets the value.
  public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
    self = .set(Value(extendedGraphemeClusterLiteral: value))
  }
}

extension FieldChange: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
  /// Creates a change that sets the value.
  public init(stringLiteral value: Value.StringLiteralType) { self = .set(Value(stringLiteral: value)) }
}

extension FieldChange: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
  /// Creates a change that sets the value.
  public init(arrayLiteral elements: Value.Element...) { self = .set(Value(elements)) }
}

extension KeyedEncodingContainer {
  /// Encodes a change: nothing for `keep`, `null` for `clear`. Synthesized `Encodable` conformances use this overload.
  public mutating func encode<Value: Encodable>(_ change: FieldChange<Value>, forKey key: Key) throws {
    switch change {
    case .keep: break
    case .set(let value): try encode(value, forKey: key)
    case .clear: try encodeNil(forKey: key)
    }
  }
}

extension FieldChange: Encodable where Value: Encodable {
  /// Encodes the value, or `null`. In a keyed container, `keep` omits the key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .set(let value): try container.encode(value)
    case .keep, .clear: try container.encodeNil()
    }
  }
}
