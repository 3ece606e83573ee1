public import ConstantContactCore
public import ConstantContactTransport

/// A preview of an email, with sample data instead of a contact's.
public struct CampaignPreview: APIModel {
  /// The campaign activity.
  public var activityID: CampaignActivityID?
  /// The sender's email address.
  public var fromEmail: String?
  /// The sender's name.
  public var fromName: String?
  /// The email address that receives replies.
  public var replyToEmail: String?
  /// The subject.
  public var subject: String?
  /// The text that email clients show after the subject.
  public var preheader: String?
  /// The email as HTML.
  public var htmlContent: String?
  /// The email as plain text.
  public var textContent: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_activity_id", &activityID)
    mapper.map("from_email", &fromEmail)
    mapper.map("from_name", &fromName)
    mapper.map("reply_to_email", &replyToEmail)
    mapper.map("subject", &subject)
    mapper.map("preheader", &preheader)
    mapper.map("preview_html_content", &htmlContent)
    mapper.map("preview_text_content", &textContent)
  }
}

extension CampaignPreview: Redacting {
  /// The activity, without the email and its addresses.
  public var description: String { "CampaignPreview(\(activityID?.rawValue ?? "no ID"))" }
}
