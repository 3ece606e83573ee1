import ConstantContactKit
@_spi(Reflection) import Swift

/// The scalar values in a decoded model, as text. Custom mirrors, which may hide personal data, are bypassed.
enum Leaves {
  static func of(_ value: Any) -> Set<String> {
    var found: Set<String> = []
    collect(value, into: &found)
    return found
  }

  /// The scalar values of a JSON value, without the links between pages.
  static func of(_ json: RawJSON) -> Set<String> {
    switch json {
    case .null: []
    case .bool(let value): [String(value)]
    case .integer(let value): [String(value)]
    case .number(let value): [text(value)]
    case .string(let value): [value]
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(of($1)) }
    case .object(let members):
      members.reduce(into: []) {
        if !["_links", "next_cursor", "prev_cursor"].contains($1.key) { $0.formUnion(of($1.value)) }
      }
    }
  }

  private static func collect(_ value: Any, into found: inout Set<String>) {
    switch value {
    // A field that only `AdditionalFields` holds has no property.
    case is AdditionalFields: break
    case let value as RawJSON: found.formUnion(of(value))
    case let value as String: found.insert(value)
    case let value as Bool: found.insert(String(value))
    case let value as Double: found.insert(text(value))
    case let value as any BinaryInteger: found.insert("\(value)")
    case let value as any OptionalValue: if let wrapped = value.wrapped { collect(wrapped, into: &found) }
    case let value as [AnyHashable: Any]:
      for (key, element) in value {
        collect(key.base, into: &found)
        collect(element, into: &found)
      }
    case let value as any Collection: for element in value { collect(element, into: &found) }
    default: collectFields(of: value, into: &found)
    }
  }

  private static func collectFields<Value>(of value: Value, into found: inout Set<String>) {
    func open<Model>(_ model: Model) {
      _ = _forEachFieldWithKeyPath(of: Model.self) { _, keyPath in
        collect(model[keyPath: keyPath], into: &found)
        return true
      }
    }
    _openExistential(value as Any, do: open)
  }

  /// The number as a response may spell it: whole numbers without a fraction.
  private static func text(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }
}

protocol OptionalValue {
  var wrapped: Any? { get }
}

extension Optional: OptionalValue {
  var wrapped: Any? { self }
}
