public import ConstantContactCore

/// Which lists to list, and what to count. Nothing set means: all e-mail lists but the deleted ones.
public struct ListFilter: Sendable, Hashable {
  /// A value of the filter `status`.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All, the deleted ones too.
    public static let all: Status = "all"
    /// Not deleted.
    public static let active: Status = "active"
    /// Deleted.
    public static let deleted: Status = "deleted"
  }

  /// A value of the filter `channel_type`.
  public struct Channel: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a channel from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// E-mail, the default.
    public static let email: Channel = "email"
    /// Text messages.
    public static let sms: Channel = "sms"
  }

  /// Whose memberships to count.
  public struct MembershipCount: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Of all contacts.
    public static let all: MembershipCount = "all"
    /// Of those that may be mailed.
    public static let active: MembershipCount = "active"
  }

  /// Only the list with exactly this name.
  public var name: String?
  /// Only lists in this state.
  public var status: Status?
  /// Only lists of this channel.
  public var channel: Channel?
  /// Whether to count memberships, and whose.
  public var membershipCount: MembershipCount?
  /// Whether to count text-message memberships.
  public var countsSMSMemberships: Bool?

  /// Makes a filter.
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
