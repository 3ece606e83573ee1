public import ConstantContactCore

/// The numbers of items that an activity processed. Which of them the API returns depends on the kind of activity.
public struct BulkActivityCounts: APIModel {
  /// The number of items. It includes the header row of an imported file.
  public var total: Int?
  /// The number of processed items.
  public var completed: Int?
  /// The number of contacts in an import.
  public var people: Int?
  /// The number of errors in an import that users cannot correct.
  public var errors: Int?
  /// The number of errors in an import that users can correct: an odd address or date, a duplicate.
  public var correctable: Int?
  /// The number of contacts in an import that were not added to the lists because they had opted out.
  public var notAddedToLists: Int?
  /// The number of lists.
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
