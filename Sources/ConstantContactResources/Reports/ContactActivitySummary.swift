public import ConstantContactCore

/// The activity of a contact with one email.
public struct ContactActivitySummary: Sendable, Hashable, Decodable {
  /// The mail. Empty when the service sent none.
  public let campaignActivityID: CampaignActivityID
  /// When it was sent to the contact last.
  public let startOn: Timestamp?
  /// How often it was sent.
  public let sends: Int?
  /// How often it was opened.
  public let opens: Int?
  /// How often a link was clicked.
  public let clicks: Int?
  /// How often it came back.
  public let bounces: Int?
  /// How often it was forwarded.
  public let forwards: Int?
  /// How often the contact opted out.
  public let unsubscribes: Int?

  enum CodingKeys: String, CodingKey {
    case campaignActivityID = "campaign_activity_id"
    case startOn = "start_on"
    case sends = "em_sends"
    case opens = "em_opens"
    case clicks = "em_clicks"
    case bounces = "em_bounces"
    case forwards = "em_forwards"
    case unsubscribes = "em_unsubscribes"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    campaignActivityID = container[.campaignActivityID] ?? ""
    startOn = container[.startOn]
    sends = container[.sends]
    opens = container[.opens]
    clicks = container[.clicks]
    bounces = container[.bounces]
    forwards = container[.forwards]
    unsubscribes = container[.unsubscribes]
  }
}
