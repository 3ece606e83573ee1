public import ConstantContactCore

/// How many things an activity has dealt with. Which counts there are depends on its kind.
public struct BulkActivityCounts: APIModel {
  /// How many there are to deal with. An imported file's header row is counted.
  public var total: Int?
  /// How many have been dealt with.
  public var completed: Int?
  /// How many contacts an import holds.
  public var people: Int?
  /// How many errors of an import the account's users cannot correct.
  public var errors: Int?
  /// How many they can: an odd address or date, a contact that occurs twice.
  public var correctable: Int?
  /// How many contacts of an import had opted out and were not put on the lists.
  public var notAddedToLists: Int?
  /// How many lists the activity is about.
  public var lists: Int?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("items_total_count", &total)
    mapper.map("items_completed_count", &completed)
    mapper.map("person_count", &people)
    mapper.map("error_count", &errors)
    mapper.map("correctable_count", &correctable)
    mapper.map("cannot_add_to_list_count", &notAddedToLists)
    mapper.map("list_count", &lists)
  }
}
