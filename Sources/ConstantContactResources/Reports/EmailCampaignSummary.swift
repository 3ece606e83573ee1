public import ConstantContactCore

/// How an e-mail campaign fared: counts of contacts, each counted once.
public struct EmailCampaignSummary: Sendable, Hashable, Identifiable, Decodable {
  /// How many contacts did something, or had something done to them.
  public struct UniqueCounts: Sendable, Hashable, Decodable {
    /// Were sent to.
    public let sends: Int?
    /// Opened.
    public let opens: Int?
    /// Clicked.
    public let clicks: Int?
    /// Forwarded.
    public let forwards: Int?
    /// Opted out.
    public let optOuts: Int?
    /// Complained of spam.
    public let abuse: Int?
    /// Whose mail came back.
    public let bounces: Int?
    /// Did not open.
    public let notOpened: Int?

    enum CodingKeys: String, CodingKey {
      case sends, opens, clicks, forwards
      case optOuts = "optouts"
      case abuse, bounces
      case notOpened = "not_opened"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      sends = container[.sends]
      opens = container[.opens]
      clicks = container[.clicks]
      forwards = container[.forwards]
      optOuts = container[.optOuts]
      abuse = container[.abuse]
      bounces = container[.bounces]
      notOpened = container[.notOpened]
    }
  }

  /// Percentages, 0 to 100, over a page's campaigns.
  public struct Percents: Sendable, Hashable, Decodable {
    /// Who clicked.
    public let click: Double?
    /// Who opened.
    public let open: Double?
    /// Who did not.
    public let didNotOpen: Double?
    /// Whose mail came back.
    public let bounce: Double?
    /// Who opted out.
    public let unsubscribe: Double?

    enum CodingKeys: String, CodingKey {
      case click, open
      case didNotOpen = "did_not_open"
      case bounce, unsubscribe
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      click = container[.click]
      open = container[.open]
      didNotOpen = container[.didNotOpen]
      bounce = container[.bounce]
      unsubscribe = container[.unsubscribe]
    }
  }

  /// The campaign. Empty when the service sent none.
  public let id: CampaignID
  /// What kind of mail it is, such as `Newsletter`; an open set. The spelling differs from that of campaigns.
  public let campaignType: String?
  /// When it was sent last.
  public let lastSentAt: Timestamp?
  /// How many contacts did what.
  public let uniqueCounts: UniqueCounts?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "campaign_id"
    case campaignType = "campaign_type"
    case lastSentAt = "last_sent_date"
    case uniqueCounts = "unique_counts"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    campaignType = container[.campaignType]
    lastSentAt = container[.lastSentAt]
    uniqueCounts = container[.uniqueCounts]
    unreadableFields = container.malformed
  }
}
