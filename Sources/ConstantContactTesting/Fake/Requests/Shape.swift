/// What a request's JSON may look like.
///
/// The API's validation is not published. This one follows the contract's types and lengths, and refuses properties that
/// the contract does not name.
indirect enum Shape: Sendable {
  case text(min: Int = 0, max: Int)
  case oneOf([String])
  case integer(ClosedRange<Int>)
  case boolean
  case object([String: Shape], required: [String])
  case list(of: Shape, min: Int = 0, max: Int)
  /// Read-only or untyped: accepted and ignored.
  case anything

  /// Returns everything that is wrong with a value, in the API's wording.
  func faults(in value: JSON, at path: String) -> [String] {
    let wrong = ["\(path.isEmpty ? "body" : path) does not have a valid value"]
    switch self {
    case .anything:
      return []
    case .boolean:
      return value.bool == nil ? wrong : []
    case .integer(let range):
      return value.integer.map(range.contains) ?? false ? [] : wrong
    case .oneOf(let known):
      return value.string.map(known.contains) ?? false ? [] : wrong
    case .text(let min, let max):
      guard let text = value.string else { return wrong }
      let count = text.unicodeScalars.count
      return min <= count && count <= max
        ? [] : ["\(path) size must be between \(min) and \(max)"]
    case .list(let shape, let min, let max):
      guard let items = value.array else { return wrong }
      guard min <= items.count, items.count <= max else { return ["\(path) size must be between \(min) and \(max)"] }
      return items.enumerated().flatMap { shape.faults(in: $1, at: "\(path)[\($0)]") }
    case .object(let shapes, let required):
      guard let members = value.object else { return wrong }
      let prefix = path.isEmpty ? "" : path + "."
      let missing = required.filter { value[$0] == nil }
        .map { "\(prefix)\($0) is missing, \(prefix)\($0) does not have a valid value" }
      let inside = members.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
        guard let shape = shapes[name] else { return ["\(prefix)\(name) is not a known property"] }
        return member == .null ? [] : shape.faults(in: member, at: prefix + name)
      }
      return missing + inside
    }
  }
}
