public import ConstantContactCore

/// The events to list, and their order.
public struct EventFilter: Sendable, Hashable, Codable {
  /// The sort key of events.
  public struct Order: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public static let name: Order = "name"
    /// The start date.
    public static let startTime: Order = "start_time"
    /// The end date.
    public static let endTime: Order = "end_time"
    /// The date of creation.
    public static let createdTime: Order = "created_time"
    /// The date of the last update.
    public static let updatedTime: Order = "updated_time"
  }

  /// The status of the events.
  public var status: EventDetails.Status?
  /// Text that the events contain.
  public var searchText: String?
  /// The sort key.
  public var order: Order?
  /// Whether the order is descending.
  public var isDescending: Bool?

  /// Creates a filter.
  public init(status: EventDetails.Status? = nil, searchText: String? = nil) {
    self.status = status
    self.searchText = searchText
  }

  var query: QueryItems {
    var query = QueryItems()
    query.add("event_status", status?.rawValue)
    query.add("search_text", searchText)
    query.add("sort_by", order?.rawValue)
    query.add("sort_order", isDescending.map { $0 ? "DESC" : "ASC" })
    return query
  }
}
