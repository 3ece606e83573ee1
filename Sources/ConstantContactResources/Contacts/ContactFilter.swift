public import ConstantContactCore
public import ConstantContactTransport

/// Which contacts to list. Nothing set means: all but the deleted ones.
public struct ContactFilter: Sendable, Hashable {
  /// A value of the filter `status`, which is wider than a contact's permission.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All, the deleted ones too.
    public static let all: Status = "all"
    /// May be mailed.
    public static let active: Status = "active"
    /// Deleted.
    public static let deleted: Status = "deleted"
    /// Neither in nor out.
    public static let notSet: Status = "not_set"
    /// Asked to confirm.
    public static let pendingConfirmation: Status = "pending_confirmation"
    /// On hold.
    public static let tempHold: Status = "temp_hold"
    /// Opted out.
    public static let unsubscribed: Status = "unsubscribed"
  }

  /// A value of the filter `sms_status`.
  public struct SMSStatus: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All.
    public static let all: SMSStatus = "all"
    /// May be texted.
    public static let explicit: SMSStatus = "explicit"
    /// Opted out.
    public static let unsubscribed: SMSStatus = "unsubscribed"
    /// Asked to confirm.
    public static let pendingConfirmation: SMSStatus = "pending_confirmation"
    /// Neither in nor out.
    public static let notSet: SMSStatus = "not_set"
  }

  /// Only the contact with this address.
  public var email: String?
  /// Only contacts in these states; empty means all but the deleted ones.
  public var statuses: Set<Status> = []
  /// Only contacts on any of these lists, at most 25.
  public var lists: Set<ListID> = []
  /// Only contacts with any of these tags, at most 50.
  public var tags: Set<TagID> = []
  /// Only contacts whose text-message channel is in these states.
  public var smsStatuses: Set<SMSStatus> = []
  /// Only contacts created after this.
  public var createdAfter: Timestamp?
  /// Only contacts created before this.
  public var createdBefore: Timestamp?
  /// Only contacts changed after this. An opt-out is no change in this sense.
  public var updatedAfter: Timestamp?
  /// Only contacts changed before this.
  public var updatedBefore: Timestamp?
  /// Only contacts that opted out after this.
  public var optedOutAfter: Timestamp?
  /// Only contacts that opted out before this.
  public var optedOutBefore: Timestamp?

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - email: Only the contact with this address.
  ///   - statuses: Only contacts in these states; empty means all but the deleted ones.
  ///   - lists: Only contacts on any of these lists, at most 25.
  public init(email: String? = nil, statuses: Set<Status> = [], lists: Set<ListID> = []) {
    self.email = email
    self.statuses = statuses
    self.lists = lists
  }

  func query(for operation: String) throws -> QueryItems {
    let check = InputCheck(operation)
    // An empty filter could match everybody.
    try check.require(email?.isEmpty != true, "email", "is empty")
    try check.count("lists", lists.count, limit: 25)
    try check.count("tags", tags.count, limit: 50)
    var query = QueryItems()
    query.add("email", email)
    query.add("status", joining: statuses)
    query.add("lists", joining: lists)
    query.add("tags", joining: tags)
    query.add("sms_status", joining: smsStatuses)
    query.add("created_after", createdAfter)
    query.add("created_before", createdBefore)
    query.add("updated_after", updatedAfter)
    query.add("updated_before", updatedBefore)
    query.add("optout_after", optedOutAfter)
    query.add("optout_before", optedOutBefore)
    return query
  }
}

extension ContactFilter: Redacting {
  /// The states, without the address.
  public var description: String { "ContactFilter(\(statuses.map(\.rawValue).sorted().joined(separator: ",")))" }
}
