public import ConstantContactCore
public import ConstantContactTransport

/// A campaign to create, with its email.
///
/// ```swift
/// let campaign = try await client.campaigns.create(
///   NewCampaign(
///     name: "June news", from: "news@example.com", fromName: "Ann's Garden", subject: "June",
///     html: "<html><body>[[trackingImage]]<p>Hello</p></body></html>"))
/// ```
public struct NewCampaign: APIModel {
  /// The name, 1 to 80 characters, unique in the account.
  public var name = ""
  /// The format of the email; HTML, format 5, by default.
  public var format: EmailFormat = .customCode
  /// The sender's email address, at most 80 characters, confirmed in the account.
  public var fromEmail = ""
  /// The sender's name, 1 to 100 characters.
  public var fromName = ""
  /// The email address that receives replies, at most 80 characters, confirmed in the account.
  public var replyToEmail = ""
  /// The subject. Required.
  public var subject = ""
  /// The text that email clients show after the subject, at most 200 characters.
  public var preheader: String?
  /// The email as HTML, at most 150,000 characters. Format 5 needs `[[trackingImage]]` in its body, which reports depend
  /// on.
  public var htmlContent = ""
  /// The postal address in the footer; the account's by default.
  public var physicalAddressInFooter: CampaignPhysicalAddress?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a campaign without any fields.
  public init() {}

  /// Creates a campaign.
  ///
  /// - Parameters:
  ///   - name: The name, 1 to 80 characters, unique in the account.
  ///   - fromEmail: The sender's email address, confirmed in the account.
  ///   - fromName: The sender's name, 1 to 100 characters.
  ///   - replyToEmail: The email address that receives replies; the sender's by default.
  ///   - subject: The subject.
  ///   - html: The email as HTML, with `[[trackingImage]]` in its body.
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

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    var emails: [Email]? = [Email(campaign: self)]
    mapper.map("email_campaign_activities", &emails)
    if let email = emails?.first { self = email.campaign }
    mapper.mapRequired("name", &name)
  }

  /// The email's properties, which the API expects in an object of their own.
  private struct Email: APIModel {
    var campaign = NewCampaign()
    var additionalFields = AdditionalFields()

    init() {}

    init(campaign: NewCampaign) { self.campaign = campaign }

    mutating func mapFields(_ mapper: inout FieldMapper) {
      var format: NumericText<EmailFormat>? = NumericText(campaign.format)
      mapper.map("format_type", &format)
      campaign.format = format?.value ?? .customCode
      mapper.mapRequired("from_email", &campaign.fromEmail)
      mapper.mapRequired("from_name", &campaign.fromName)
      mapper.mapRequired("reply_to_email", &campaign.replyToEmail)
      mapper.mapRequired("subject", &campaign.subject)
      mapper.map("preheader", &campaign.preheader)
      mapper.mapRequired("html_content", &campaign.htmlContent)
      mapper.map("physical_address_in_footer", &campaign.physicalAddressInFooter)
    }
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
  /// The name, without the email and its addresses.
  public var description: String { "NewCampaign(\(name))" }
}
