public import ConstantContactCore

/// A segment: contacts that meet criteria, computed when they are asked for.
public struct ContactSegment: Sendable, Hashable, Identifiable, Decodable {
  /// The segment's id, a number. Empty when the service sent none; every operation refuses an empty id.
  public let id: SegmentID
  /// The name, unique in the account.
  public let name: String?
  /// The criteria as the service keeps them: JSON in a string. Only a single segment has them, not a listed one.
  public let criteriaText: String?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When its name or criteria were changed last.
  public let editedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "segment_id"
    case name
    case criteriaText = "segment_criteria"
    case createdAt = "created_at"
    case editedAt = "edited_at"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    criteriaText = container[.criteriaText]
    createdAt = container[.createdAt]
    editedAt = container[.editedAt]
  }
}
