internal import ConstantContactCore

/// How many things an activity has dealt with. Which counts there are depends on its kind.
public struct BulkActivityCounts: Sendable, Hashable, Decodable {
  /// How many there are to deal with. An imported file's header row is counted.
  public let total: Int?
  /// How many have been dealt with.
  public let completed: Int?
  /// How many contacts an import holds.
  public let people: Int?
  /// How many errors of an import the account's users cannot correct.
  public let errors: Int?
  /// How many they can: an odd address or date, a contact that occurs twice.
  public let correctable: Int?
  /// How many contacts of an import had opted out and were not put on the lists.
  public let notAddedToLists: Int?
  /// How many lists the activity is about.
  public let lists: Int?

  enum CodingKeys: String, CodingKey {
    case total = "items_total_count"
    case completed = "items_completed_count"
    case people = "person_count"
    case errors = "error_count"
    case correctable = "correctable_count"
    case notAddedToLists = "cannot_add_to_list_count"
    case lists = "list_count"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    total = container[.total]
    completed = container[.completed]
    people = container[.people]
    errors = container[.errors]
    correctable = container[.correctable]
    notAddedToLists = container[.notAddedToLists]
    lists = container[.lists]
  }
}
