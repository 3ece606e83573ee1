internal import ConstantContactCore

/// Which contacts to put on lists.
public enum ListAdditionSource: Sendable, Hashable {
  /// These contacts, 1 to 500.
  case contacts([ContactID])
  /// Those on any of these lists, 1 to 50.
  case lists([ListID])
  /// Those with any of these tags, 1 to 50.
  case tags([TagID])
  /// Those of a segment.
  case segment(SegmentID)
  /// Those who open and click that often.
  case engagement(ContactEngagementLevel)
  /// All who may be mailed.
  case allActive

  var body: BulkSourceBody {
    var body = BulkSourceBody()
    switch self {
    case .contacts(let ids): body.contactIDs = ids
    case .lists(let ids): body.listIDs = ids
    case .tags(let ids): body.tagIDs = ids
    case .segment(let id): body.segmentID = id
    case .engagement(let level): body.engagementLevel = level
    case .allActive: body.allActiveContacts = true
    }
    return body
  }
}
