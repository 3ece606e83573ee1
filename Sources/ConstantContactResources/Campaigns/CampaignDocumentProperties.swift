public import ConstantContactCore

/// What mails of the legacy formats 1 and 2 have beside their text. Property `document_properties`.
///
/// The service writes its truth values as the strings `"true"` and `"false"`; so does the library when it sends them back.
public struct CampaignDocumentProperties: Sendable, Hashable, Codable {
  /// A greeting's name.
  public struct GreetingName: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The first name.
    public static let first: GreetingName = "F"
    /// The last name.
    public static let last: GreetingName = "L"
    /// First and last name.
    public static let both: GreetingName = "B"
    /// No greeting.
    public static let none: GreetingName = "N"
  }

  /// Style sheets of a mail in XHTML, at most 150,000 characters. Format 1 only.
  public var styleContent: String?
  /// `HTML` or `XHTML`; fixed when the mail was made, and not sent. Format 1 only.
  public private(set) var letterFormat: String?
  /// The greeting's first words, at most 50 characters. Format 1 only.
  public var greetingSalutation: String?
  /// By which name a contact is greeted. Format 1 only.
  public var greetingName: GreetingName?
  /// The greeting of a contact without that name, at most 1,500 characters. Format 1 only.
  public var greetingSecondary: String?
  /// Whether the foot has a link for subscribing. Format 1 only.
  public var isSubscribeLinkEnabled: Bool?
  /// That link's text, at most 80 characters. Format 1 only.
  public var subscribeLinkName: String?
  /// The mail as plain text, at most 150,000 characters. Format 1 only.
  public var textContent: String?
  /// Whether the head reminds readers that they are subscribed.
  public var isPermissionReminderEnabled: Bool?
  /// That reminder, at most 1,500 characters.
  public var permissionReminder: String?
  /// Whether the head has a link to the mail's web page.
  public var isViewAsWebpageEnabled: Bool?
  /// The text before that link, at most 50 characters.
  public var viewAsWebpageText: String?
  /// That link's text.
  public var viewAsWebpageLinkName: String?
  /// Whether a forwarded mail's foot has a link for subscribing.
  public var isForwardEmailLinkEnabled: Bool?
  /// That link's text, at most 80 characters.
  public var forwardEmailLinkName: String?

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case styleContent = "style_content"
    case letterFormat = "letter_format"
    case greetingSalutation = "greeting_salutation"
    case greetingName = "greeting_name_type"
    case greetingSecondary = "greeting_secondary"
    case isSubscribeLinkEnabled = "subscribe_link_enabled"
    case subscribeLinkName = "subscribe_link_name"
    case textContent = "text_content"
    case isPermissionReminderEnabled = "permission_reminder_enabled"
    case permissionReminder = "permission_reminder"
    case isViewAsWebpageEnabled = "view_as_webpage_enabled"
    case viewAsWebpageText = "view_as_webpage_text"
    case viewAsWebpageLinkName = "view_as_webpage_link_name"
    case isForwardEmailLinkEnabled = "forward_email_link_enabled"
    case forwardEmailLinkName = "forward_email_link_name"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    styleContent = container[.styleContent]
    letterFormat = container[.letterFormat]
    greetingSalutation = container[.greetingSalutation]
    greetingName = container[.greetingName]
    greetingSecondary = container[.greetingSecondary]
    isSubscribeLinkEnabled = container[.isSubscribeLinkEnabled]
    subscribeLinkName = container[.subscribeLinkName]
    textContent = container[.textContent]
    isPermissionReminderEnabled = container[.isPermissionReminderEnabled]
    permissionReminder = container[.permissionReminder]
    isViewAsWebpageEnabled = container[.isViewAsWebpageEnabled]
    viewAsWebpageText = container[.viewAsWebpageText]
    viewAsWebpageLinkName = container[.viewAsWebpageLinkName]
    isForwardEmailLinkEnabled = container[.isForwardEmailLinkEnabled]
    forwardEmailLinkName = container[.forwardEmailLinkName]
  }

  /// Encodes what is set and can be written.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(styleContent, forKey: .styleContent)
    try container.encodeIfPresent(greetingSalutation, forKey: .greetingSalutation)
    try container.encodeIfPresent(greetingName, forKey: .greetingName)
    try container.encodeIfPresent(greetingSecondary, forKey: .greetingSecondary)
    try container.encodeIfPresent(isSubscribeLinkEnabled?.description, forKey: .isSubscribeLinkEnabled)
    try container.encodeIfPresent(subscribeLinkName, forKey: .subscribeLinkName)
    try container.encodeIfPresent(textContent, forKey: .textContent)
    try container.encodeIfPresent(isPermissionReminderEnabled?.description, forKey: .isPermissionReminderEnabled)
    try container.encodeIfPresent(permissionReminder, forKey: .permissionReminder)
    try container.encodeIfPresent(isViewAsWebpageEnabled?.description, forKey: .isViewAsWebpageEnabled)
    try container.encodeIfPresent(viewAsWebpageText, forKey: .viewAsWebpageText)
    try container.encodeIfPresent(viewAsWebpageLinkName, forKey: .viewAsWebpageLinkName)
    try container.encodeIfPresent(isForwardEmailLinkEnabled?.description, forKey: .isForwardEmailLinkEnabled)
    try container.encodeIfPresent(forwardEmailLinkName, forKey: .forwardEmailLinkName)
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.length("document_properties.style_content", styleContent, limit: 150_000)
    try check.length("document_properties.greeting_salutation", greetingSalutation, limit: 50)
    try check.length("document_properties.greeting_secondary", greetingSecondary, limit: 1500)
    try check.length("document_properties.subscribe_link_name", subscribeLinkName, limit: 80)
    try check.length("document_properties.text_content", textContent, limit: 150_000)
    try check.length("document_properties.permission_reminder", permissionReminder, limit: 1500)
    try check.length("document_properties.view_as_webpage_text", viewAsWebpageText, limit: 50)
    try check.length("document_properties.forward_email_link_name", forwardEmailLinkName, limit: 80)
  }
}
