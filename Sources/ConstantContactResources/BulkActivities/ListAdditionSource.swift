internal import ConstantContactCore

/// The contacts to add to lists.
public enum ListAdditionSource: Sendable, Hashable, Codable {
  /// These contacts, 1 to 500.
  case contacts([ContactID])
  /// The contacts on any of these lists, 1 to 50.
  case lists([ListID])
  /// The contacts with any of these tags, 1 to 50.
  case tags([TagID])
  /// The contacts of a segment.
  case segment(SegmentID)
  /// The contacts with an engagement level.
  case engagement(ContactEngagementLevel)
  /// All contacts that can receive email.
  case allActive

  var body: BulkSourceBody {
    var body = BulkSourceBody()
    switch self {
    case .contacts(let ids): body.contactIDs = ids
    case .lists(let ids): body.listIDs = ids
    case .tags(let ids): body.tagIDs = ids
    case .segment(let id): body.segmentID = SegmentNumber(id)
    case .engagement(let level): body.engagementLevel = level
    case .allActive: body.allActiveContacts = true
    }
    return body
  }
}
