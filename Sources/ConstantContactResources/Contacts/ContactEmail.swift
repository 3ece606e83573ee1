public import ConstantContactCore
public import ConstantContactTransport

/// A contact's e-mail address, with what the account may do with it. Property `email_address`.
public struct ContactEmail: APIModel {
  /// The address, at most 80 characters.
  public var address: String?
  /// What the account may send.
  public var permissionToSend: PermissionToSend?
  /// How far the confirmation has come.
  public var confirmStatus: ConfirmStatus?
  /// When the address was added.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// Who opted it in.
  public var optInSource: ContactSource?
  /// When it was opted in.
  public var optInDate: Timestamp?
  /// Who opted it out.
  public var optOutSource: ContactSource?
  /// When it was opted out.
  public var optOutDate: Timestamp?
  /// Why, in the contact's words; at most 255 characters.
  public var optOutReason: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("address", &address)
    mapper.map("permission_to_send", &permissionToSend)
    mapper.map("confirm_status", &confirmStatus)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
    mapper.map("opt_in_source", &optInSource)
    mapper.map("opt_in_date", &optInDate)
    mapper.map("opt_out_source", &optOutSource)
    mapper.map("opt_out_date", &optOutDate)
    mapper.map("opt_out_reason", &optOutReason)
  }
}

extension ContactEmail: Redacting {
  /// The permission, without the address.
  public var description: String { "ContactEmail(\(permissionToSend?.rawValue ?? "no permission"))" }
}
