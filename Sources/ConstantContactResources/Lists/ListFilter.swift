public import ConstantContactCore

/// The lists to list, and what to count. An empty filter lists all email lists except deleted ones.
public struct ListFilter: Sendable, Hashable, Codable {
  /// A value of the filter `status`.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All lists, including deleted ones.
    public static let all: Status = "all"
    /// Lists that are not deleted.
    public static let active: Status = "active"
    /// Deleted lists.
    public static let deleted: Status = "deleted"
  }

  /// A value of the filter `channel_type`.
  public struct Channel: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a channel from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Email, the default.
    public static let email: Channel = "email"
    /// Text messages.
    public static let sms: Channel = "sms"
  }

  /// The contacts that a membership count includes.
  public struct MembershipCount: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All contacts.
    public static let all: MembershipCount = "all"
    /// Contacts that can receive email.
    public static let active: MembershipCount = "active"
  }

  /// The exact name of the list.
  public var name: String?
  /// The state of the lists.
  public var status: Status?
  /// The channel of the lists.
  public var channel: Channel?
  /// The contacts to count on each list; `nil` counts none.
  public var membershipCount: MembershipCount?
  /// Whether to count text-message memberships.
  public var countsSMSMemberships: Bool?

  /// Creates a filter.
  ///
  /// - Parameters:
  ///   - name: The exact name of the list.
  ///   - status: The state of the lists.
  ///   - membershipCount: The contacts to count on each list; `nil` counts none.
  public init(name: String? = nil, status: Status? = nil, membershipCount: MembershipCount? = nil) {
    self.name = name
    self.status = status
    self.membershipCount = membershipCount
  }

  var query: QueryItems {
    var query = QueryItems()
    query.add("name", name)
    query.add("status", status?.rawValue)
    query.add("channel_type", channel?.rawValue)
    query.add("include_membership_count", membershipCount?.rawValue)
    query.add("include_sms_membership_count", countsSMSMemberships)
    return query
  }
}
