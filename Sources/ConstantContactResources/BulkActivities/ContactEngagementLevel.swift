public import ConstantContactCore

/// How often a contact opens emails and clicks links, as Constant Contact rates it.
public struct ContactEngagementLevel: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a level from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not rated yet.
  public static let unqualified: ContactEngagementLevel = "unqualified"
  /// Seldom.
  public static let low: ContactEngagementLevel = "low"
  /// Sometimes.
  public static let medium: ContactEngagementLevel = "medium"
  /// Often.
  public static let high: ContactEngagementLevel = "high"
}
