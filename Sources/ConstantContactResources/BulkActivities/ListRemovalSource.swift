internal import ConstantContactCore

/// Which contacts to take off lists.
public enum ListRemovalSource: Sendable, Hashable {
  /// These contacts, 1 to 500.
  case contacts([ContactID])
  /// Those on any of these lists, 1 to 100. (The contract says 50, the vendor's guide 100: the service decides.)
  case lists([ListID])
  /// Those with any of these tags, 1 to 50.
  case tags([TagID])
  /// Those who open and click that often.
  case engagement(ContactEngagementLevel)
  /// All who may be mailed.
  case allActive

  var body: BulkSourceBody {
    var body = BulkSourceBody()
    body.listLimit = 100
    switch self {
    case .contacts(let ids): body.contactIDs = ids
    case .lists(let ids): body.listIDs = ids
    case .tags(let ids): body.tagIDs = ids
    case .engagement(let level): body.engagementLevel = level
    case .allActive: body.allActiveContacts = true
    }
    return body
  }
}
