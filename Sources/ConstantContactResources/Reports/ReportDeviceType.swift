public import ConstantContactCore

/// The type of the device of an open or a click. Property `device_type`.
public struct ReportDeviceType: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a type from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A desktop or laptop computer.
  public static let computer: ReportDeviceType = "computer"
  /// A phone.
  public static let mobile: ReportDeviceType = "mobile"
  /// A tablet.
  public static let tablet: ReportDeviceType = "tablet"
  /// Another device.
  public static let other: ReportDeviceType = "other"
}
