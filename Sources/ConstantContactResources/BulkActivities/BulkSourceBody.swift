internal import ConstantContactCore

/// The property `source` of a bulk request: exactly one way to select contacts.
struct BulkSourceBody: Encodable {
  var contactIDs: [ContactID]?
  var listIDs: [ListID]?
  var tagIDs: [TagID]?
  var segmentID: SegmentNumber?
  var engagementLevel: ContactEngagementLevel?
  var allActiveContacts: Bool?
  var newSubscriber: Bool?
  /// The number of lists that the source may name.
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

  func check(_ operation: String) throws {
    let limits = BulkActivityLimits.self
    if let contactIDs {
      try limits.checkIDs("source.contact_ids", contactIDs.count, limit: limits.contacts, operation)
    }
    if let listIDs { try limits.checkIDs("source.list_ids", listIDs.count, limit: listLimit, operation) }
    if let tagIDs { try limits.checkIDs("source.tag_ids", tagIDs.count, limit: limits.tags, operation) }
    if let segmentID {
      try InputCheck(operation).require(segmentID.id.number != nil, "source.segment_id", "is not a number")
    }
  }

  /// Whether the API allows exceptions from this source.
  var allowsExclusion: Bool { allActiveContacts != nil || listIDs != nil }
}
