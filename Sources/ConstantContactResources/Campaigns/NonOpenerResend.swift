public import ConstantContactCore

/// A mail sent a second time, to those who did not open it.
public struct NonOpenerResend: Identifiable, APIModel {
  /// The resend's id: ``NonOpenerResendID/draft`` as long as the mail is a draft. Empty when the service sent none; every
  /// operation refuses an empty id.
  public var id: NonOpenerResendID = ""
  /// Its subject.
  public var subject: String?
  /// How many days after the mail, where the delay was given in days.
  public var delayDays: Int?
  /// How many minutes after the mail, where the delay was given in minutes.
  public var delayMinutes: Int?
  /// When it was sent.
  public var resentAt: Timestamp?
  /// How far it is, as soon as it is scheduled; a listing only.
  public var status: CampaignStatus?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("resend_request_id", &id)
    mapper.map("resend_subject", &subject)
    mapper.map("delay_days", &delayDays)
    mapper.map("delay_minutes", &delayMinutes)
    mapper.map("resend_date", &resentAt)
    mapper.map("resend_status", &status)
  }
}
