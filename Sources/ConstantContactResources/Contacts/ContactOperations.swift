internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /contacts`
  public static let contactsList = contacts("list", .get, "/contacts", reading: true, success: [200, 202])
    .returning(.collection)
  /// `POST /contacts`
  public static let contactsCreate = contacts("create", .post, "/contacts", success: [201], replay: .onlyIfNotSent)
    .checked(
      by: "ContactsAPI/find(email:including:)",
      "returns the contact if it was created; a second call then fails with a conflict"
    )
    .returning(.object("contact_id"))
  /// `GET /contacts/{contact_id}`
  public static let contactsGet = contacts("get", .get, "/contacts/{contact_id}", reading: true)
    .returning(.object("contact_id"))
  /// `PUT /contacts/{contact_id}`
  public static let contactsReplace = contacts("replace", .put, "/contacts/{contact_id}")
    .returning(.object("contact_id"))
  /// `DELETE /contacts/{contact_id}`
  public static let contactsDelete = contacts("delete", .delete, "/contacts/{contact_id}", success: [204])
    .returning(.nothing)
  /// `POST /contacts/sign_up_form`
  public static let contactsRecordSignUp = contacts(
    "recordSignUp", .post, "/contacts/sign_up_form", success: [201, 200]
  )
  .returning(.object("contact_id"))
  /// `PUT /contacts/resubscribe/{contact_id}`
  public static let contactsResubscribe = contacts(
    "askToResubscribe", .put, "/contacts/resubscribe/{contact_id}", replay: .onlyIfNotSent
  )
  .checked("no method shows whether the message was sent; a second call sends a second message")
  .returning(.nothing)
  /// `GET /contacts/counts`
  public static let contactsCounts = contacts("counts", .get, "/contacts/counts", reading: true)
    .returning(.object("total"))
  /// `GET /contacts/contact_id_xrefs`
  public static let contactsCrossReferences = contacts(
    "crossReferences", .get, "/contacts/contact_id_xrefs", reading: true
  )
  .returning(.collection)
  /// `GET /contacts/sms_engagement_history/{contact_id}`
  public static let contactsSMSHistory = contacts(
    "smsHistory", .get, "/contacts/sms_engagement_history/{contact_id}", reading: true
  )
  .returning(.array)

  private static func contacts(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    reading: Bool = false,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "contacts.\(name)", method, path, scope: .contactData, privilege: reading ? .contactsRead : .contactsWrite,
      success: success, replay: replay)
  }
}
