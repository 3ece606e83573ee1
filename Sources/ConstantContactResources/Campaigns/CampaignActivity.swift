public import ConstantContactCore
public import ConstantContactTransport

/// One activity of a campaign: a mail with its sender, its text and those it goes to.
public struct CampaignActivity: Identifiable, APIModel {
  /// What is fetched only when it is asked for.
  public struct Part: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a part from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// ``CampaignActivity/physicalAddressInFooter``
    public static let physicalAddressInFooter: Part = "physical_address_in_footer"
    /// ``CampaignActivity/permalinkURL``
    public static let permalinkURL: Part = "permalink_url"
    /// ``CampaignActivity/htmlContent``
    public static let htmlContent: Part = "html_content"
    /// ``CampaignActivity/documentProperties``
    public static let documentProperties: Part = "document_properties"
  }

  /// The activity's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: CampaignActivityID = ""
  /// The campaign it belongs to.
  public var campaignID: CampaignID?
  /// What it is for.
  public var role: CampaignActivityRole?
  /// How far it is.
  public var status: CampaignStatus?
  /// How the mail was made.
  public var format: EmailFormat?
  /// The lists it goes to. Never together with segments.
  public var contactListIDs: [ListID]?
  /// The segment it goes to, at most one. Never together with lists.
  public var segmentIDs: [SegmentID]?
  /// The sender's address.
  public var fromEmail: String?
  /// The sender's name.
  public var fromName: String?
  /// Where answers go.
  public var replyToEmail: String?
  /// The subject.
  public var subject: String?
  /// What mail programs show after the subject. Formats 3 to 5.
  public var preheader: String?
  /// The mail, where it was asked for. Formats 1 and 5.
  public var htmlContent: String?
  /// Where the mail is on the web once it is sent, where that was asked for.
  public var permalinkURL: String?
  /// The postal address at the foot, where it was asked for.
  public var physicalAddressInFooter: CampaignPhysicalAddress?
  /// What legacy formats have beside, where it was asked for.
  public var documentProperties: CampaignDocumentProperties?
  /// The document behind a mail of format 4.
  public var documentID: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_activity_id", &id)
    mapper.map("campaign_id", &campaignID)
    mapper.map("role", &role)
    mapper.map("current_status", &status)
    mapper.map("format_type", &format)
    mapper.map("contact_list_ids", &contactListIDs)
    mapper.map("segment_ids", &segmentIDs)
    mapper.map("from_email", &fromEmail)
    mapper.map("from_name", &fromName)
    mapper.map("reply_to_email", &replyToEmail)
    mapper.map("subject", &subject)
    mapper.map("preheader", &preheader)
    mapper.map("html_content", &htmlContent)
    mapper.map("permalink_url", &permalinkURL)
    mapper.map("physical_address_in_footer", &physicalAddressInFooter)
    mapper.map("document_properties", &documentProperties)
    mapper.map("document_id", &documentID)
  }
}

extension CampaignActivity: Redacting {
  /// Id, role and status, without the mail and its addresses.
  public var description: String {
    "CampaignActivity(\(id), \(role?.rawValue ?? "no role"), \(status?.rawValue ?? "no status"))"
  }
}
