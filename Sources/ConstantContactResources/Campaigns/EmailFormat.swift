public import ConstantContactCore

/// How a mail was made: a number from 1 to 5.
public struct EmailFormat: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a format from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// HTML written for the old API or the old editor.
  public static let legacyCustomCode: EmailFormat = "1"
  /// Made in the second generation of the vendor's editor.
  public static let secondGenerationEditor: EmailFormat = "2"
  /// Made in the third generation of the vendor's editor.
  public static let thirdGenerationEditor: EmailFormat = "3"
  /// Made in the fourth generation of the vendor's editor.
  public static let fourthGenerationEditor: EmailFormat = "4"
  /// HTML written by hand or by a program.
  public static let customCode: EmailFormat = "5"
}
