public import ConstantContactCore

/// The results of an SMS campaign, as numbers of contacts.
public struct SMSCampaignSummary: Identifiable, APIModel {
  /// The numbers of contacts, by type of activity.
  public struct UniqueCounts: APIModel {
    /// The contacts that the message was sent to.
    public var sends: Int?
    /// The contacts that received the message.
    public var delivers: Int?
    /// The contacts that opened the message. Often missing.
    public var opens: Int?
    /// The contacts that clicked a link.
    public var clicks: Int?
    /// The contacts that opted out.
    public var optOuts: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("sends", &sends)
      mapper.map("delivers", &delivers)
      mapper.map("opens", &opens)
      mapper.map("clicks", &clicks)
      mapper.map("optouts", &optOuts)
    }
  }

  /// The percentages over the campaigns of a page, 0 to 100.
  public struct Percents: APIModel {
    /// The contacts that received the message.
    public var deliver: Double?
    /// The contacts that clicked a link.
    public var click: Double?
    /// The contacts whose message bounced.
    public var bounce: Double?
    /// The contacts that opted out.
    public var unsubscribe: Double?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("deliver", &deliver)
      mapper.map("click", &click)
      mapper.map("bounce", &bounce)
      mapper.map("unsubscribe", &unsubscribe)
    }
  }

  /// The campaign. Empty when the response had none.
  public var id: CampaignID = ""
  /// The name.
  public var name: String?
  /// The type, `SMS`.
  public var campaignType: CampaignType?
  /// The date of the last send.
  public var lastSentAt: Timestamp?
  /// The numbers of contacts, by type of activity.
  public var uniqueCounts: UniqueCounts?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_id", &id)
    mapper.map("campaign_name", &name)
    mapper.map("campaign_type", &campaignType)
    mapper.map("last_sent_date", &lastSentAt)
    mapper.map("unique_counts", &uniqueCounts)
  }
}
