public import ConstantContactCore

/// The device on which a mail or a page was opened or a link clicked. Property `device_type`.
public struct ReportDeviceType: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a type from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A desktop or laptop computer.
  public static let computer: ReportDeviceType = "computer"
  /// A phone.
  public static let mobile: ReportDeviceType = "mobile"
  /// A tablet.
  public static let tablet: ReportDeviceType = "tablet"
  /// Anything else.
  public static let other: ReportDeviceType = "other"
}
