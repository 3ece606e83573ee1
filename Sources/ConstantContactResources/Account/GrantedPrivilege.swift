public import ConstantContactCore

/// A privilege that the connected user has.
public struct GrantedPrivilege: Identifiable, APIModel {
  /// The privilege's ID. Empty when the response had none.
  public var id: UserPrivilegeID = ""
  /// The privilege. The API returns many that no operation requires. Property `privilege_name`.
  public var privilege: UserPrivilege?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("privilege_id", &id)
    mapper.map("privilege_name", &privilege)
  }
}
