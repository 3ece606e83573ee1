internal import ConstantContactCore

/// A page of campaign summaries, with the percentages over the campaigns of **this page**.
///
/// The API computes the percentages for each page, not for the account: they depend on the page size.
public struct CampaignSummaryPage<Summary: Decodable & Sendable, Percents: Decodable & Sendable>: Sendable {
  /// The campaigns, the latest sent first.
  public let summaries: [Summary]
  /// The percentages over these campaigns.
  public let percents: Percents?
}

/// The part of a summaries page beside the rows.
struct AggregateBody<Percents: Decodable>: Decodable {
  let percents: Percents?

  enum CodingKeys: String, CodingKey {
    case percents = "aggregate_percents"
  }

  init(from decoder: any Decoder) throws {
    percents = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Percents.self, forKey: .percents)
  }
}
