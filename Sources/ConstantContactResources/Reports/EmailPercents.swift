public import ConstantContactCore

/// The statistics of a campaign as percentages, 0 to 100.
public struct EmailPercents: APIModel {
  /// The share of the recipients whose email bounced.
  public var bounce: Double?
  /// The share of the contacts that **opened** the email and clicked a link.
  public var click: Double?
  /// The share of the clicks on computers.
  public var desktopClick: Double?
  /// The share of the opens on computers.
  public var desktopOpen: Double?
  /// The share of the contacts that received the email and did not open it.
  public var didNotOpen: Double?
  /// The share of the clicks on phones and tablets.
  public var mobileClick: Double?
  /// The share of the opens on phones and tablets.
  public var mobileOpen: Double?
  /// The share of the contacts that received the email and opened it.
  public var open: Double?
  /// The share of the contacts that received the email and opted out.
  public var unsubscribe: Double?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("bounce", &bounce)
    mapper.map("click", &click)
    mapper.map("desktop_click", &desktopClick)
    mapper.map("desktop_open", &desktopOpen)
    mapper.map("did_not_open", &didNotOpen)
    mapper.map("mobile_click", &mobileClick)
    mapper.map("mobile_open", &mobileOpen)
    mapper.map("open", &open)
    mapper.map("unsubscribe", &unsubscribe)
  }
}
