public import ConstantContactCore

/// The automations to list.
public struct AutomationFilter: Sendable, Hashable, Codable {
  /// The origin of an automation.
  public struct Origin: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Created without a template.
    public static let scratch: Origin = "SCRATCH"
    /// Created from a template.
    public static let template: Origin = "TEMPLATE"
  }

  /// The exact name.
  public var name: String?
  /// The channel, such as `email`.
  public var channel: String?
  /// The origin of the automations.
  public var origin: Origin?
  /// The goal, such as `post_purchase_followup`.
  public var goals: String?
  /// Whether the newest automations come first, as they do by default.
  public var isDescending: Bool?

  /// Creates a filter.
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
