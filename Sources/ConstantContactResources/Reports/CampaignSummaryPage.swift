internal import ConstantContactCore

/// One page of campaign summaries, with the percentages over **this page's** campaigns.
///
/// The service computes the percentages for the page it sends, not for the account: another page size gives others.
public struct CampaignSummaryPage<Summary: Decodable & Sendable, Percents: Decodable & Sendable>: Sendable {
  /// The campaigns, those sent last first.
  public let summaries: [Summary]
  /// The percentages over these campaigns.
  public let percents: Percents?
}

/// The part of a summaries page that is not a row.
struct AggregateBody<Percents: Decodable>: Decodable {
  let percents: Percents?

  enum CodingKeys: String, CodingKey {
    case percents = "aggregate_percents"
  }

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    percents = container[.percents]
  }
}
