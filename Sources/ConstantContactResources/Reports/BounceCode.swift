public import ConstantContactCore

/// The reason for a bounce. Property `bounce_code`.
public struct BounceCode: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a code from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The address does not exist.
  public static let nonexistent: BounceCode = "B"
  /// The email could not be delivered.
  public static let undeliverable: BounceCode = "D"
  /// The mailbox is full.
  public static let mailboxFull: BounceCode = "F"
  /// The address did not exist several times; emails to it are suspended.
  public static let suspended: BounceCode = "S"
  /// An automatic vacation reply was received.
  public static let vacation: BounceCode = "V"
  /// Another reason.
  public static let other: BounceCode = "X"
  /// The receiving server rejected the email.
  public static let blocked: BounceCode = "Z"
}
