internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /activities`
  public static let activitiesList = activities("list", .get, "/activities")
    .returning(.collection)
  /// `GET /activities/{activity_id}`
  public static let activitiesGet = activities("get", .get, "/activities/{activity_id}")
    .returning(.object("activity_id"))
  /// `POST /activities/contacts_json_import`
  public static let activitiesImportContacts = activities("importContacts", .post, "/activities/contacts_json_import")
    .returning(.object("activity_id"))
  /// `POST /activities/contacts_file_import`
  public static let activitiesImportCSV = activities("importCSV", .post, "/activities/contacts_file_import")
    .returning(.object("activity_id"))
  /// `POST /activities/contact_exports`
  public static let activitiesExportContacts = activities("exportContacts", .post, "/activities/contact_exports")
    .returning(.object("activity_id"))
  /// `GET /contact_exports/{file_export_id}`
  public static let activitiesExportedCSV = activities("exportedCSV", .get, "/contact_exports/{file_export_id}")
    .returning(.csv)
  /// `POST /activities/contact_delete`
  public static let activitiesDeleteContacts = activities("deleteContacts", .post, "/activities/contact_delete")
    .returning(.object("activity_id"))
  /// `POST /activities/add_list_memberships`
  public static let activitiesAddContacts = activities("addContacts", .post, "/activities/add_list_memberships")
    .returning(.object("activity_id"))
  /// `POST /activities/remove_list_memberships`
  public static let activitiesRemoveContacts = activities(
    "removeContacts", .post, "/activities/remove_list_memberships"
  )
  .returning(.object("activity_id"))
  /// `POST /activities/list_delete`
  public static let activitiesDeleteLists = activities("deleteLists", .post, "/activities/list_delete")
    .returning(.object("activity_id"))
  /// `POST /activities/contacts_taggings_add`
  public static let activitiesAddTags = activities("addTags", .post, "/activities/contacts_taggings_add")
    .returning(.object("activity_id"))
  /// `POST /activities/contacts_taggings_remove`
  public static let activitiesRemoveTags = activities("removeTags", .post, "/activities/contacts_taggings_remove")
    .returning(.object("activity_id"))
  /// `POST /activities/contacts_tags_delete`
  public static let activitiesDeleteTags = activities("deleteTags", .post, "/activities/contacts_tags_delete")
    .returning(.object("activity_id"))
  /// `POST /activities/custom_fields_delete`
  public static let activitiesDeleteCustomFields = activities(
    "deleteCustomFields", .post, "/activities/custom_fields_delete"
  )
  .returning(.object("activity_id"))

  private static func activities(_ name: String, _ method: TransportMethod, _ path: String) -> OperationDescriptor {
    // A second request would do the work twice. The API demands the write privilege for reads, too.
    let descriptor = OperationDescriptor(
      "activities.\(name)", method, path, scope: .contactData, privilege: .contactsWrite,
      success: method == .post ? [201] : [200], replay: method == .post ? .onlyIfNotSent : .idempotent)
    return method == .post
      ? descriptor.checked(
        by: "BulkActivitiesAPI/list(state:limit:pageSize:from:)", "lists the activity if it was queued") : descriptor
  }
}
