public import ConstantContactCore

/// A social network, such as `facebook`. Property `network`.
public struct SocialNetwork: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a network from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Facebook.
  public static let facebook: SocialNetwork = "facebook"
  /// TikTok.
  public static let tikTok: SocialNetwork = "tiktok"
}
