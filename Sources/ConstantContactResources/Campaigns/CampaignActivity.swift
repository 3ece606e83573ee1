public import ConstantContactCore
public import ConstantContactTransport

/// An activity of a campaign: an email with its sender, content and recipients.
public struct CampaignActivity: Identifiable, APIModel {
  /// A part that is included on request.
  public struct Part: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a part from its raw API value.
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

  /// The activity's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: CampaignActivityID = ""
  /// The campaign of the activity.
  public var campaignID: CampaignID?
  /// The role in the campaign.
  public var role: CampaignActivityRole?
  /// The status.
  public var status: CampaignStatus?
  /// The format of the email.
  public var format: EmailFormat?
  /// The contact lists that receive the email. Lists and segments exclude each other.
  public var contactListIDs: [ListID]?
  /// The segment that receives the email, at most one. Lists and segments exclude each other.
  public var segmentIDs: [SegmentID]?
  /// The sender's email address.
  public var fromEmail: String?
  /// The sender's name.
  public var fromName: String?
  /// The email address that receives replies.
  public var replyToEmail: String?
  /// The subject.
  public var subject: String?
  /// The text that email clients show after the subject. Formats 3 to 5.
  public var preheader: String?
  /// The email as HTML, if included. Formats 1 and 5.
  public var htmlContent: String?
  /// The URL of the email's web page after it was sent, if included.
  public var permalinkURL: String?
  /// The postal address in the footer, if included.
  public var physicalAddressInFooter: CampaignPhysicalAddress?
  /// The additional properties of the legacy formats, if included.
  public var documentProperties: CampaignDocumentProperties?
  /// The document of an email in format 4.
  public var documentID: CampaignDocumentID?
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
  /// The ID, role and status, without the email and its addresses.
  public var description: String {
    "CampaignActivity(\(id), \(role?.rawValue ?? "no role"), \(status?.rawValue ?? "no status"))"
  }
}
