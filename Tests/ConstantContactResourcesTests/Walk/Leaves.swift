import ConstantContactKit
@_spi(Reflection) import Swift

/// The scalar values in a decoded model, as text. Custom mirrors, which may hide personal data, are bypassed.
struct Leaves {
  private var found: [String] = []
  private let includesRaw: Bool

  static func of(_ value: Any) -> Set<String> { Set(list(of: value)) }

  /// The scalar values in the order of the properties.
  ///
  /// - Parameters:
  ///   - value: A model, or models.
  ///   - includesRaw: Whether values that are kept as raw JSON count.
  static func list(of value: Any, includingRaw includesRaw: Bool = true) -> [String] {
    var leaves = Leaves(includesRaw: includesRaw)
    leaves.collect(value)
    return leaves.found
  }

  private init(includesRaw: Bool) { self.includesRaw = includesRaw }

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

  private mutating func collect(_ value: Any) {
    switch value {
    // A field that only `AdditionalFields` holds has no property.
    case is AdditionalFields: break
    case let value as RawJSON: if includesRaw { found += Self.of(value).sorted() }
    case let value as String: found.append(value)
    case let value as Bool: found.append(String(value))
    case let value as Double: found.append(Self.text(value))
    case let value as any BinaryInteger: found.append("\(value)")
    case let value as any OptionalValue: if let wrapped = value.wrapped { collect(wrapped) }
    case let value as [AnyHashable: Any]:
      for (key, element) in value.sorted(by: { "\($0.key)" < "\($1.key)" }) {
        collect(key.base)
        collect(element)
      }
    case let value as any Collection: for element in value { collect(element) }
    case let value as any PartsView:
      for part in value.parts { collect(part) }
      collectFields(of: value)
    case let value as PageCursor: found.append("\(value.position)")
    default: collectFields(of: value)
    }
  }

  private mutating func collectFields<Value>(of value: Value) {
    func open<Model>(_ model: Model) {
      _ = _forEachFieldWithKeyPath(of: Model.self) { _, keyPath in
        collect(model[keyPath: keyPath])
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

/// A value that is stored as raw JSON, and whose parts are computed properties.
private protocol PartsView {
  var parts: [Any] { get }
}

extension AutomationDefinition: PartsView {
  // `json` counts where raw JSON counts.
  // An optional in an `Any` is unwrapped where the leaves are collected.
  fileprivate var parts: [Any] {
    [
      state as Any, trigger as Any, triggerVersion as Any, triggerFilter as Any, triggerFilterVersion as Any,
      workflowFilter as Any, workflow as Any,
    ]
  }
}

extension BulkActivity: PartsView {
  fileprivate var parts: [Any] { [errors as Any, selfLink as Any, resultsLink as Any] }
}

extension CustomFieldChoice: PartsView {
  fileprivate var parts: [Any] { [id as Any] }
}
