public import ConstantContactCore
public import ConstantContactTransport

/// A user who signs in to an account through an identity provider.
public struct SSOUser: Sendable, Hashable, Codable {
  /// The role of a user.
  public struct Role: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Full access.
    public static let accountManager: Role = "account_manager"
    /// Creates and edits campaigns, and reads lists.
    public static let campaignCreator: Role = "campaign_creator"
  }

  /// The first name, at most 80 characters.
  public var firstName: String
  /// The last name, at most 80 characters.
  public var lastName: String
  /// The role.
  public var role: Role
  /// The email address, at most 80 characters.
  public var contactEmail: String
  /// The user name, at most 50 characters.
  public var loginName: String
  /// The user's ID with the identity provider, at most 255 characters.
  public var externalID: String
  /// The identity provider, at most 80 characters.
  public var externalProvider: String

  /// Creates a user.
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
  /// The role, without personal data.
  public var description: String { "SSOUser(\(role.rawValue))" }
}
