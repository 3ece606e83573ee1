internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /contact_tags`
  public static let tagsList = tags("list", .get, "/contact_tags", reading: true)
    .returning(.collection)
  /// `POST /contact_tags`
  public static let tagsCreate = tags("create", .post, "/contact_tags", success: [201], replay: .onlyIfNotSent)
    .checked(
      by: "TagsAPI/find(named:)", "returns the tag if it was created; a second call then fails with a conflict"
    )
    .returning(.object("tag_id"))
  /// `GET /contact_tags/{tag_id}`
  public static let tagsGet = tags("get", .get, "/contact_tags/{tag_id}", reading: true)
    .returning(.object("tag_id"))
  /// `PUT /contact_tags/{tag_id}`
  public static let tagsRename = tags("rename", .put, "/contact_tags/{tag_id}")
    .returning(.object("tag_id"))
  /// `DELETE /contact_tags/{tag_id}`
  public static let tagsDelete = tags("delete", .delete, "/contact_tags/{tag_id}", success: [202])
    .returning(.object("activity_id"))

  private static func tags(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    reading: Bool = false,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "tags.\(name)", method, path, scope: .contactData, privilege: reading ? .contactsRead : .contactsWrite,
      success: success, replay: replay)
  }
}
