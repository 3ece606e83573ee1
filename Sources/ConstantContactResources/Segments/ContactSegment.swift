public import ConstantContactCore

/// A segment: contacts that meet criteria, computed when they are asked for.
public struct ContactSegment: Identifiable, APIModel {
  /// The segment's id, a number. Empty when the service sent none; every operation refuses an empty id.
  public var id: SegmentID = ""
  /// The name, unique in the account.
  public var name: String?
  /// The criteria as the service keeps them: JSON in a string. Only a single segment has them, not a listed one.
  public var criteriaText: String?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When its name or criteria were changed last.
  public var editedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("segment_id", &id)
    mapper.map("name", &name)
    mapper.map("segment_criteria", &criteriaText)
    mapper.map("created_at", &createdAt)
    mapper.map("edited_at", &editedAt)
  }
}
