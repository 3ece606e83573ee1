internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /contact_lists`
  public static let listsList = lists("list", .get, "/contact_lists", privilege: .contactListsRead)
    .returning(.collection)
  /// `POST /contact_lists`
  public static let listsCreate = lists(
    "create", .post, "/contact_lists", success: [201], replay: .onlyIfNotSent
  )
  .checked(
    by: "ListsAPI/find(named:)", "returns the list if it was created; a second call then fails with a conflict"
  )
  .returning(.object("list_id"))
  /// `GET /contact_lists/{list_id}`
  public static let listsGet = lists("get", .get, "/contact_lists/{list_id}", privilege: .contactListsRead)
    .returning(.object("list_id"))
  /// `PUT /contact_lists/{list_id}`
  public static let listsReplace = lists("replace", .put, "/contact_lists/{list_id}")
    .returning(.object("list_id"))
  /// `DELETE /contact_lists/{list_id}`
  public static let listsDelete = lists("delete", .delete, "/contact_lists/{list_id}", success: [202])
    .returning(.object("activity_id"))
  /// `GET /contact_lists/list_id_xrefs`
  public static let listsCrossReferences = lists(
    "crossReferences", .get, "/contact_lists/list_id_xrefs", privilege: .contactListsRead
  )
  .returning(.collection)

  private static func lists(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    privilege: UserPrivilege = .contactListsWrite,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "lists.\(name)", method, path, scope: .contactData, privilege: privilege, success: success, replay: replay)
  }
}
