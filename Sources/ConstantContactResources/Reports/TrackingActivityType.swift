public import ConstantContactCore

/// The type of an activity. Property `tracking_activity_type`.
///
/// The API spells some types in two ways (`p_contact_open` in a query, `p_contact_opens` in a response): compare rows by
/// their ``kind``.
public struct TrackingActivityType: OpenValue {
  /// The known types, independent of spelling.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// An email was sent.
    case send
    /// An email was opened.
    case open
    /// An email was not opened.
    case didNotOpen
    /// A link in an email was clicked.
    case click
    /// An email was forwarded.
    case forward
    /// The contact opted out.
    case optOut
    /// An email bounced.
    case bounce
    /// A landing page was opened.
    case landingPageOpen
    /// A link on a landing page was clicked.
    case landingPageClick
    /// A landing page added the contact.
    case landingPageAdd
    /// A landing page updated the contact.
    case landingPageUpdate
    /// The contact opted in to SMS on a landing page.
    case landingPageSMSOptIn
    /// A type that this version of the library does not know.
    case other
  }

  /// The raw API value.
  public let rawValue: String

  /// Creates a type from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An email was sent.
  public static let send: TrackingActivityType = "em_sends"
  /// An email was opened.
  public static let open: TrackingActivityType = "em_opens"
  /// A link in an email was clicked.
  public static let click: TrackingActivityType = "em_clicks"
  /// An email bounced.
  public static let bounce: TrackingActivityType = "em_bounces"
  /// The contact opted out.
  public static let optOut: TrackingActivityType = "em_optouts"
  /// An email was forwarded.
  public static let forward: TrackingActivityType = "em_forwards"
  /// A landing page was opened.
  public static let landingPageOpen: TrackingActivityType = "p_contact_open"
  /// A link on a landing page was clicked.
  public static let landingPageClick: TrackingActivityType = "p_contact_click"
  /// A landing page added the contact.
  public static let landingPageAdd: TrackingActivityType = "p_contact_add"
  /// A landing page updated the contact.
  public static let landingPageUpdate: TrackingActivityType = "p_contact_update"

  /// The type as a case, independent of spelling.
  public var kind: Kind {
    switch rawValue.hasSuffix("s") ? String(rawValue.dropLast()) : rawValue {
    case "em_send": .send
    case "em_open": .open
    case "em_didnotopen": .didNotOpen
    case "em_click": .click
    case "em_forward": .forward
    case "em_optout": .optOut
    case "em_bounce": .bounce
    case "p_contact_open": .landingPageOpen
    case "p_contact_click": .landingPageClick
    case "p_contact_add": .landingPageAdd
    case "p_contact_update": .landingPageUpdate
    case "p_contact_sms_optin": .landingPageSMSOptIn
    default: .other
    }
  }
}
