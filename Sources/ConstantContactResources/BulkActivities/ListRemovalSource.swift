internal import ConstantContactCore

/// The contacts to remove from lists.
public enum ListRemovalSource: Sendable, Hashable, Codable {
  /// These contacts, 1 to 500.
  case contacts([ContactID])
  /// The contacts on any of these lists, 1 to 100. (The contract says 50, the guide 100.)
  case lists([ListID])
  /// The contacts with any of these tags, 1 to 50.
  case tags([TagID])
  /// The contacts with an engagement level.
  case engagement(ContactEngagementLevel)
  /// All contacts that can receive email.
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
