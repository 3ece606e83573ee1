public import ConstantContactCore
public import ConstantContactTransport

/// A contact's e-mail address, with what the account may do with it. Property `email_address`.
public struct ContactEmail: Sendable, Hashable, Decodable {
  /// The address, at most 80 characters.
  public let address: String?
  /// What the account may send.
  public let permissionToSend: PermissionToSend?
  /// How far the confirmation has come.
  public let confirmStatus: ConfirmStatus?
  /// When the address was added.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// Who opted it in.
  public let optInSource: ContactSource?
  /// When it was opted in.
  public let optInDate: Timestamp?
  /// Who opted it out.
  public let optOutSource: ContactSource?
  /// When it was opted out.
  public let optOutDate: Timestamp?
  /// Why, in the contact's words; at most 255 characters.
  public let optOutReason: String?

  let malformed: Set<String>

  enum CodingKeys: String, CodingKey {
    case address
    case permissionToSend = "permission_to_send"
    case confirmStatus = "confirm_status"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case optInSource = "opt_in_source"
    case optInDate = "opt_in_date"
    case optOutSource = "opt_out_source"
    case optOutDate = "opt_out_date"
    case optOutReason = "opt_out_reason"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    address = container[.address]
    permissionToSend = container[.permissionToSend]
    confirmStatus = container[.confirmStatus]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    optInSource = container[.optInSource]
    optInDate = container[.optInDate]
    optOutSource = container[.optOutSource]
    optOutDate = container[.optOutDate]
    optOutReason = container[.optOutReason]
    malformed = container.malformed
  }
}

extension ContactEmail: Redacting {
  /// The permission, without the address.
  public var description: String { "ContactEmail(\(permissionToSend?.rawValue ?? "no permission"))" }
}
