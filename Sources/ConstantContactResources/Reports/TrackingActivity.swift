public import ConstantContactCore
public import ConstantContactTransport

/// One row of a report: a contact, and what it did with a mail or a landing page.
///
/// All reports have rows of this type. Which properties a row has depends on the report: see each one.
public struct TrackingActivity: Sendable, Hashable, Decodable {
  /// The contact. Empty when the service sent none.
  public let contactID: ContactID
  /// The mail or landing page.
  public let campaignActivityID: CampaignActivityID?
  /// Its name, where a contact's activities were asked for with names.
  public let campaignActivityName: String?
  /// What happened.
  public let type: TrackingActivityType?
  /// When it happened.
  public let createdAt: Timestamp?
  /// The day on which the contact was deleted; `nil` while it is not.
  public let deletedAt: Timestamp?
  /// The address that was used. A contact who only receives text messages has none.
  public let email: String?
  /// The contact's first name.
  public let firstName: String?
  /// The contact's last name.
  public let lastName: String?
  /// The contact's phone for text messages; for landing pages only.
  public let smsChannel: TrackedSMSChannel?
  /// The device, for opens and clicks.
  public let deviceType: ReportDeviceType?
  /// The link's id, for clicks.
  public let linkID: EmailLinkID?
  /// The link's address, for clicks.
  public let linkURL: String?
  /// The reason the contact gave, for opt-outs.
  public let optOutReason: String?
  /// Why the mail came back, for bounces.
  public let bounceCode: BounceCode?
  /// The contact's address now, for bounces; it differs from ``email`` when it was changed since.
  public let currentEmail: String?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case contactID = "contact_id"
    case campaignActivityID = "campaign_activity_id"
    case campaignActivityName = "campaign_activity_name"
    case type = "tracking_activity_type"
    case createdAt = "created_time"
    case deletedAt = "deleted_at"
    case email = "email_address"
    case firstName = "first_name"
    case lastName = "last_name"
    case smsChannel = "sms_channel"
    case deviceType = "device_type"
    case linkID = "url_id"
    case linkURL = "link_url"
    case optOutReason = "opt_out_reason"
    case bounceCode = "bounce_code"
    case currentEmail = "current_email_address"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    contactID = container[.contactID] ?? ""
    campaignActivityID = container[.campaignActivityID]
    campaignActivityName = container[.campaignActivityName]
    type = container[.type]
    createdAt = container[.createdAt]
    deletedAt = container[.deletedAt]
    email = container[.email]
    firstName = container[.firstName]
    lastName = container[.lastName]
    smsChannel = container[.smsChannel]
    deviceType = container[.deviceType]
    linkID = container[.linkID]
    linkURL = container[.linkURL]
    optOutReason = container[.optOutReason]
    bounceCode = container[.bounceCode]
    currentEmail = container[.currentEmail]
    unreadableFields = container.malformed
  }
}

extension TrackingActivity: Redacting {
  /// What happened, without the person.
  public var description: String { "TrackingActivity(\(type?.rawValue ?? "no type"), \(contactID))" }
}
