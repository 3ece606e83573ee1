internal import ConstantContactCore
public import ConstantContactTransport

/// People to be opted out of an account.
public struct PartnerUnsubscription: Sendable, Hashable, Encodable {
  /// Who opts out.
  public enum Source: String, Sendable, Hashable, Encodable {
    /// The account.
    case account = "Account"
    /// The contact.
    case contact = "Contact"
    /// The system.
    case system = "System"
  }

  /// Their e-mail addresses, 1 to 500; one only with ``isGlobal``.
  public var emailAddresses: [String]
  /// Who opts them out.
  public var source: Source
  /// Why, at most 255 characters.
  public var reason: String?
  /// Whether to delete them as well.
  public var deletesContacts: Bool?
  /// Whether to opt them out of all the partner's accounts.
  public var isGlobal: Bool?

  /// Makes a request.
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
  /// How many, without their addresses.
  public var description: String { "PartnerUnsubscription(\(emailAddresses.count) address(es))" }
}
