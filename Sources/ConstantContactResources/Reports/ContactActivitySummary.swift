public import ConstantContactCore

/// How often a contact did what with each mail.
public struct ContactActivitySummary: Sendable, Hashable, Decodable {
  /// One mail.
  public struct Mail: Sendable, Hashable, Decodable {
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

  /// The contact. Empty when the service sent none.
  public let contactID: ContactID
  /// The mails. Property `campaign_activities`.
  public private(set) var mails: [Mail]
  /// The properties that were there but could not be read, by the service's names.
  public private(set) var unreadableFields: Set<String>

  let next: PageCursor?

  enum CodingKeys: String, CodingKey {
    case contactID = "contact_id"
    case mails = "campaign_activities"
    case links = "_links"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    contactID = container[.contactID] ?? ""
    mails = container.array(.mails) ?? []
    let links: JSONValue? = container[.links]
    next = links?["next"]?["href"]?.text.flatMap { $0.isEmpty ? nil : PageCursor(link: $0) }
    unreadableFields = container.malformed
  }

  mutating func append(_ other: ContactActivitySummary) {
    mails += other.mails
    unreadableFields.formUnion(other.unreadableFields)
  }
}
