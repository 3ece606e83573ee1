public import ConstantContactCore

/// The id of a resend to those who did not open: a number in text, or ``draft``.
public struct NonOpenerResendID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The resend of an activity that is a draft: it has no number yet.
  public static let draft: NonOpenerResendID = "DRAFT"
}
