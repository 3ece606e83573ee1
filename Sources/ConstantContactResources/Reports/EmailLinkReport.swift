public import ConstantContactCore

/// How often each link of a mail was clicked.
public struct EmailLinkReport: APIModel {
  /// A link.
  public struct Link: Identifiable, APIModel {
    /// The link's id, by which ``ReportsAPI/clicks(_:linkID:limit:pageSize:from:)`` takes it. Empty when the service sent none.
    /// Property `url_id`.
    public var id: EmailLinkID = ""
    /// The address, as it stands in the mail.
    public var url: String?
    /// How many contacts clicked it.
    public var uniqueClicks: Int?
    /// What a click does to the contact's lists, where it does: `add`; an open set.
    public var listAction: String?
    /// The list to which a click adds the contact.
    public var listID: ListID?
    /// The link's tag. E-mails do not have them yet.
    public var tag: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("url_id", &id)
      mapper.map("link_url", &url)
      mapper.map("unique_clicks", &uniqueClicks)
      mapper.map("list_action", &listAction)
      mapper.map("list_id", &listID)
      mapper.map("link_tag", &tag)
    }
  }

  /// The mail.
  public var campaignActivityID: CampaignActivityID?
  /// Its links. Property `link_click_counts`.
  public var links: [Link] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_activity_id", &campaignActivityID)
    mapper.map("link_click_counts", &links)
  }
}
