internal import ConstantContactCore

/// How often each link of a mail was clicked.
public struct EmailLinkReport: Sendable, Hashable, Decodable {
  /// A link.
  public struct Link: Sendable, Hashable, Identifiable, Decodable {
    /// The link's id, by which ``ReportsAPI/clicks(_:linkID:limit:pageSize:from:)`` takes it. Empty when the service sent none.
    /// Property `url_id`.
    public let id: EmailLinkID
    /// The address, as it stands in the mail.
    public let url: String?
    /// How many contacts clicked it.
    public let uniqueClicks: Int?
    /// What a click does to the contact's lists, where it does: `add`; an open set.
    public let listAction: String?
    /// The list to which a click adds the contact.
    public let listID: ListID?
    /// The link's tag. E-mails do not have them yet.
    public let tag: String?

    enum CodingKeys: String, CodingKey {
      case id = "url_id"
      case url = "link_url"
      case uniqueClicks = "unique_clicks"
      case listAction = "list_action"
      case listID = "list_id"
      case tag = "link_tag"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      id = container[.id] ?? ""
      url = container[.url]
      uniqueClicks = container[.uniqueClicks]
      listAction = container[.listAction]
      listID = container[.listID]
      tag = container[.tag]
    }
  }

  /// The mail.
  public let campaignActivityID: CampaignActivityID?
  /// Its links. Property `link_click_counts`.
  public let links: [Link]
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case campaignActivityID = "campaign_activity_id"
    case links = "link_click_counts"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    campaignActivityID = container[.campaignActivityID]
    links = container.array(.links) ?? []
    unreadableFields = container.malformed
  }
}
