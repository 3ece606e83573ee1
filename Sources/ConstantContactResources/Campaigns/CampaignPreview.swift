internal import ConstantContactCore
public import ConstantContactTransport

/// What a mail will look like, with sample data in the place of a contact's.
public struct CampaignPreview: Sendable, Hashable, Decodable {
  /// The activity.
  public let activityID: CampaignActivityID?
  /// The sender's address.
  public let fromEmail: String?
  /// The sender's name.
  public let fromName: String?
  /// Where answers go.
  public let replyToEmail: String?
  /// The subject.
  public let subject: String?
  /// What mail programs show after the subject.
  public let preheader: String?
  /// The mail as HTML.
  public let htmlContent: String?
  /// The mail as plain text.
  public let textContent: String?

  enum CodingKeys: String, CodingKey {
    case activityID = "campaign_activity_id"
    case fromEmail = "from_email"
    case fromName = "from_name"
    case replyToEmail = "reply_to_email"
    case subject
    case preheader
    case htmlContent = "preview_html_content"
    case textContent = "preview_text_content"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    activityID = container[.activityID]
    fromEmail = container[.fromEmail]
    fromName = container[.fromName]
    replyToEmail = container[.replyToEmail]
    subject = container[.subject]
    preheader = container[.preheader]
    htmlContent = container[.htmlContent]
    textContent = container[.textContent]
  }
}

extension CampaignPreview: Redacting {
  /// The activity, without the mail and its addresses.
  public var description: String { "CampaignPreview(\(activityID?.rawValue ?? "no id"))" }
}
