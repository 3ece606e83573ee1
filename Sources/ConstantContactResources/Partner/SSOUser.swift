internal import ConstantContactCore
public import ConstantContactTransport

/// A user who signs on to an account by way of a provider.
public struct SSOUser: Sendable, Hashable, Encodable {
  /// What a user may do.
  public enum Role: String, Sendable, Hashable, Encodable {
    /// Everything.
    case accountManager = "account_manager"
    /// Create and edit campaigns, and see lists.
    case campaignCreator = "campaign_creator"
  }

  /// The first name, at most 80 characters.
  public var firstName: String
  /// The last name, at most 80 characters.
  public var lastName: String
  /// What the user may do.
  public var role: Role
  /// The e-mail address, at most 80 characters.
  public var contactEmail: String
  /// The user name, at most 50 characters.
  public var loginName: String
  /// The user's id with the provider, at most 255 characters.
  public var externalID: String
  /// The provider, at most 80 characters.
  public var externalProvider: String

  /// Makes a user.
  public init(
    firstName: String,
    lastName: String,
    role: Role,
    contactEmail: String,
    loginName: String,
    externalID: String,
    externalProvider: String
  ) {
    self.firstName = firstName
    self.lastName = lastName
    self.role = role
    self.contactEmail = contactEmail
    self.loginName = loginName
    self.externalID = externalID
    self.externalProvider = externalProvider
  }

  enum CodingKeys: String, CodingKey {
    case firstName = "first_name"
    case lastName = "last_name"
    case role = "role_name"
    case contactEmail = "contact_email"
    case loginName = "login_name"
    case externalID = "external_id"
    case externalProvider = "external_provider"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    let fields = [
      ("first_name", firstName, 80), ("last_name", lastName, 80), ("contact_email", contactEmail, 80),
      ("login_name", loginName, 50), ("external_id", externalID, 255), ("external_provider", externalProvider, 80),
    ]
    for (name, value, limit) in fields {
      try check.require(!value.isEmpty, name, "is empty")
      try check.length(name, value, limit: limit)
    }
  }
}

extension SSOUser: Redacting {
  /// The role, none of the personal data.
  public var description: String { "SSOUser(\(role.rawValue))" }
}
