public import ConstantContactCore

/// A mail sent a second time, to those who did not open it.
public struct NonOpenerResend: Sendable, Hashable, Identifiable, Decodable {
  /// The resend's id: ``NonOpenerResendID/draft`` as long as the mail is a draft. Empty when the service sent none; every
  /// operation refuses an empty id.
  public let id: NonOpenerResendID
  /// Its subject.
  public let subject: String?
  /// How many days after the mail, where the delay was given in days.
  public let delayDays: Int?
  /// How many minutes after the mail, where the delay was given in minutes.
  public let delayMinutes: Int?
  /// When it was sent.
  public let resentAt: Timestamp?
  /// How far it is, as soon as it is scheduled; a listing only.
  public let status: CampaignStatus?

  enum CodingKeys: String, CodingKey {
    case id = "resend_request_id"
    case subject = "resend_subject"
    case delayDays = "delay_days"
    case delayMinutes = "delay_minutes"
    case resentAt = "resend_date"
    case status = "resend_status"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    subject = container[.subject]
    delayDays = container[.delayDays]
    delayMinutes = container[.delayMinutes]
    resentAt = container[.resentAt]
    status = container[.status]
  }
}
