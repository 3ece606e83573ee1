/// A condition of a segment, or a group of conditions.
indirect enum SegmentCriterion: Sendable {
  case all([SegmentCriterion])
  case any([SegmentCriterion])
  case condition(SegmentCondition)

  /// Reads criteria; `nil` when they do not have the documented form.
  init?(_ json: JSON) {
    if let type = json["type"]?.string {
      guard let items = json["group"]?.array else { return nil }
      let members = items.compactMap(SegmentCriterion.init)
      guard members.count == items.count else { return nil }
      switch type {
      case "and": self = .all(members)
      case "or": self = .any(members)
      default: return nil
      }
      return
    }
    guard let source = json["source"]?.string, let field = json["field"]?.string, let comparison = json["op"]?.string
    else { return nil }
    self = .condition(
      SegmentCondition(
        source: source, field: field, comparison: comparison.lowercased().replacing("_", with: "-"),
        values: json["value"].map { SegmentCondition.texts($0) } ?? [], constant: json["const_value"]?.string,
        parameter: json["param"].flatMap { SegmentCondition.texts($0).first }))
  }

  /// All conditions in it.
  var conditions: [SegmentCondition] {
    switch self {
    case .all(let members), .any(let members): members.flatMap(\.conditions)
    case .condition(let condition): [condition]
    }
  }
}
