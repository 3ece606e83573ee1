public import ConstantContactCore

/// Settings of a post on TikTok. A setting that is `nil` keeps TikTok's default.
///
/// ``SocialProfile/settings`` shows what a profile allows.
public struct TikTokSettings: APIModel {
  /// Whether comments are disabled.
  public var disablesComments: Bool?
  /// Whether duets are disabled.
  public var disablesDuet: Bool?
  /// Whether stitches are disabled.
  public var disablesStitch: Bool?
  /// Whether TikTok adds music.
  public var addsMusic: Bool?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates settings that keep all defaults.
  public init() {}

  /// Creates settings.
  ///
  /// - Parameters:
  ///   - disablesComments: Whether comments are disabled.
  ///   - disablesDuet: Whether duets are disabled.
  ///   - disablesStitch: Whether stitches are disabled.
  ///   - addsMusic: Whether TikTok adds music.
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

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.mapAsText("disable_comment", &disablesComments)
    mapper.mapAsText("disable_duet", &disablesDuet)
    mapper.mapAsText("disable_stitch", &disablesStitch)
    mapper.mapAsText("auto_add_music", &addsMusic)
  }
}
