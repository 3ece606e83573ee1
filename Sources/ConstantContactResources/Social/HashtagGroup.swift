public import ConstantContactCore

/// A reusable group of hashtags.
public struct HashtagGroup: Identifiable, APIModel {
  /// The group's ID. Empty when the response had none.
  public var id: HashtagGroupID = ""
  /// The name, at most 150 characters.
  public var name: String?
  /// The hashtags in order, without `#`: at most 30 letters, digits and underscores each.
  public var hashtags: [String] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("hashtag_group_id", &id)
    mapper.map("hashtag_group_name", &name)
    mapper.map("hashtag_names", &hashtags)
  }
}
