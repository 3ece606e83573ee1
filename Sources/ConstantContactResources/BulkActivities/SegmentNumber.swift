internal import ConstantContactCore

/// A segment's ID where the API takes a number. Elsewhere it takes text.
struct SegmentNumber: Codable {
  let id: SegmentID

  init(_ id: SegmentID) { self.id = id }

  init(from decoder: any Decoder) throws { id = try SegmentID(from: decoder) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number = id.number { try container.encode(number) } else { try container.encode(id.rawValue) }
  }
}
