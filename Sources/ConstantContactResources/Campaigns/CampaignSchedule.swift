public import ConstantContactCore

/// When a mail will be sent.
public struct CampaignSchedule: Sendable, Hashable, Decodable {
  /// When.
  public let scheduledAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case scheduledAt = "scheduled_date"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    scheduledAt = container[.scheduledAt]
  }
}
