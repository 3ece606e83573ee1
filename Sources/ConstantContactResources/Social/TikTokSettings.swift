/// How a post behaves on TikTok. What is `nil` is left to the service. See ``SocialProfile/settings`` for what the profile allows.
public struct TikTokSettings: Sendable, Hashable, Encodable {
  /// Whether nobody can comment.
  public var disablesComments: Bool?
  /// Whether nobody can make a duet of it.
  public var disablesDuet: Bool?
  /// Whether nobody can stitch it.
  public var disablesStitch: Bool?
  /// Whether TikTok adds music.
  public var addsMusic: Bool?

  /// Makes settings.
  public init(
    disablesComments: Bool? = nil,
    disablesDuet: Bool? = nil,
    disablesStitch: Bool? = nil,
    addsMusic: Bool? = nil
  ) {
    self.disablesComments = disablesComments
    self.disablesDuet = disablesDuet
    self.disablesStitch = disablesStitch
    self.addsMusic = addsMusic
  }

  enum CodingKeys: String, CodingKey {
    case disablesComments = "disable_comment"
    case disablesDuet = "disable_duet"
    case disablesStitch = "disable_stitch"
    case addsMusic = "auto_add_music"
  }

  /// Encodes truth values as text, as the service keeps them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(disablesComments.map(String.init), forKey: .disablesComments)
    try container.encodeIfPresent(disablesDuet.map(String.init), forKey: .disablesDuet)
    try container.encodeIfPresent(disablesStitch.map(String.init), forKey: .disablesStitch)
    try container.encodeIfPresent(addsMusic.map(String.init), forKey: .addsMusic)
  }
}
