public import ConstantContactCore

/// How often a contact opens and clicks, in the service's judgement.
public struct ContactEngagementLevel: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a level from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not judged yet.
  public static let unqualified: ContactEngagementLevel = "unqualified"
  /// Seldom.
  public static let low: ContactEngagementLevel = "low"
  /// At times.
  public static let medium: ContactEngagementLevel = "medium"
  /// Often.
  public static let high: ContactEngagementLevel = "high"
}
