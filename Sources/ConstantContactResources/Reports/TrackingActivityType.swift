public import ConstantContactCore

/// What a contact did, or what was done to it. Property `tracking_activity_type`.
///
/// The service spells some of them in two ways (`p_contact_open` in a query, `p_contact_opens` in an answer): to tell what a row
/// is, look at its ``kind``.
public struct TrackingActivityType: OpenValue {
  /// What a type stands for, however it is spelled.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// A mail was sent.
    case send
    /// A mail was opened.
    case open
    /// A mail was not opened.
    case didNotOpen
    /// A link in a mail was clicked.
    case click
    /// A mail was forwarded.
    case forward
    /// The contact opted out.
    case optOut
    /// A mail came back.
    case bounce
    /// A landing page was opened.
    case landingPageOpen
    /// A link on a landing page was clicked.
    case landingPageClick
    /// A landing page added the contact.
    case landingPageAdd
    /// A landing page changed the contact.
    case landingPageUpdate
    /// The contact opted in to text messages on a landing page.
    case landingPageSMSOptIn
    /// Something that the library does not know.
    case other
  }

  /// The service's own text.
  public let rawValue: String

  /// Makes a type from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A mail was sent.
  public static let send: TrackingActivityType = "em_sends"
  /// A mail was opened.
  public static let open: TrackingActivityType = "em_opens"
  /// A link in a mail was clicked.
  public static let click: TrackingActivityType = "em_clicks"
  /// A mail came back.
  public static let bounce: TrackingActivityType = "em_bounces"
  /// The contact opted out.
  public static let optOut: TrackingActivityType = "em_optouts"
  /// A mail was forwarded.
  public static let forward: TrackingActivityType = "em_forwards"
  /// A landing page was opened.
  public static let landingPageOpen: TrackingActivityType = "p_contact_open"
  /// A link on a landing page was clicked.
  public static let landingPageClick: TrackingActivityType = "p_contact_click"
  /// A landing page added the contact.
  public static let landingPageAdd: TrackingActivityType = "p_contact_add"
  /// A landing page changed the contact.
  public static let landingPageUpdate: TrackingActivityType = "p_contact_update"

  /// What it stands for, however it is spelled.
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
