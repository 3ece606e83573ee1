public import ConstantContactCore

/// Percentages of what happened to a campaign's mails, 0 to 100.
public struct EmailPercents: APIModel {
  /// Of those sent to, whose mail came back.
  public var bounce: Double?
  /// Of those who **opened**, who clicked.
  public var click: Double?
  /// Of the clicks, those on computers.
  public var desktopClick: Double?
  /// Of the opens, those on computers.
  public var desktopOpen: Double?
  /// Of those who received it, who did not open.
  public var didNotOpen: Double?
  /// Of the clicks, those on phones and tablets.
  public var mobileClick: Double?
  /// Of the opens, those on phones and tablets.
  public var mobileOpen: Double?
  /// Of those who received it, who opened.
  public var open: Double?
  /// Of those who received it, who opted out.
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
