public import ConstantContactCore

/// The additional properties of emails in the legacy formats 1 and 2. Property `document_properties`.
///
/// The API reads and writes the Boolean values as the strings `"true"` and `"false"`.
public struct CampaignDocumentProperties: APIModel {
  /// The name in a greeting.
  public struct GreetingName: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The first name.
    public static let first: GreetingName = "F"
    /// The last name.
    public static let last: GreetingName = "L"
    /// First and last name.
    public static let both: GreetingName = "B"
    /// No name.
    public static let none: GreetingName = "N"
  }

  /// The markup language of an email.
  public struct LetterFormat: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a format from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// HTML.
    public static let html: LetterFormat = "HTML"
    /// XHTML.
    public static let xhtml: LetterFormat = "XHTML"
  }

  /// The style sheet of an email in XHTML, at most 150,000 characters. Format 1 only.
  public var styleContent: String?
  /// The markup language, set when the email was created; it is not sent. Format 1 only.
  public private(set) var letterFormat: LetterFormat?
  /// The beginning of the greeting, at most 50 characters. Format 1 only.
  public var greetingSalutation: String?
  /// The name in the greeting. Format 1 only.
  public var greetingName: GreetingName?
  /// The greeting of contacts without that name, at most 1,500 characters. Format 1 only.
  public var greetingSecondary: String?
  /// Whether the footer has a subscribe link. Format 1 only.
  public var isSubscribeLinkEnabled: Bool?
  /// The text of the subscribe link, at most 80 characters. Format 1 only.
  public var subscribeLinkName: String?
  /// The email as plain text, at most 150,000 characters. Format 1 only.
  public var textContent: String?
  /// Whether the header has a permission reminder.
  public var isPermissionReminderEnabled: Bool?
  /// The permission reminder, at most 1,500 characters.
  public var permissionReminder: String?
  /// Whether the header has a link to the email's web page.
  public var isViewAsWebpageEnabled: Bool?
  /// The text before the link to the web page, at most 50 characters.
  public var viewAsWebpageText: String?
  /// The text of the link to the web page.
  public var viewAsWebpageLinkName: String?
  /// Whether the footer of a forwarded email has a subscribe link.
  public var isForwardEmailLinkEnabled: Bool?
  /// The text of the subscribe link of a forwarded email, at most 80 characters.
  public var forwardEmailLinkName: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
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
