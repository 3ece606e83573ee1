/// What the user who connected the account may do, apart from what the app was granted.
///
/// A token with the right scope is refused with 403 when the user behind it lacks the privilege. See the vendor's page
/// "User privileges".
public struct UserPrivilege: OpenValue {
  /// The service's own text, such as `contacts:read`.
  public let rawValue: String

  /// Makes a privilege from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// See contacts, tags and custom fields.
  public static let contactsRead: UserPrivilege = "contacts:read"
  /// Create, change and delete contacts, tags and custom fields.
  public static let contactsWrite: UserPrivilege = "contacts:write"
  /// See lists and segments.
  public static let contactListsRead: UserPrivilege = "contacts:lists:read"
  /// Create, change and delete lists and segments.
  public static let contactListsWrite: UserPrivilege = "contacts:lists:write"
  /// See campaigns.
  public static let campaignRead: UserPrivilege = "campaign:read"
  /// Create and change campaigns.
  public static let campaignWrite: UserPrivilege = "campaign:write"
  /// Delete campaigns.
  public static let campaignDelete: UserPrivilege = "campaign:delete"
  /// Send, schedule and test campaigns.
  public static let campaignSend: UserPrivilege = "campaign:send"
  /// See the account's details, address and e-mail addresses.
  public static let accountRead: UserPrivilege = "account:read"
  /// Change the account's details and address, and add e-mail addresses.
  public static let accountUpdate: UserPrivilege = "account:update"
  /// See reports.
  public static let campaignMetrics: UserPrivilege = "ui:campaign:metrics"
  /// See automations.
  public static let automationsRead: UserPrivilege = "customer-journey:read"
  /// Create automations.
  public static let automationsCreate: UserPrivilege = "customer-journey:create"
  /// Change automations.
  public static let automationsUpdate: UserPrivilege = "customer-journey:update"
}
