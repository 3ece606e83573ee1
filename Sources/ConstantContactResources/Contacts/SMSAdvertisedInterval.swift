public import ConstantContactCore

/// The period for which a number of text messages was announced. Property `advertised_interval`.
public struct SMSAdvertisedInterval: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an interval from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A day.
  public static let daily: SMSAdvertisedInterval = "daily"
  /// A week.
  public static let weekly: SMSAdvertisedInterval = "weekly"
  /// A month.
  public static let monthly: SMSAdvertisedInterval = "monthly"
}
