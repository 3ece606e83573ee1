public import ConstantContactCore

/// Whether imported contacts agreed to text messages.
public struct ImportSMSPermission: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a value from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// They have not said so. The service's default.
  public static let notSet: ImportSMSPermission = "not_set"
  /// They have, each at their consent date.
  public static let explicit: ImportSMSPermission = "explicit"
}
