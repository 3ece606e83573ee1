internal import ConstantContactCore
public import ConstantContactTransport

/// A campaign to be created, with the one mail it consists of.
///
/// ```swift
/// let campaign = try await client.campaigns.create(
///   NewCampaign(
///     name: "June news", from: "news@example.com", fromName: "Ann's Garden", subject: "June",
///     html: "<html><body>[[trackingImage]]<p>Hello</p></body></html>"))
/// ```
public struct NewCampaign: Sendable, Hashable, Encodable {
  /// The name, 1 to 80 characters, unique in the account.
  public var name: String
  /// The format: HTML, 5, unless there is reason to choose another.
  public var format: EmailFormat = .customCode
  /// The sender's address, at most 80 characters: one that the account has confirmed.
  public var fromEmail: String
  /// The sender's name, 1 to 100 characters.
  public var fromName: String
  /// Where answers go, at most 80 characters: an address that the account has confirmed.
  public var replyToEmail: String
  /// The subject.
  public var subject: String
  /// What mail programs show after the subject, at most 200 characters.
  public var preheader: String?
  /// The mail, at most 150,000 characters. Format 5 needs `[[trackingImage]]` in its body: without it nothing could be
  /// reported about the mail.
  public var htmlContent: String
  /// The postal address at the foot; the account's by default.
  public var physicalAddressInFooter: CampaignPhysicalAddress?

  /// Makes a campaign.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - fromEmail: The sender's address.
  ///   - fromName: The sender's name.
  ///   - replyToEmail: Where answers go; to the sender by default.
  ///   - subject: The subject.
  ///   - html: The mail.
  public init(
    name: String,
    from fromEmail: String,
    fromName: String,
    replyTo replyToEmail: String? = nil,
    subject: String,
    html: String
  ) {
    self.name = name
    self.fromEmail = fromEmail
    self.fromName = fromName
    self.replyToEmail = replyToEmail ?? fromEmail
    self.subject = subject
    htmlContent = html
  }

  enum CodingKeys: String, CodingKey {
    case name
    case activities = "email_campaign_activities"
  }

  private enum ActivityKeys: String, CodingKey {
    case format = "format_type"
    case fromEmail = "from_email"
    case fromName = "from_name"
    case replyToEmail = "reply_to_email"
    case subject
    case preheader
    case htmlContent = "html_content"
    case physicalAddressInFooter = "physical_address_in_footer"
  }

  /// Encodes the campaign with its activity.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    var activities = container.nestedUnkeyedContainer(forKey: .activities)
    var activity = activities.nestedContainer(keyedBy: ActivityKeys.self)
    try activity.encode(Int(format.rawValue), forKey: .format)
    try activity.encode(fromEmail, forKey: .fromEmail)
    try activity.encode(fromName, forKey: .fromName)
    try activity.encode(replyToEmail, forKey: .replyToEmail)
    try activity.encode(subject, forKey: .subject)
    try activity.encodeIfPresent(preheader, forKey: .preheader)
    try activity.encode(htmlContent, forKey: .htmlContent)
    try activity.encodeIfPresent(physicalAddressInFooter, forKey: .physicalAddressInFooter)
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try Self.check(name: name, operation)
    try check.require(Int(format.rawValue) != nil, "format_type", "is not a number")
    try CampaignLimits.check(
      fromEmail: fromEmail, fromName: fromName, replyToEmail: replyToEmail, subject: subject, preheader: preheader,
      html: htmlContent, operation)
    try check.require(
      format != .customCode || CampaignLimits.hasTrackingImage(htmlContent),
      "html_content", "lacks `\(CampaignLimits.trackingImage)` inside its body element")
    try physicalAddressInFooter?.check(operation)
  }

  static func check(name: String, _ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!name.isEmpty, "name", "is empty")
    try check.length("name", name, limit: 80)
  }
}

extension NewCampaign: Redacting {
  /// The name, without the mail and its addresses.
  public var description: String { "NewCampaign(\(name))" }
}
