internal import ConstantContactCore
public import ConstantContactTransport

/// A mail being changed.
///
/// What is `nil` among ``htmlContent``, ``physicalAddressInFooter`` and ``documentProperties`` stays as it is; of
/// everything else the service keeps nothing that the draft does not say.
public struct CampaignActivityDraft: Sendable, Hashable, Encodable {
  /// The lists the mail goes to. Never together with segments.
  public var contactListIDs: [ListID] = []
  /// The segment it goes to, at most one, in formats 3 to 5. Never together with lists.
  public var segmentIDs: [SegmentID] = []
  /// The sender's address, at most 80 characters: one that the account has confirmed.
  public var fromEmail: String
  /// The sender's name, 1 to 100 characters.
  public var fromName: String
  /// Where answers go, at most 80 characters: an address that the account has confirmed.
  public var replyToEmail: String
  /// The subject. Required.
  public var subject: String
  /// What mail programs show after the subject, at most 200 characters. Formats 3 to 5.
  public var preheader: String?
  /// The mail, at most 150,000 characters. Formats 1 and 5; format 5 needs `[[trackingImage]]` in its body.
  public var htmlContent: String?
  /// The postal address at the foot.
  public var physicalAddressInFooter: CampaignPhysicalAddress?
  /// What legacy formats have beside.
  public var documentProperties: CampaignDocumentProperties?
  /// The document behind a mail of format 4.
  public var documentID: String?

  /// Makes a draft with what is required.
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

  enum CodingKeys: String, CodingKey {
    case contactListIDs = "contact_list_ids"
    case segmentIDs = "segment_ids"
    case fromEmail = "from_email"
    case fromName = "from_name"
    case replyToEmail = "reply_to_email"
    case subject
    case preheader
    case htmlContent = "html_content"
    case physicalAddressInFooter = "physical_address_in_footer"
    case documentProperties = "document_properties"
    case documentID = "document_id"
  }

  /// Encodes the draft.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if segmentIDs.isEmpty {
      try container.encode(contactListIDs, forKey: .contactListIDs)
    } else {
      try container.encode(segmentIDs.compactMap { Int($0.rawValue) }, forKey: .segmentIDs)
    }
    try container.encode(fromEmail, forKey: .fromEmail)
    try container.encode(fromName, forKey: .fromName)
    try container.encode(replyToEmail, forKey: .replyToEmail)
    try container.encode(subject, forKey: .subject)
    try container.encodeIfPresent(preheader, forKey: .preheader)
    try container.encodeIfPresent(htmlContent, forKey: .htmlContent)
    try container.encodeIfPresent(physicalAddressInFooter, forKey: .physicalAddressInFooter)
    try container.encodeIfPresent(documentProperties, forKey: .documentProperties)
    try container.encodeIfPresent(documentID, forKey: .documentID)
  }

  /// - Parameter before: What was read. What is as it was is not judged anew where the service itself may have made it
  ///   so.
  func check(_ operation: String, format: EmailFormat?, before: CampaignActivityDraft?) throws {
    let check = InputCheck(operation)
    try check.require(
      contactListIDs.isEmpty || segmentIDs.isEmpty,
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
  /// Nothing of the mail and its addresses.
  public var description: String { "CampaignActivityDraft" }
}
