internal import ConstantContactTransport

/// Reads the objects of an array of a JSON tape, one after another. Other elements are kept as raw JSON.
@usableFromInline
struct ObjectArrayReader {
  @usableFromInline let count: Int
  private var elements: JSONElements
  private(set) var raw: [RawJSON] = []

  /// Creates a reader; `nil` unless the value is an array.
  init?(_ node: JSONNode) {
    guard let elements = node.elements else { return nil }
    self.elements = elements
    count = node.count
  }

  /// Returns a mapper for the fields of the next object.
  @usableFromInline
  mutating func next() -> FieldMapper? {
    while let element = elements.next() {
      if let object = element.object { return FieldMapper(reading: object) }
      raw.append(RawJSON(element) ?? .null)
    }
    return nil
  }
}
