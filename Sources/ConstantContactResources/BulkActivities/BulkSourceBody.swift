internal import ConstantContactCore

/// The property `source` of a bulk request: exactly one way to say which contacts are meant.
struct BulkSourceBody: Encodable {
  var contactIDs: [ContactID]?
  var listIDs: [ListID]?
  var tagIDs: [TagID]?
  var segmentID: SegmentID?
  var engagementLevel: ContactEngagementLevel?
  var allActiveContacts: Bool?
  var newSubscriber: Bool?
  /// How many lists the source may name.
  var listLimit = BulkActivityLimits.lists

  enum CodingKeys: String, CodingKey {
    case contactIDs = "contact_ids"
    case listIDs = "list_ids"
    case tagIDs = "tag_ids"
    case segmentID = "segment_id"
    case engagementLevel = "engagement_level"
    case allActiveContacts = "all_active_contacts"
    case newSubscriber = "new_subscriber"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(contactIDs, forKey: .contactIDs)
    try container.encodeIfPresent(listIDs, forKey: .listIDs)
    try container.encodeIfPresent(tagIDs, forKey: .tagIDs)
    try container.encodeIfPresent(segmentID.flatMap { Int($0.rawValue) }, forKey: .segmentID)
    try container.encodeIfPresent(engagementLevel, forKey: .engagementLevel)
    try container.encodeIfPresent(allActiveContacts, forKey: .allActiveContacts)
    try container.encodeIfPresent(newSubscriber, forKey: .newSubscriber)
  }

  func check(_ operation: String) throws {
    let limits = BulkActivityLimits.self
    if let contactIDs {
      try limits.checkIDs("source.contact_ids", contactIDs.count, limit: limits.contacts, operation)
    }
    if let listIDs { try limits.checkIDs("source.list_ids", listIDs.count, limit: listLimit, operation) }
    if let tagIDs { try limits.checkIDs("source.tag_ids", tagIDs.count, limit: limits.tags, operation) }
    if let segmentID {
      try InputCheck(operation).require(Int(segmentID.rawValue) != nil, "source.segment_id", "is not a number")
    }
  }

  /// Whether contacts can be left out of it.
  var allowsExclusion: Bool { allActiveContacts != nil || listIDs != nil }
}

/// The property `exclude` of a bulk request.
struct BulkExclusionBody: Encodable {
  let contactIDs: [ContactID]

  enum CodingKeys: String, CodingKey {
    case contactIDs = "contact_ids"
  }

  init?(_ contactIDs: [ContactID]) {
    guard !contactIDs.isEmpty else { return nil }
    self.contactIDs = contactIDs
  }
}
