public import ConstantContactCore
public import ConstantContactTransport

/// A row of a report: an activity of a contact with an email or a landing page.
///
/// All reports return rows of this type. Each report sets only some of the properties.
public struct TrackingActivity: APIModel {
  /// The contact. Empty when the response had none.
  public var contactID: ContactID = ""
  /// The email or landing page.
  public var campaignActivityID: CampaignActivityID?
  /// The name of the email or landing page, in a contact report with names.
  public var campaignActivityName: String?
  /// The type of the activity.
  public var type: TrackingActivityType?
  /// The date of the activity.
  public var createdAt: Timestamp?
  /// The date on which the contact was deleted; `nil` when it was not deleted.
  public var deletedAt: Timestamp?
  /// The email address that was used. Contacts that only receive SMS have none.
  public var email: String?
  /// The contact's first name.
  public var firstName: String?
  /// The contact's last name.
  public var lastName: String?
  /// The contact's SMS channel, for landing pages.
  public var smsChannel: TrackedSMSChannel?
  /// The device, for opens and clicks.
  public var deviceType: ReportDeviceType?
  /// The ID of the link, for clicks.
  public var linkID: EmailLinkID?
  /// The URL of the link, for clicks.
  public var linkURL: String?
  /// The reason that the contact gave, for opt-outs.
  public var optOutReason: String?
  /// The reason for the bounce, for bounces.
  public var bounceCode: BounceCode?
  /// The contact's current email address, for bounces; it differs from ``email`` when it was changed.
  public var currentEmail: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_id", &contactID)
    mapper.map("campaign_activity_id", &campaignActivityID)
    mapper.map("campaign_activity_name", &campaignActivityName)
    mapper.map("tracking_activity_type", &type)
    mapper.map("created_time", &createdAt)
    mapper.map("deleted_at", &deletedAt)
    mapper.map("email_address", &email)
    mapper.map("first_name", &firstName)
    mapper.map("last_name", &lastName)
    mapper.map("sms_channel", &smsChannel)
    mapper.map("device_type", &deviceType)
    mapper.map("url_id", &linkID)
    mapper.map("link_url", &linkURL)
    mapper.map("opt_out_reason", &optOutReason)
    mapper.map("bounce_code", &bounceCode)
    mapper.map("current_email_address", &currentEmail)
  }
}

extension TrackingActivity: Redacting {
  /// The type and the contact's ID, without personal data.
  public var description: String { "TrackingActivity(\(type?.rawValue ?? "no type"), \(contactID))" }
}
