internal import ConstantContactCore

/// Which contacts to give tags to, or take tags from.
public enum TaggingSource: Sendable, Hashable {
  /// These contacts, 1 to 500.
  case contacts([ContactID])
  /// Those on any of these lists, 1 to 50.
  case lists([ListID])
  /// Those with any of these tags, 1 to 50.
  case tags([TagID])
  /// Those who subscribed of late: in the last 30 days, as exports have it.
  case newSubscribers
  /// All who may be mailed.
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
