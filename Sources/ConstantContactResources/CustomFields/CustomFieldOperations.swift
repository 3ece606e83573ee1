internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /contact_custom_fields`
  public static let customFieldsList = OperationDescriptor(
    "customFields.list", .get, "/contact_custom_fields", scope: .contactData, privilege: .contactsRead,
    replay: .idempotent
  )
  .returning(.collection)
  /// `POST /contact_custom_fields`
  public static let customFieldsCreate = OperationDescriptor(
    "customFields.create", .post, "/contact_custom_fields", scope: .contactData, privilege: .contactsWrite,
    success: [201], replay: .onlyIfNotSent
  )
  .checked(
    by: "CustomFieldsAPI/find(named:)", "returns the field if it was created; a second call then fails with a conflict"
  )
  .returning(.object("custom_field_id"))
  /// `GET /contact_custom_fields/{custom_field_id}`
  public static let customFieldsGet = OperationDescriptor(
    "customFields.get", .get, "/contact_custom_fields/{custom_field_id}", scope: .contactData,
    privilege: .contactsRead, replay: .idempotent
  )
  .returning(.object("custom_field_id"))
  /// `PUT /contact_custom_fields/{custom_field_id}`
  public static let customFieldsReplace = OperationDescriptor(
    "customFields.replace", .put, "/contact_custom_fields/{custom_field_id}", scope: .contactData,
    privilege: .contactsWrite, replay: .idempotent
  )
  .returning(.object("custom_field_id"))
  /// `DELETE /contact_custom_fields/{custom_field_id}`
  public static let customFieldsDelete = OperationDescriptor(
    "customFields.delete", .delete, "/contact_custom_fields/{custom_field_id}", scope: .contactData,
    privilege: .contactsWrite, success: [204], replay: .idempotent
  )
  .returning(.nothing)
}
