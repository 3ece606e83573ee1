extension Shape {
  /// `CustomFieldRequest` of the contract.
  static let customFieldPost = Shape.object(
    [
      "label": .text(max: 50),
      "type": .oneOf([
        "string", "date", "datetime", "currency", "text_area", "number", "boolean", "single_select", "multi_select",
      ]),
      "metadata": .object(
        [
          "display_type": .oneOf(["dropdown", "checkbox", "radio"]), "allow_negative": .boolean,
          "decimal_places": .integer(0...4), "currency_code": .text(max: 3), "integer": .boolean,
          "display_format": .text(max: 50),
        ],
        required: []
      ),
      "choices": .list(of: choice(withID: false), max: 100),
      "version": .integer(1...2),
    ],
    required: ["label", "type"]
  )

  /// `CustomFieldPutRequest` of the contract.
  static let customFieldPut = Shape.object(
    ["label": .text(max: 50), "choices": .list(of: choice(withID: true), max: 100)],
    required: ["label"]
  )

  private static func choice(withID: Bool) -> Shape {
    var members: [String: Shape] = ["choice_label": .text(max: 255), "display_order": .integer(0...1_000)]
    if withID { members["choice_id"] = .integer(0...Int.max) }
    return .object(members, required: ["choice_label"])
  }
}
