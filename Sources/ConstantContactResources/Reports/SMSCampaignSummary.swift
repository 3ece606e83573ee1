public import ConstantContactCore

/// How a campaign of text messages fared: counts of contacts, each counted once.
public struct SMSCampaignSummary: Sendable, Hashable, Identifiable, Decodable {
  /// How many contacts did something, or had something done to them.
  public struct UniqueCounts: Sendable, Hashable, Decodable {
    /// Were sent to.
    public let sends: Int?
    /// Received it.
    public let delivers: Int?
    /// Opened. Often missing.
    public let opens: Int?
    /// Clicked.
    public let clicks: Int?
    /// Opted out.
    public let optOuts: Int?

    enum CodingKeys: String, CodingKey {
      case sends, delivers, opens, clicks
      case optOuts = "optouts"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      sends = container[.sends]
      delivers = container[.delivers]
      opens = container[.opens]
      clicks = container[.clicks]
      optOuts = container[.optOuts]
    }
  }

  /// Percentages, 0 to 100, over a page's campaigns.
  public struct Percents: Sendable, Hashable, Decodable {
    /// Who received it.
    public let deliver: Double?
    /// Who clicked.
    public let click: Double?
    /// Whose message came back.
    public let bounce: Double?
    /// Who opted out.
    public let unsubscribe: Double?

    enum CodingKeys: String, CodingKey {
      case deliver, click, bounce, unsubscribe
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      deliver = container[.deliver]
      click = container[.click]
      bounce = container[.bounce]
      unsubscribe = container[.unsubscribe]
    }
  }

  /// The campaign. Empty when the service sent none.
  public let id: CampaignID
  /// Its name.
  public let name: String?
  /// `SMS`; an open set.
  public let campaignType: String?
  /// When it was sent last.
  public let lastSentAt: Timestamp?
  /// How many contacts did what.
  public let uniqueCounts: UniqueCounts?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "campaign_id"
    case name = "campaign_name"
    case campaignType = "campaign_type"
    case lastSentAt = "last_sent_date"
    case uniqueCounts = "unique_counts"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    campaignType = container[.campaignType]
    lastSentAt = container[.lastSentAt]
    uniqueCounts = container[.uniqueCounts]
    unreadableFields = container.malformed
  }
}
