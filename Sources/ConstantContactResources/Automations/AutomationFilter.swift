internal import ConstantContactCore

/// Which automations to list.
public struct AutomationFilter: Sendable, Hashable {
  /// What an automation was made from.
  public enum Origin: String, Sendable, Hashable {
    /// Nothing.
    case scratch = "SCRATCH"
    /// A template.
    case template = "TEMPLATE"
  }

  /// Only those with exactly this name.
  public var name: String?
  /// Only those of this channel, such as `email`.
  public var channel: String?
  /// Only those made like this.
  public var origin: Origin?
  /// Only those with this goal, such as `post_purchase_followup`.
  public var goals: String?
  /// Whether the last comes first, as it does by default.
  public var isDescending: Bool?

  /// Makes a filter.
  public init(name: String? = nil) { self.name = name }

  var query: QueryItems {
    var query = QueryItems()
    query.add("name", name)
    query.add("channel", channel)
    query.add("created_from", origin?.rawValue)
    query.add("goals", goals)
    query.add("sort_direction", isDescending.map { $0 ? "DESC" : "ASC" })
    return query
  }
}
