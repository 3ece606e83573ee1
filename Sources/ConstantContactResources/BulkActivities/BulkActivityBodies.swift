internal import ConstantContactCore

/// The body of a JSON import.
struct ContactsImportBody: Encodable {
  let contacts: [ImportedContact]
  let listIDs: [ListID]
  let smsPermission: ImportSMSPermission?

  enum CodingKeys: String, CodingKey {
    case contacts = "import_data"
    case listIDs = "list_ids"
    case smsPermission = "sms_permission_to_send"
  }

  func check(_ operation: String) throws {
    let limits = BulkActivityLimits.self
    try limits.checkIDs("import_data", contacts.count, limit: limits.importedContacts, operation)
    try limits.checkIDs("list_ids", listIDs.count, limit: limits.lists, operation)
    for (index, contact) in contacts.enumerated() {
      try contact.check(operation, place: "import_data[\(index)]", smsPermission: smsPermission)
    }
  }
}

/// The body of a change of list memberships or taggings: the contacts, the exceptions, and the lists or tags.
struct MembershipBody: Encodable {
  let source: BulkSourceBody
  let exclude: BulkExclusionBody?
  var listIDs: [ListID]?
  var tagIDs: [TagID]?

  enum CodingKeys: String, CodingKey {
    case source
    case exclude
    case listIDs = "list_ids"
    case tagIDs = "tag_ids"
  }

  func check(_ operation: String) throws {
    let limits = BulkActivityLimits.self
    try source.check(operation)
    try InputCheck(operation).require(
      exclude == nil || source.allowsExclusion, "exclude", "requires `all_active_contacts` or `list_ids` as the source")
    if let listIDs { try limits.checkIDs("list_ids", listIDs.count, limit: limits.lists, operation) }
    if let tagIDs { try limits.checkIDs("tag_ids", tagIDs.count, limit: limits.tags, operation) }
  }
}

/// The property `exclude` of a bulk request.
struct BulkExclusionBody: Codable {
  let contactIDs: [ContactID]

  enum CodingKeys: String, CodingKey {
    case contactIDs = "contact_ids"
  }

  init?(_ contactIDs: [ContactID]) {
    guard !contactIDs.isEmpty else { return nil }
    self.contactIDs = contactIDs
  }
}
