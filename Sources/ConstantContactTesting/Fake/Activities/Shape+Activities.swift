extension Shape {
  private static func ids(max: Int) -> Shape { .list(of: .text(min: 1, max: 36), min: 1, max: max) }

  static let listDeletion = Shape.object(["list_ids": ids(max: 100)], required: ["list_ids"])
  static let tagDeletion = Shape.object(["tag_ids": ids(max: 500)], required: ["tag_ids"])
  static let fieldDeletion = Shape.object(["custom_field_ids": ids(max: 100)], required: ["custom_field_ids"])

  static let contactDeletion = Shape.object(["contact_ids": ids(max: 500), "list_ids": ids(max: 50)], required: [])

  /// A change of memberships. Removals take 100 lists as their source by the guide, and no segment.
  static func memberships(add: Bool) -> Shape {
    var source = self.source
    source["list_ids"] = ids(max: add ? 50 : 100)
    source["engagement_level"] = .oneOf(["unqualified", "low", "medium", "high"])
    if add { source["segment_id"] = .integer(0...Int(Int32.max)) }
    return .object(
      ["source": .object(source, required: []), "exclude": exclusion, "list_ids": ids(max: 50)],
      required: ["source", "list_ids"])
  }

  static let taggings = Shape.object(
    [
      "source": .object(source.merging(["new_subscriber": .boolean]) { $1 }, required: []), "exclude": exclusion,
      "tag_ids": ids(max: 50),
    ],
    required: ["source", "tag_ids"])

  static let export = Shape.object(
    [
      "contact_ids": ids(max: 500), "list_ids": ids(max: 50), "tag_ids": ids(max: 50), "new_subscriber": .boolean,
      "segment_id": .integer(0...Int(Int32.max)), "status": .oneOf(["active", "unsubscribed", "removed"]),
      "exclude": .object(["contact_ids": ids(max: 50)], required: []),
      "fields": .list(of: .oneOf(ExportColumn.all.map(\.key)), max: 100),
    ],
    required: [])

  static let jsonImport = Shape.object(
    [
      "import_data": .list(of: .anything, min: 1, max: .max), "list_ids": ids(max: 50),
      "sms_permission_to_send": .oneOf(["explicit", "not_set"]),
    ],
    required: ["import_data", "list_ids"])

  private static let exclusion = Shape.object(["contact_ids": ids(max: 500)], required: [])
  private static let source: [String: Shape] = [
    "contact_ids": ids(max: 500), "list_ids": ids(max: 50), "tag_ids": ids(max: 50), "all_active_contacts": .boolean,
  ]
}
