internal import ConstantContactCore

/// The events to list, and their order.
public struct EventFilter: Sendable, Hashable {
  /// The sort key of events.
  public enum Order: String, Sendable, Hashable {
    /// The name.
    case name
    /// The start date.
    case startTime = "start_time"
    /// The end date.
    case endTime = "end_time"
    /// The date of creation.
    case createdTime = "created_time"
    /// The date of the last update.
    case updatedTime = "updated_time"
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
