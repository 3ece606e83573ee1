public import ConstantContactCore

/// The clicks on each link of an email.
public struct EmailLinkReport: APIModel {
  /// The effect of a click on the contact's lists.
  public struct ListAction: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates an action from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Adds the contact to a list.
    public static let add: ListAction = "add"
  }

  /// A link.
  public struct Link: Identifiable, APIModel {
    /// The link's ID, for ``ReportsAPI/clicks(of:linkID:limit:pageSize:from:)``. Empty when the response had none.
    /// Property `url_id`.
    public var id: EmailLinkID = ""
    /// The URL, as in the email.
    public var url: String?
    /// The number of contacts that clicked the link.
    public var uniqueClicks: Int?
    /// The effect of a click on the contact's lists, if any.
    public var listAction: ListAction?
    /// The list that a click adds the contact to.
    public var listID: ListID?
    /// The link's tag. The API does not return it for emails yet.
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

  /// The email.
  public var campaignActivityID: CampaignActivityID?
  /// The links. Property `link_click_counts`.
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
