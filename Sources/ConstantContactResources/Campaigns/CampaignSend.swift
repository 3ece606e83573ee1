public import ConstantContactCore

/// One sending of a mail: when, to whom, and how it ended.
public struct CampaignSend: APIModel {
  /// How a sending ended.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The mail went out, perhaps to nobody: see ``CampaignSend/count``.
    public static let completed: Status = "COMPLETED"
    /// It did not: see ``CampaignSend/reason``.
    public static let errored: Status = "ERRORED"
  }

  /// Why a sending ended as it did: a number.
  public struct Reason: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a reason from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All went well.
    public static let sent: Reason = "0"
    /// A general error.
    public static let generalError: Reason = "1"
    /// The vendor is reviewing the account.
    public static let accountInReview: Reason = "2"
    /// The account may not send.
    public static let accountCannotSend: Reason = "3"
    /// More contacts than the account's plan allows.
    public static let tooManyContacts: Reason = "4"
    /// Getting the mail ready failed.
    public static let stagingFailed: Reason = "5"
    /// The mail is not finished.
    public static let notFinished: Reason = "6"
    /// The mail's images are at fault.
    public static let badImages: Reason = "7"
    /// A link is longer than 1,005 characters.
    public static let linkTooLong: Reason = "8"
    /// The sender's address is not verified.
    public static let senderNotVerified: Reason = "9"
    /// The sender's address is not verified, by the service's second number for it.
    public static let senderAddressNotVerified: Reason = "10"
    /// No invitations to the survey are left.
    public static let noSurveyInvitations: Reason = "11"
    /// Nobody on the lists or in the segment may be mailed. The sending counts as completed.
    public static let noEligibleContacts: Reason = "12"
  }

  /// The number of the sending: 1 for the mail's first.
  public var sendID: Int?
  /// The lists it went to.
  public var contactListIDs: [ListID]?
  /// The segments it went to.
  public var segmentIDs: [SegmentID]?
  /// To how many contacts it went: on a second sending only those who had not had it.
  public var count: Int?
  /// When.
  public var sentAt: Timestamp?
  /// How it ended.
  public var status: Status?
  /// Why it ended so.
  public var reason: Reason?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("send_id", &sendID)
    mapper.map("contact_list_ids", &contactListIDs)
    mapper.map("segment_ids", &segmentIDs)
    mapper.map("count", &count)
    mapper.map("run_date", &sentAt)
    mapper.map("send_status", &status)
    mapper.map("reason_code", &reason)
  }
}
