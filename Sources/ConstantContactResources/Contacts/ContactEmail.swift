public import ConstantContactCore
public import ConstantContactTransport

/// A contact's email address and the permission to send to it. Property `email_address`.
public struct ContactEmail: APIModel {
  /// The address, at most 80 characters.
  public var address: String?
  /// What the account may send.
  public var permissionToSend: PermissionToSend?
  /// The confirmation state.
  public var confirmStatus: ConfirmStatus?
  /// The date on which the address was added.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// Who opted the address in.
  public var optInSource: ContactSource?
  /// The date of the opt-in.
  public var optInDate: Timestamp?
  /// Who opted the address out.
  public var optOutSource: ContactSource?
  /// The date of the opt-out.
  public var optOutDate: Timestamp?
  /// The contact's reason for the opt-out, at most 255 characters.
  public var optOutReason: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("address", &address)
    mapper.map("permission_to_send", &permissionToSend)
    mapper.map("confirm_status", &confirmStatus, .readOnly)
    mapper.map("created_at", &createdAt, .readOnly)
    mapper.map("updated_at", &updatedAt, .readOnly)
    mapper.map("opt_in_source", &optInSource, .readOnly)
    mapper.map("opt_in_date", &optInDate, .readOnly)
    mapper.map("opt_out_source", &optOutSource, .readOnly)
    mapper.map("opt_out_date", &optOutDate, .readOnly)
    mapper.map("opt_out_reason", &optOutReason)
  }
}

extension ContactEmail: Redacting {
  /// The permission, without the address.
  public var description: String { "ContactEmail(\(permissionToSend?.rawValue ?? "no permission"))" }
}
