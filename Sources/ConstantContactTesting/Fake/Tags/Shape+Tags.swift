extension Shape {
  /// `TagPost` of the contract.
  static let tagPost = Shape.object(
    ["name": .text(max: 255), "tag_source": .text(max: 255)],
    required: ["name"]
  )

  /// `TagPut` of the contract.
  static let tagPut = Shape.object(["name": .text(max: 255)], required: ["name"])
}
