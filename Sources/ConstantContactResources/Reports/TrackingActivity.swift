public import ConstantContactCore
public import ConstantContactTransport

/// One row of a report: a contact, and what it did with a mail or a landing page.
///
/// All reports have rows of this type. Which properties a row has depends on the report: see each one.
public struct TrackingActivity: APIModel {
  /// The contact. Empty when the service sent none.
  public var contactID: ContactID = ""
  /// The mail or landing page.
  public var campaignActivityID: CampaignActivityID?
  /// Its name, where a contact's activities were asked for with names.
  public var campaignActivityName: String?
  /// What happened.
  public var type: TrackingActivityType?
  /// When it happened.
  public var createdAt: Timestamp?
  /// The day on which the contact was deleted; `nil` while it is not.
  public var deletedAt: Timestamp?
  /// The address that was used. A contact who only receives text messages has none.
  public var email: String?
  /// The contact's first name.
  public var firstName: String?
  /// The contact's last name.
  public var lastName: String?
  /// The contact's phone for text messages; for landing pages only.
  public var smsChannel: TrackedSMSChannel?
  /// The device, for opens and clicks.
  public var deviceType: ReportDeviceType?
  /// The link's id, for clicks.
  public var linkID: EmailLinkID?
  /// The link's address, for clicks.
  public var linkURL: String?
  /// The reason the contact gave, for opt-outs.
  public var optOutReason: String?
  /// Why the mail came back, for bounces.
  public var bounceCode: BounceCode?
  /// The contact's address now, for bounces; it differs from ``email`` when it was changed since.
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
  /// What happened, without the person.
  public var description: String { "TrackingActivity(\(type?.rawValue ?? "no type"), \(contactID))" }
}
