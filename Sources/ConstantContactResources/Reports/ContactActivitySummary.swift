public import ConstantContactCore

/// How often a contact did what with each mail.
public struct ContactActivitySummary: APIModel {
  /// One mail.
  public struct Mail: APIModel {
    /// The mail. Empty when the service sent none.
    public var campaignActivityID: CampaignActivityID = ""
    /// When it was sent to the contact last.
    public var startOn: Timestamp?
    /// How often it was sent.
    public var sends: Int?
    /// How often it was opened.
    public var opens: Int?
    /// How often a link was clicked.
    public var clicks: Int?
    /// How often it came back.
    public var bounces: Int?
    /// How often it was forwarded.
    public var forwards: Int?
    /// How often the contact opted out.
    public var unsubscribes: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("campaign_activity_id", &campaignActivityID)
      mapper.map("start_on", &startOn)
      mapper.map("em_sends", &sends)
      mapper.map("em_opens", &opens)
      mapper.map("em_clicks", &clicks)
      mapper.map("em_bounces", &bounces)
      mapper.map("em_forwards", &forwards)
      mapper.map("em_unsubscribes", &unsubscribes)
    }
  }

  /// The contact. Empty when the API sent none.
  public var contactID: ContactID = ""
  /// The mails. Field `campaign_activities`.
  public var mails: [Mail] = []
  private var links: JSONValue?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_id", &contactID)
    mapper.map("campaign_activities", &mails)
    mapper.map("_links", &links)
  }

  var next: PageCursor? {
    links?["next"]?["href"]?.text.flatMap { $0.isEmpty ? nil : PageCursor(link: $0) }
  }

  mutating func append(_ other: ContactActivitySummary) {
    mails += other.mails
    additionalFields.merge(other.additionalFields)
  }
}
