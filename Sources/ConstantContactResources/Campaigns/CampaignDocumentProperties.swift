public import ConstantContactCore

/// What mails of the legacy formats 1 and 2 have beside their text. Property `document_properties`.
///
/// The service writes its truth values as the strings `"true"` and `"false"`; so does the library when it sends them
/// back.
public struct CampaignDocumentProperties: APIModel {
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
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Says nothing yet.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("style_content", &styleContent)
    mapper.map("letter_format", &letterFormat, .readOnly)
    mapper.map("greeting_salutation", &greetingSalutation)
    mapper.map("greeting_name_type", &greetingName)
    mapper.map("greeting_secondary", &greetingSecondary)
    mapper.mapAsText("subscribe_link_enabled", &isSubscribeLinkEnabled)
    mapper.map("subscribe_link_name", &subscribeLinkName)
    mapper.map("text_content", &textContent)
    mapper.mapAsText("permission_reminder_enabled", &isPermissionReminderEnabled)
    mapper.map("permission_reminder", &permissionReminder)
    mapper.mapAsText("view_as_webpage_enabled", &isViewAsWebpageEnabled)
    mapper.map("view_as_webpage_text", &viewAsWebpageText)
    mapper.map("view_as_webpage_link_name", &viewAsWebpageLinkName)
    mapper.mapAsText("forward_email_link_enabled", &isForwardEmailLinkEnabled)
    mapper.map("forward_email_link_name", &forwardEmailLinkName)
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
