public import ConstantContactCore

/// A segment: the contacts that meet criteria, evaluated when requested.
///
/// See [Segments overview](https://developer.constantcontact.com/api_guide/segments_overview.html).
public struct ContactSegment: Identifiable, APIModel {
  /// The segment's ID, a number. Empty when the response had none; every operation refuses an empty ID.
  public var id: SegmentID = ""
  /// The name, unique in the account.
  public var name: String?
  /// The criteria as the API has them: JSON in a string. A list of segments does not contain them.
  public var criteriaText: String?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last change of the name or the criteria.
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
