public import ConstantContactCore
public import ConstantContactTransport

/// Contacts to opt out of an account.
public struct PartnerUnsubscription: Sendable, Hashable, Codable {
  /// Who requests the opt-out.
  public struct Source: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The account.
    public static let account: Source = "Account"
    /// The contact.
    public static let contact: Source = "Contact"
    /// The system.
    public static let system: Source = "System"
  }

  /// The email addresses, 1 to 500; only one with ``isGlobal``.
  public var emailAddresses: [String]
  /// Who requests the opt-out.
  public var source: Source
  /// The reason, at most 255 characters.
  public var reason: String?
  /// Whether to delete the contacts as well.
  public var deletesContacts: Bool?
  /// Whether to opt the contact out of all the partner's accounts.
  public var isGlobal: Bool?

  /// Creates an opt-out.
  public init(_ emailAddresses: [String], source: Source) {
    self.emailAddresses = emailAddresses
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case emailAddresses = "email_addresses"
    case source = "update_source"
    case reason = "opt_out_reason"
    case deletesContacts = "delete_contacts"
    case isGlobal = "global_unsubscribe"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!emailAddresses.isEmpty, "email_addresses", "is empty")
    try check.count("email_addresses", emailAddresses.count, limit: isGlobal == true ? 1 : 500)
    try check.length("opt_out_reason", reason, limit: 255)
  }
}

extension PartnerUnsubscription: Redacting {
  /// The number of addresses, without the addresses.
  public var description: String { "PartnerUnsubscription(\(emailAddresses.count) address(es))" }
}
