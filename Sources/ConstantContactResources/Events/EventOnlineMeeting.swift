public import ConstantContactCore

/// How to join an event from afar.
public struct EventOnlineMeeting: Sendable, Hashable, Codable {
  /// Whether it can be joined from afar.
  public var isEnabled: Bool?
  /// What it is called.
  public var label: String?
  /// Where to go.
  public var url: String?
  /// What to do there.
  public var instructions: String?
  /// Who carries it.
  public var provider: String?
  /// When it was set up.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case isEnabled = "enabled_flag"
    case label
    case url
    case instructions
    case provider = "provider_type"
    case createdAt = "create_time"
    case updatedAt = "last_update_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    isEnabled = container[.isEnabled]
    label = container[.label]
    url = container[.url]
    instructions = container[.instructions]
    provider = container[.provider]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}
