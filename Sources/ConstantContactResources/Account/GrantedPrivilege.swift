public import ConstantContactCore

/// A privilege that the connected user has.
public struct GrantedPrivilege: Sendable, Hashable, Identifiable, Decodable {
  /// The privilege's id. Empty when the service sent none.
  public let id: UserPrivilegeID
  /// The privilege. The service names many that none of its operations asks for. Property `privilege_name`.
  public let privilege: UserPrivilege?

  enum CodingKeys: String, CodingKey {
    case id = "privilege_id"
    case privilege = "privilege_name"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    privilege = container[.privilege]
  }
}
