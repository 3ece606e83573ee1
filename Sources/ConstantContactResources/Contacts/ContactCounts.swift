internal import ConstantContactCore

/// How many contacts the account has, by permission.
public struct ContactCounts: Sendable, Hashable, Decodable {
  /// All contacts.
  public let total: Int?
  /// Contacts that asked for mail.
  public let explicit: Int?
  /// Contacts with a business relationship.
  public let implicit: Int?
  /// Contacts that were asked to confirm.
  public let pending: Int?
  /// Contacts that have opted out.
  public let unsubscribed: Int?
  /// Contacts that were added in the last 30 days, where that was asked for.
  public let newSubscribers: Int?

  enum CodingKeys: String, CodingKey {
    case total
    case explicit
    case implicit
    case pending
    case unsubscribed
    case newSubscribers = "new_subscriber"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    total = container[.total]
    explicit = container[.explicit]
    implicit = container[.implicit]
    pending = container[.pending]
    unsubscribed = container[.unsubscribed]
    newSubscribers = container[.newSubscribers]
  }
}
