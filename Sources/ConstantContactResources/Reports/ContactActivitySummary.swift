public import ConstantContactCore

/// The activity of a contact with one email.
public struct ContactActivitySummary: Sendable, Hashable, Decodable {
  /// The contact. Empty when the response names none.
  public internal(set) var contactID: ContactID = ""
  /// The email. Empty when the response names none.
  public let campaignActivityID: CampaignActivityID
  /// When it was last sent to the contact.
  public let startOn: Timestamp?
  /// The number of sends.
  public let sends: Int?
  /// The number of opens.
  public let opens: Int?
  /// The number of clicks.
  public let clicks: Int?
  /// The number of bounces.
  public let bounces: Int?
  /// The number of forwards.
  public let forwards: Int?
  /// The number of opt-outs.
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

  /// The part of the response beside the rows.
  struct Envelope: Decodable {
    let contactID: ContactID

    init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: TextKey.self)
      contactID = container[TextKey("contact_id")] ?? ""
    }
  }
}
