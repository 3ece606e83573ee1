public import ConstantContactCore
public import ConstantContactTransport

/// One of the account's own e-mail addresses. Only confirmed ones can send.
public struct AccountEmail: Identifiable, APIModel {
  /// How far the confirmation has come.
  public struct ConfirmStatus: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The address is confirmed.
    public static let confirmed: ConfirmStatus = "CONFIRMED"
    /// A confirmation mail was sent, its link not followed yet.
    public static let unconfirmed: ConfirmStatus = "UNCONFIRMED"
  }

  /// Who confirmed an address.
  public struct ConfirmSource: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a source from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The account's owner.
    public static let siteOwner: ConfirmSource = "SITE_OWNER"
    /// The vendor's support.
    public static let support: ConfirmSource = "SUPPORT"
    /// The vendor, without asking.
    public static let forceVerify: ConfirmSource = "FORCEVERIFY"
    /// A partner.
    public static let partner: ConfirmSource = "PARTNER"
  }

  /// What an address is used for. An address has any number of roles, or none.
  public struct Role: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a role from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Reaches the owner.
    public static let contact: Role = "CONTACT"
    /// Receives bills.
    public static let billing: Role = "BILLING"
    /// Receives a copy of every campaign.
    public static let journaling: Role = "JOURNALING"
    /// Receives replies.
    public static let replyTo: Role = "REPLY_TO"
    /// None of the others.
    public static let other: Role = "OTHER"
    /// Sends, when nothing else is chosen. The service answers with it; it takes it as no filter.
    public static let defaultFrom: Role = "DEFAULT_FROM"
  }

  /// The address's id. Empty when the service sent none. Property `email_id`.
  public var id: AccountEmailID = ""
  /// The address, at most 80 characters.
  public var address: String?
  /// How far the confirmation has come.
  public var confirmStatus: ConfirmStatus?
  /// When it was confirmed. Property `confirm_time`.
  public var confirmedAt: Timestamp?
  /// Who confirmed it. Property `confirm_source_type`.
  public var confirmSource: ConfirmSource?
  /// What it is used for.
  public var roles: [Role] = []
  /// What it will be used for once it is confirmed.
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
  /// The id, without the address.
  public var description: String { "AccountEmail(\(id))" }
}
