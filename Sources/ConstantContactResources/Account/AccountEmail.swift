public import ConstantContactCore
public import ConstantContactTransport

/// An email address of the account. Only confirmed addresses can send.
public struct AccountEmail: Identifiable, APIModel {
  /// The status of the confirmation.
  public struct ConfirmStatus: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The address is confirmed.
    public static let confirmed: ConfirmStatus = "CONFIRMED"
    /// A confirmation email was sent; its link has not been followed.
    public static let unconfirmed: ConfirmStatus = "UNCONFIRMED"
  }

  /// The source of a confirmation.
  public struct ConfirmSource: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a source from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The account owner.
    public static let siteOwner: ConfirmSource = "SITE_OWNER"
    /// Constant Contact support.
    public static let support: ConfirmSource = "SUPPORT"
    /// Constant Contact, without a confirmation email.
    public static let forceVerify: ConfirmSource = "FORCEVERIFY"
    /// A partner.
    public static let partner: ConfirmSource = "PARTNER"
  }

  /// The role of an address. An address has any number of roles, or none.
  public struct Role: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a role from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The owner's contact address.
    public static let contact: Role = "CONTACT"
    /// Receives invoices.
    public static let billing: Role = "BILLING"
    /// Receives a copy of every campaign.
    public static let journaling: Role = "JOURNALING"
    /// Receives replies.
    public static let replyTo: Role = "REPLY_TO"
    /// Another role.
    public static let other: Role = "OTHER"
    /// The default sender address. The API returns this role and does not accept it as a filter.
    public static let defaultFrom: Role = "DEFAULT_FROM"
  }

  /// The address's ID. Empty when the response had none. Property `email_id`.
  public var id: AccountEmailID = ""
  /// The address, at most 80 characters.
  public var address: String?
  /// The status of the confirmation.
  public var confirmStatus: ConfirmStatus?
  /// The date of the confirmation. Property `confirm_time`.
  public var confirmedAt: Timestamp?
  /// The source of the confirmation. Property `confirm_source_type`.
  public var confirmSource: ConfirmSource?
  /// The roles.
  public var roles: [Role] = []
  /// The roles after the confirmation.
  public var pendingRoles: [Role] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("email_id", &id)
    mapper.map("email_address", &address)
    mapper.map("confirm_status", &confirmStatus)
    mapper.map("confirm_time", &confirmedAt)
    mapper.map("confirm_source_type", &confirmSource)
    mapper.map("roles", &roles)
    mapper.map("pending_roles", &pendingRoles)
  }
}

extension AccountEmail: Redacting {
  /// The ID, without the address.
  public var description: String { "AccountEmail(\(id))" }
}
