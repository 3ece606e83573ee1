extension Shape {
  /// `SegmentData` of the contract.
  static let segment = Shape.object(
    ["name": .text(max: 255), "segment_criteria": .text(max: 20_000)],
    required: ["name", "segment_criteria"]
  )

  /// `SegmentName` of the contract.
  static let segmentName = Shape.object(["name": .text(max: 255)], required: ["name"])
}
