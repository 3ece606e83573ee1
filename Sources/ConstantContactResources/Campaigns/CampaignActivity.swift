public import ConstantContactCore
public import ConstantContactTransport

/// One activity of a campaign: a mail with its sender, its text and those it goes to.
public struct CampaignActivity: Sendable, Hashable, Identifiable, Decodable {
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
  public let id: CampaignActivityID
  /// The campaign it belongs to.
  public let campaignID: CampaignID?
  /// What it is for.
  public let role: CampaignActivityRole?
  /// How far it is.
  public let status: CampaignStatus?
  /// How the mail was made.
  public let format: EmailFormat?
  /// The lists it goes to. Never together with segments.
  public let contactListIDs: [ListID]?
  /// The segment it goes to, at most one. Never together with lists.
  public let segmentIDs: [SegmentID]?
  /// The sender's address.
  public let fromEmail: String?
  /// The sender's name.
  public let fromName: String?
  /// Where answers go.
  public let replyToEmail: String?
  /// The subject.
  public let subject: String?
  /// What mail programs show after the subject. Formats 3 to 5.
  public let preheader: String?
  /// The mail, where it was asked for. Formats 1 and 5.
  public let htmlContent: String?
  /// Where the mail is on the web once it is sent, where that was asked for.
  public let permalinkURL: String?
  /// The postal address at the foot, where it was asked for.
  public let physicalAddressInFooter: CampaignPhysicalAddress?
  /// What legacy formats have beside, where it was asked for.
  public let documentProperties: CampaignDocumentProperties?
  /// The document behind a mail of format 4.
  public let documentID: String?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "campaign_activity_id"
    case campaignID = "campaign_id"
    case role
    case status = "current_status"
    case format = "format_type"
    case contactListIDs = "contact_list_ids"
    case segmentIDs = "segment_ids"
    case fromEmail = "from_email"
    case fromName = "from_name"
    case replyToEmail = "reply_to_email"
    case subject
    case preheader
    case htmlContent = "html_content"
    case permalinkURL = "permalink_url"
    case physicalAddressInFooter = "physical_address_in_footer"
    case documentProperties = "document_properties"
    case documentID = "document_id"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    campaignID = container[.campaignID]
    role = container[.role]
    status = container[.status]
    format = container[.format]
    contactListIDs = container.array(.contactListIDs)
    segmentIDs = container.array(.segmentIDs)
    fromEmail = container[.fromEmail]
    fromName = container[.fromName]
    replyToEmail = container[.replyToEmail]
    subject = container[.subject]
    preheader = container[.preheader]
    htmlContent = container[.htmlContent]
    permalinkURL = container[.permalinkURL]
    physicalAddressInFooter = container[.physicalAddressInFooter]
    documentProperties = container[.documentProperties]
    documentID = container[.documentID]
    unreadableFields = container.malformed
  }
}

extension CampaignActivity: Redacting {
  /// Id, role and status, without the mail and its addresses.
  public var description: String {
    "CampaignActivity(\(id), \(role?.rawValue ?? "no role"), \(status?.rawValue ?? "no status"))"
  }
}
