internal import ConstantContactCore

/// The names and values of a query, without those that are `nil`.
struct QueryItems {
  private(set) var items: [(name: String, value: String)] = []

  mutating func add(_ name: String, _ value: String?) {
    if let value { items.append((name, value)) }
  }

  mutating func add(_ name: String, _ value: Int?) { add(name, value.map(String.init)) }

  mutating func add(_ name: String, _ value: Bool?) { add(name, value.map { $0 ? "true" : "false" }) }

  mutating func add(_ name: String, _ value: Timestamp?) { add(name, value?.text) }

  /// Adds several values as one, joined by commas in a stable order.
  mutating func add(_ name: String, joining values: some Sequence<some OpenValue>) {
    let texts = values.map(\.rawValue).sorted()
    if !texts.isEmpty { add(name, texts.joined(separator: ",")) }
  }
}
