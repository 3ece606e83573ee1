public import ConstantContactCore

/// The format of an email: a number from 1 to 5.
public struct EmailFormat: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a format from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Legacy custom-code HTML.
  public static let legacyCustomCode: EmailFormat = "1"
  /// The second-generation editor.
  public static let secondGenerationEditor: EmailFormat = "2"
  /// The third-generation editor.
  public static let thirdGenerationEditor: EmailFormat = "3"
  /// The fourth-generation editor.
  public static let fourthGenerationEditor: EmailFormat = "4"
  /// Custom-code HTML.
  public static let customCode: EmailFormat = "5"
}
