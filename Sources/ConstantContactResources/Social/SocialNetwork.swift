public import ConstantContactCore

/// A social network, such as `facebook`. Field `network`.
public struct SocialNetwork: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a network from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Facebook.
  public static let facebook: SocialNetwork = "facebook"
  /// TikTok.
  public static let tikTok: SocialNetwork = "tiktok"
}
