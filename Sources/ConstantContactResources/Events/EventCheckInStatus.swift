public import ConstantContactCore

/// Whether the tickets of a registration are checked in. Property `checkin_status`.
public struct EventCheckInStatus: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a value from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Checked in.
  public static let checkedIn: EventCheckInStatus = "CHECKED_IN"
  /// Not checked in.
  public static let notCheckedIn: EventCheckInStatus = "NOT_CHECKED_IN"
}
