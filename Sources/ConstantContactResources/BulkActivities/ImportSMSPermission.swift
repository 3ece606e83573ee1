public import ConstantContactCore

/// Whether imported contacts agreed to text messages.
public struct ImportSMSPermission: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a value from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Unknown. The API's default.
  public static let notSet: ImportSMSPermission = "not_set"
  /// They agreed, each on its consent date.
  public static let explicit: ImportSMSPermission = "explicit"
}
