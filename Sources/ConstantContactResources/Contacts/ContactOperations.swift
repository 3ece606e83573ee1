internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /contacts`
  public static let contactsList = contacts("list", .get, "/contacts", reading: true, success: [200, 202])
  /// `POST /contacts`
  public static let contactsCreate = contacts("create", .post, "/contacts", success: [201], replay: .onlyIfNotSent)
  /// `GET /contacts/{contact_id}`
  public static let contactsGet = contacts("get", .get, "/contacts/{contact_id}", reading: true)
  /// `PUT /contacts/{contact_id}`
  public static let contactsReplace = contacts("replace", .put, "/contacts/{contact_id}")
  /// `DELETE /contacts/{contact_id}`
  public static let contactsDelete = contacts("delete", .delete, "/contacts/{contact_id}", success: [204])

  private static func contacts(
    _ name: String,
    _ method: HTTPMethod,
    _ path: String,
    reading: Bool = false,
    success: [HTTPStatus] = [200],
    replay: ReplayRule = .safe
  ) -> OperationDescriptor {
    OperationDescriptor(
      "contacts.\(name)", method, path, scope: .contactData, privilege: reading ? .contactsRead : .contactsWrite,
      success: success, replay: replay)
  }
}
