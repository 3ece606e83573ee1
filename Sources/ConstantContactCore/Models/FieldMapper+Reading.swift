internal import ConstantContactTransport

/// Reads the fields of an object of a JSON tape, without `Codable`.
extension FieldMapper {
  @usableFromInline var hasUnreadable: Bool { additional.hasUnreadable }

  /// Returns the value of a field that exists and is not null.
  private mutating func node(_ name: String) -> JSONNode? {
    guard let node = object?.member(name), node.kind != .null else { return nil }
    return node
  }

  mutating func noteUnreadable(_ name: String, _ node: JSONNode) {
    // A number such as 1e400, which nothing can hold, is null.
    additional.unreadable[name] = RawJSON(node) ?? .null
  }

  static func withUnknown(_ object: JSONObject, _ additional: AdditionalFields) -> AdditionalFields {
    var result = additional
    object.forEachUnknown { name, node in
      if let json = RawJSON(node) { result.unknown[name] = json } else { result.unreadable[name] = .null }
    }
    return result
  }

  /// Reads a value with a function that returns `nil` when the value cannot be read.
  mutating func read<Value>(_ name: String, _ read: (JSONNode) -> Value?) -> Value? {
    guard let node = node(name) else { return nil }
    let value = read(node)
    if value == nil { noteUnreadable(name, node) }
    return value
  }

  /// Reads a value of any type.
  mutating func read<Value: Decodable>(_ name: String) -> Value? {
    read(name) { try? $0.decode(Value.self) }
  }

  @usableFromInline
  mutating func readText(_ name: String) -> String? {
    switch object?.text(name) {
    case .text(let text): return text
    case Optional.none, .some(.none): return nil
    case .other(let node):
      if let text = LenientText(node)?.text { return text }
      noteUnreadable(name, node)
      return nil
    }
  }

  /// Returns a mapper for the fields of an object.
  @usableFromInline
  mutating func readObject(_ name: String) -> FieldMapper? {
    read(name) { $0.object.map { FieldMapper(reading: $0) } }
  }

  mutating func readArray<Element: Decodable & Sendable>(_ name: String) -> [Element]? {
    guard let list: LenientArray<Element> = read(name) else { return nil }
    if !list.undecodable.isEmpty { additional.unreadable[name] = .array(list.undecodable.map { $0.json }) }
    return list.elements
  }

  /// Reads an array of text, or of numbers and truth values in its place.
  @usableFromInline
  mutating func readTexts(_ name: String) -> [String]? {
    guard let list: (texts: [String], raw: [RawJSON]) = read(name, Self.texts) else { return nil }
    if !list.raw.isEmpty { additional.unreadable[name] = .array(list.raw) }
    return list.texts
  }

  private static func texts(_ node: JSONNode) -> (texts: [String], raw: [RawJSON])? {
    var texts: [String] = []
    texts.reserveCapacity(node.count)
    var raw: [RawJSON] = []
    let isArray = node.forEachElement { element in
      if let text = LenientText(element)?.text { texts.append(text) } else { raw.append(RawJSON(element) ?? .null) }
    }
    return isArray ? (texts, raw) : nil
  }

  /// Returns the mappers for the objects of an array.
  @usableFromInline
  mutating func readObjects(_ name: String) -> ObjectArrayReader? { read(name, ObjectArrayReader.init) }

  @usableFromInline
  mutating func noteUnreadable(_ name: String, _ objects: ObjectArrayReader) {
    if !objects.raw.isEmpty { additional.unreadable[name] = .array(objects.raw) }
  }
}
