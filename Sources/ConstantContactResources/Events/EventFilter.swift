internal import ConstantContactCore

/// Which events to list, and in which order.
public struct EventFilter: Sendable, Hashable {
  /// What events are sorted by.
  public enum Order: String, Sendable, Hashable {
    /// The name.
    case name
    /// When they begin.
    case startTime = "start_time"
    /// When they end.
    case endTime = "end_time"
    /// When they were created.
    case createdTime = "created_time"
    /// When they were changed last.
    case updatedTime = "updated_time"
  }

  /// Only events this far.
  public var status: EventDetails.Status?
  /// Only events with this text in them.
  public var searchText: String?
  /// What they are sorted by.
  public var order: Order?
  /// Whether the last comes first.
  public var isDescending: Bool?

  /// Makes a filter.
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
