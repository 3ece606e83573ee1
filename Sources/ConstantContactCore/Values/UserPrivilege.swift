/// A privilege of the user who connected the account.
///
/// Privileges are independent of the scopes granted to the app: a request whose token has the right scope is refused with 403 when the
/// user lacks the privilege. See https://developer.constantcontact.com/api_guide/user_privileges.html.
public struct UserPrivilege: OpenValue {
  /// The raw API string, such as `contacts:read`.
  public let rawValue: String

  /// Creates a privilege from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Read contacts, tags and custom fields.
  public static let contactsRead: UserPrivilege = "contacts:read"
  /// Create, change and delete contacts, tags and custom fields.
  public static let contactsWrite: UserPrivilege = "contacts:write"
  /// Read lists and segments.
  public static let contactListsRead: UserPrivilege = "contacts:lists:read"
  /// Create, change and delete lists and segments.
  public static let contactListsWrite: UserPrivilege = "contacts:lists:write"
  /// Read campaigns.
  public static let campaignRead: UserPrivilege = "campaign:read"
  /// Create campaigns.
  public static let campaignCreate: UserPrivilege = "campaign:create"
  /// Change campaigns.
  public static let campaignWrite: UserPrivilege = "campaign:write"
  /// Delete campaigns.
  public static let campaignDelete: UserPrivilege = "campaign:delete"
  /// Send, schedule and test campaigns.
  public static let campaignSend: UserPrivilege = "campaign:send"
  /// Read the account's details, address and email addresses.
  public static let accountRead: UserPrivilege = "account:read"
  /// Change the account's details and address, and add email addresses.
  public static let accountUpdate: UserPrivilege = "account:update"
  /// Read reports.
  public static let campaignMetrics: UserPrivilege = "ui:campaign:metrics"
  /// Read automations.
  public static let automationsRead: UserPrivilege = "customer-journey:read"
  /// Create automations.
  public static let automationsCreate: UserPrivilege = "customer-journey:create"
  /// Change automations.
  public static let automationsUpdate: UserPrivilege = "customer-journey:update"
}
