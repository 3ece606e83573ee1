internal import ConstantContactCore

/// The contacts to add tags to, or to remove tags from.
public enum TaggingSource: Sendable, Hashable, Codable {
  /// These contacts, 1 to 500.
  case contacts([ContactID])
  /// The contacts on any of these lists, 1 to 50.
  case lists([ListID])
  /// The contacts with any of these tags, 1 to 50.
  case tags([TagID])
  /// The contacts that subscribed recently: in the last 30 days, as for exports.
  case newSubscribers
  /// All contacts that can receive email.
  case allActive

  var body: BulkSourceBody {
    var body = BulkSourceBody()
    switch self {
    case .contacts(let ids): body.contactIDs = ids
    case .lists(let ids): body.listIDs = ids
    case .tags(let ids): body.tagIDs = ids
    case .newSubscribers: body.newSubscriber = true
    case .allActive: body.allActiveContacts = true
    }
    return body
  }
}
