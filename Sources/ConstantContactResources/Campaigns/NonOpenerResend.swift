public import ConstantContactCore

/// A resend of an email to contacts that did not open it.
public struct NonOpenerResend: Identifiable, APIModel {
  /// The resend's ID: ``NonOpenerResendID/draft`` while the email is a draft. Empty when the response had none; every
  /// operation refuses an empty ID.
  public var id: NonOpenerResendID = ""
  /// The subject.
  public var subject: String?
  /// The delay in days, if it was set in days.
  public var delayDays: Int?
  /// The delay in minutes, if it was set in minutes.
  public var delayMinutes: Int?
  /// The date of the resend.
  public var resentAt: Timestamp?
  /// The status, in a listing, once the resend is scheduled.
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
