public import ConstantContactCore

/// A send of an email, with its recipients and outcome.
public struct CampaignSend: APIModel {
  /// The outcome of a send.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The email was sent, possibly to no contacts: see ``CampaignSend/count``.
    public static let completed: Status = "COMPLETED"
    /// The email was not sent: see ``CampaignSend/reason``.
    public static let errored: Status = "ERRORED"
  }

  /// The reason for the outcome of a send: a number.
  public struct Reason: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a reason from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The email was sent.
    public static let sent: Reason = "0"
    /// A general error.
    public static let generalError: Reason = "1"
    /// Constant Contact is reviewing the account.
    public static let accountInReview: Reason = "2"
    /// The account is not allowed to send.
    public static let accountCannotSend: Reason = "3"
    /// The account has more contacts than its plan allows.
    public static let tooManyContacts: Reason = "4"
    /// Preparing the email failed.
    public static let stagingFailed: Reason = "5"
    /// The email is incomplete.
    public static let notFinished: Reason = "6"
    /// The images of the email are invalid.
    public static let badImages: Reason = "7"
    /// A link is longer than 1,005 characters.
    public static let linkTooLong: Reason = "8"
    /// The sender's email address is not verified.
    public static let senderNotVerified: Reason = "9"
    /// The sender's email address is not verified; a second code for the same reason.
    public static let senderAddressNotVerified: Reason = "10"
    /// No invitations to the survey are left.
    public static let noSurveyInvitations: Reason = "11"
    /// No contact on the lists or in the segment can receive email. The status is ``Status/completed``.
    public static let noEligibleContacts: Reason = "12"
  }

  /// The ID of the send: `"1"` for the email's first.
  public var sendID: CampaignSendID?
  /// The contact lists that received the email.
  public var contactListIDs: [ListID]?
  /// The segments that received the email.
  public var segmentIDs: [SegmentID]?
  /// The number of contacts that received the email; on a second send only those that had not received it before.
  public var count: Int?
  /// The date of the send.
  public var sentAt: Timestamp?
  /// The outcome.
  public var status: Status?
  /// The reason for the outcome.
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
