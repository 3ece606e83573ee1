public import ConstantContactCore
public import ConstantContactTransport

/// The values of an email that an update changes or a replacement sets.
///
/// ``htmlContent``, ``physicalAddressInFooter`` and ``documentProperties`` are kept when they are `nil`; the API empties
/// every other property that is not set.
public struct CampaignActivityDraft: APIModel {
  /// The contact lists that receive the email. Lists and segments exclude each other.
  public var contactListIDs: [ListID] = []
  /// The segment that receives the email, at most one, in formats 3 to 5. Lists and segments exclude each other.
  public var segmentIDs: [SegmentID] = []
  /// The sender's email address, at most 80 characters, confirmed in the account.
  public var fromEmail = ""
  /// The sender's name, 1 to 100 characters.
  public var fromName = ""
  /// The email address that receives replies, at most 80 characters, confirmed in the account.
  public var replyToEmail = ""
  /// The subject. Required.
  public var subject = ""
  /// The text that email clients show after the subject, at most 200 characters. Formats 3 to 5.
  public var preheader: String?
  /// The email as HTML, at most 150,000 characters. Formats 1 and 5; format 5 needs `[[trackingImage]]` in its body.
  public var htmlContent: String?
  /// The postal address in the footer.
  public var physicalAddressInFooter: CampaignPhysicalAddress?
  /// The additional properties of the legacy formats.
  public var documentProperties: CampaignDocumentProperties?
  /// The document of an email in format 4.
  public var documentID: CampaignDocumentID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a draft without any fields.
  public init() {}

  /// Creates a draft with the required properties.
  ///
  /// - Parameters:
  ///   - fromEmail: The sender's email address, confirmed in the account.
  ///   - fromName: The sender's name, 1 to 100 characters.
  ///   - replyToEmail: The email address that receives replies, confirmed in the account.
  ///   - subject: The subject.
  public init(from fromEmail: String, fromName: String, replyTo replyToEmail: String, subject: String) {
    self.fromEmail = fromEmail
    self.fromName = fromName
    self.replyToEmail = replyToEmail
    self.subject = subject
  }

  init(_ activity: CampaignActivity) {
    contactListIDs = activity.contactListIDs ?? []
    segmentIDs = activity.segmentIDs ?? []
    fromEmail = activity.fromEmail ?? ""
    fromName = activity.fromName ?? ""
    replyToEmail = activity.replyToEmail ?? ""
    subject = activity.subject ?? ""
    preheader = activity.preheader
    htmlContent = activity.htmlContent
    physicalAddressInFooter = activity.physicalAddressInFooter
    documentProperties = activity.documentProperties
    documentID = activity.documentID
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    // An empty list array removes the recipients; the API accepts only one of the two arrays.
    var lists: [ListID]? = contactListIDs.isEmpty && !segmentIDs.isEmpty ? nil : contactListIDs
    var segments: [NumericText<SegmentID>]? = segmentIDs.isEmpty ? nil : segmentIDs.map { NumericText($0) }
    mapper.map("contact_list_ids", &lists)
    mapper.map("segment_ids", &segments)
    contactListIDs = lists ?? []
    segmentIDs = segments?.map(\.value) ?? []
    mapper.mapRequired("from_email", &fromEmail)
    mapper.mapRequired("from_name", &fromName)
    mapper.mapRequired("reply_to_email", &replyToEmail)
    mapper.mapRequired("subject", &subject)
    mapper.map("preheader", &preheader)
    mapper.map("html_content", &htmlContent)
    mapper.map("physical_address_in_footer", &physicalAddressInFooter)
    mapper.map("document_properties", &documentProperties)
    mapper.map("document_id", &documentID)
  }

  /// Checks the draft before it is sent.
  ///
  /// - Parameters:
  ///   - operation: The operation's name, for errors.
  ///   - format: The email's format; `nil` when it is not known.
  ///   - before: The draft before the change. Some values that have not changed are not checked, since the API itself may
  ///     have set them.
  func check(_ operation: String, format: EmailFormat?, before: CampaignActivityDraft?) throws {
    let check = InputCheck(operation)
    // The API itself may report both: then both are sent back.
    let isUnchanged = before.map { $0.contactListIDs == contactListIDs && $0.segmentIDs == segmentIDs } ?? false
    try check.require(
      isUnchanged || contactListIDs.isEmpty || segmentIDs.isEmpty,
      "contact_list_ids", "and `segment_ids` are both set; an email goes to lists or to a segment")
    try check.count("segment_ids", segmentIDs.count, limit: 1)
    try check.require(
      segmentIDs.allSatisfy { Int($0.rawValue) != nil }, "segment_ids", "has an element that is not a number")
    try CampaignLimits.check(
      fromEmail: fromEmail, fromName: fromName, replyToEmail: replyToEmail, subject: subject, preheader: preheader,
      html: htmlContent, operation)
    if let htmlContent, htmlContent != before?.htmlContent, format == .customCode {
      try check.require(
        CampaignLimits.hasTrackingImage(htmlContent),
        "html_content", "lacks `\(CampaignLimits.trackingImage)` inside its body element")
    }
    if physicalAddressInFooter != before?.physicalAddressInFooter { try physicalAddressInFooter?.check(operation) }
    try documentProperties?.check(operation)
  }
}

extension CampaignActivityDraft: Redacting {
  /// The type's name, without the email and its addresses.
  public var description: String { "CampaignActivityDraft" }
}
