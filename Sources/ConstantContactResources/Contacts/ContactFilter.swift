public import ConstantContactCore
public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The contacts to list. An empty filter lists all except deleted ones.
///
/// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
public struct ContactFilter: Sendable, Hashable, Codable {
  /// A value of the filter `status`, which has more values than a contact's permission.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All contacts, including deleted ones.
    public static let all: Status = "all"
    /// Contacts that can receive email.
    public static let active: Status = "active"
    /// Deleted contacts.
    public static let deleted: Status = "deleted"
    /// Contacts that neither opted in nor out.
    public static let notSet: Status = "not_set"
    /// Contacts that have not confirmed yet.
    public static let pendingConfirmation: Status = "pending_confirmation"
    /// Contacts whose address is on hold.
    public static let tempHold: Status = "temp_hold"
    /// Contacts that opted out.
    public static let unsubscribed: Status = "unsubscribed"
  }

  /// A value of the filter `sms_status`.
  public struct SMSStatus: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All contacts.
    public static let all: SMSStatus = "all"
    /// Contacts that can receive text messages.
    public static let explicit: SMSStatus = "explicit"
    /// Contacts that opted out of text messages.
    public static let unsubscribed: SMSStatus = "unsubscribed"
    /// Contacts that have not confirmed yet.
    public static let pendingConfirmation: SMSStatus = "pending_confirmation"
    /// Contacts that neither opted in nor out.
    public static let notSet: SMSStatus = "not_set"
  }

  /// The address of the contact.
  public var email: String?
  /// The states of the contacts; empty means all except deleted ones.
  public var statuses: Set<Status> = []
  /// Lists of which a contact must be on at least one, at most 25.
  public var lists: Set<ListID> = []
  /// Tags of which a contact must have at least one, at most 50.
  public var tags: Set<TagID> = []
  /// The states of the contacts' consent to text messages.
  public var smsStatuses: Set<SMSStatus> = []
  /// The date after which contacts were created.
  public var createdAfter: Date?
  /// The date before which contacts were created.
  public var createdBefore: Date?
  /// The date after which contacts were updated. An opt-out is not an update.
  public var updatedAfter: Date?
  /// The date before which contacts were updated. An opt-out is not an update.
  public var updatedBefore: Date?
  /// The date after which contacts opted out.
  public var optedOutAfter: Date?
  /// The date before which contacts opted out.
  public var optedOutBefore: Date?

  /// Creates a filter.
  ///
  /// - Parameters:
  ///   - email: The address of the contact.
  ///   - statuses: The states of the contacts; empty means all except deleted ones.
  ///   - lists: Lists of which a contact must be on at least one, at most 25.
  public init(email: String? = nil, statuses: Set<Status> = [], lists: Set<ListID> = []) {
    self.email = email
    self.statuses = statuses
    self.lists = lists
  }

  func query(for operation: String) throws -> QueryItems {
    let check = InputCheck(operation)
    // An empty filter might match every contact.
    try check.require(email?.isEmpty != true, "email", "is empty")
    try check.count("lists", lists.count, limit: 25)
    try check.count("tags", tags.count, limit: 50)
    var query = QueryItems()
    query.add("email", email)
    query.add("status", joining: statuses)
    query.add("lists", joining: lists)
    query.add("tags", joining: tags)
    query.add("sms_status", joining: smsStatuses)
    query.add("created_after", createdAfter.map { Timestamp($0).text })
    query.add("created_before", createdBefore.map { Timestamp($0).text })
    query.add("updated_after", updatedAfter.map { Timestamp($0).text })
    query.add("updated_before", updatedBefore.map { Timestamp($0).text })
    query.add("optout_after", optedOutAfter.map { Timestamp($0).text })
    query.add("optout_before", optedOutBefore.map { Timestamp($0).text })
    return query
  }
}

extension ContactFilter: Redacting {
  /// The states, without the address.
  public var description: String { "ContactFilter(\(statuses.map(\.rawValue).sorted().joined(separator: ",")))" }
}
