/// One condition of a segment: a source's field, an operator, and what it is compared with.
struct SegmentCondition: Sendable, Hashable {
  /// `tracking`, `contact`, `list_membership` or `tags`.
  let source: String
  let field: String
  /// The operator, with hyphens, such as `contains-any`.
  let comparison: String
  /// The value or values, as text.
  let values: [String]
  /// The API's name for a value, such as `last-n-campaigns`.
  let constant: String?
  /// The parameter of the constant, such as the number of campaigns.
  let parameter: String?

  /// Returns a value, or the values of an array, as text.
  static func texts(_ json: JSON) -> [String] {
    switch json {
    case .string(let text): [text]
    case .integer(let number): [String(number)]
    case .number(let number): [String(number)]
    case .bool(let value): [String(value)]
    case .array(let items): items.flatMap(texts)
    case .null, .object: []
    }
  }

  /// Whether it exceeds the contract's 500 campaigns or 1,825 days.
  var isTooLarge: Bool {
    let number = parameter.flatMap { Int($0) } ?? 0
    return values.count > 500 || (constant == "last-n-campaigns" && number > 500)
      || (constant == "last-n-days" && number > 1_825)
  }
}
