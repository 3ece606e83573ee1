internal import ConstantContactCore

/// Percentages of what happened to a campaign's mails, 0 to 100.
public struct EmailPercents: Sendable, Hashable, Decodable {
  /// Of those sent to, whose mail came back.
  public let bounce: Double?
  /// Of those who **opened**, who clicked.
  public let click: Double?
  /// Of the clicks, those on computers.
  public let desktopClick: Double?
  /// Of the opens, those on computers.
  public let desktopOpen: Double?
  /// Of those who received it, who did not open.
  public let didNotOpen: Double?
  /// Of the clicks, those on phones and tablets.
  public let mobileClick: Double?
  /// Of the opens, those on phones and tablets.
  public let mobileOpen: Double?
  /// Of those who received it, who opened.
  public let open: Double?
  /// Of those who received it, who opted out.
  public let unsubscribe: Double?

  enum CodingKeys: String, CodingKey {
    case bounce, click
    case desktopClick = "desktop_click"
    case desktopOpen = "desktop_open"
    case didNotOpen = "did_not_open"
    case mobileClick = "mobile_click"
    case mobileOpen = "mobile_open"
    case open, unsubscribe
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    bounce = container[.bounce]
    click = container[.click]
    desktopClick = container[.desktopClick]
    desktopOpen = container[.desktopOpen]
    didNotOpen = container[.didNotOpen]
    mobileClick = container[.mobileClick]
    mobileOpen = container[.mobileOpen]
    open = container[.open]
    unsubscribe = container[.unsubscribe]
  }
}
