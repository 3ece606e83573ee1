extension Shape {
  /// `ListInput` of the contract.
  static let list = Shape.object(
    ["name": .text(max: 255), "favorite": .boolean, "description": .text(max: .max)],
    required: ["name"]
  )
}
