public import ConstantContactCore

/// Why a mail came back. Property `bounce_code`.
public struct BounceCode: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a code from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// There is no such address.
  public static let nonexistent: BounceCode = "B"
  /// It could not be delivered.
  public static let undeliverable: BounceCode = "D"
  /// The mailbox is full.
  public static let mailboxFull: BounceCode = "F"
  /// The address did not exist several times and is no longer mailed.
  public static let suspended: BounceCode = "S"
  /// Somebody is away and an automatic reply came.
  public static let vacation: BounceCode = "V"
  /// Another reason.
  public static let other: BounceCode = "X"
  /// The receiving system refused it.
  public static let blocked: BounceCode = "Z"
}
