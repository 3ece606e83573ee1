public import ConstantContactCore

/// The ID of a resend to non-openers: digits, or ``draft``.
public struct NonOpenerResendID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The resend of a draft.
  public static let draft: NonOpenerResendID = "DRAFT"
}
