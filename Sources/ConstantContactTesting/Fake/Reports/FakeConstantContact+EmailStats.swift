#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Statistics and summaries of campaigns.
extension FakeConstantContact {
  func getCampaignStats(_ call: Call, ids text: String) throws -> Reply {
    try call.requireNoParameters()
    let ids = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if ids.count > 150 { throw Reply.invalid(["campaign_ids size must be between 1 and 150"]) }
    var (results, errors): ([JSON], [JSON]) = ([], [])
    for id in ids {
      try checkID(id, "campaign_ids")
      guard let index = campaigns.index(of: id), !campaigns[index].isRemoved else { throw Reply.notFound() }
      let counts = counts(of: campaigns[index].sentActivityIDs)
      guard counts.unique(.send) > 0 else {
        errors.append(Self.missingStats(of: id, "campaign_ids"))
        continue
      }
      results.append([
        "campaign_id": .string(campaigns[index].id), "stats": .object(counts.stats), "percents": counts.percents,
        "last_refresh_time": WireDate.milliseconds(now),
      ])
    }
    return Reply(200, ["results": .array(results), "errors": .array(errors)])
  }

  func getActivityStats(_ call: Call, ids text: String) throws -> Reply {
    try call.requireNoParameters()
    let ids = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if ids.count > 10 { throw Reply.invalid(["campaign_activity_ids size must be between 1 and 10"]) }
    for id in ids { try checkID(id, "campaign_activity_ids") }
    var (results, errors): ([JSON], [JSON]) = ([], [])
    for id in ids {
      let counts = counts(of: [id.lowercased()])
      guard let activity = campaigns.activity(id), !campaigns[activity.index].isRemoved, counts.unique(.send) > 0 else {
        errors.append(Self.missingStats(of: id, "campaign_activity_ids"))
        continue
      }
      results.append([
        "campaign_id": .string(campaigns[activity.index].id), "campaign_activity_id": .string(id.lowercased()),
        "stats": .object(counts.stats.merging(counts.bounceStats) { $1 }),
        "last_refresh_time": WireDate.milliseconds(now),
      ])
    }
    return Reply(200, ["results": .array(results), "errors": .array(errors)])
  }

  func listEmailSummaries(_ call: Call) throws -> Reply {
    let collection = "reports/summary_reports/email_campaign_summaries"
    var (query, after) = try open(call, collection, allowing: ["limit"])
    let limit = query.integer("limit", default: 50, in: 1...500)
    try query.check()
    let sent = campaigns.records.compactMap { record in
      record.isRemoved ? nil : record.lastSentAt.map { (record: record, date: $0) }
    }
    let sorted = sent.sorted { ($0.date, $0.record.sequence) > ($1.date, $1.record.sequence) }
    // The cursor holds the last campaign shown, which may have been removed since.
    let start = after < 0 ? 0 : sorted.firstIndex { $0.record.sequence == after }.map { $0 + 1 } ?? sorted.count
    let page = sorted[start...].prefix(limit).map { ($0.record, $0.date, counts(of: $0.record.sentActivityIDs)) }
    let shares = EmailCounts.Shares(page.map(\.2))
    var members: [String: JSON] = [
      "bulk_email_campaign_summaries": .array(
        page.map { record, date, counts in
          [
            "campaign_id": .string(record.id), "campaign_type": .string(record.type),
            "last_sent_date": WireDate.milliseconds(date), "unique_counts": counts.uniqueCounts,
          ]
        }),
      "aggregate_percents": [
        "click": shares.click, "open": shares.open, "did_not_open": shares.didNotOpen, "bounce": shares.bounce,
        "unsubscribe": shares.unsubscribe,
      ],
    ]
    addLinks(to: &members, collection, query, after: sorted.count - start > limit ? page.last?.0.sequence : nil)
    return Reply(200, .object(members))
  }

  private func counts(of activities: [String]) -> EmailCounts {
    EmailCounts(activities.lazy.flatMap { self.emailLog.indices(ofActivity: $0) }.map { self.emailLog.events[$0] })
  }

  private static func missingStats(of id: String, _ name: String) -> JSON {
    [
      "error_key": .string("reportingsvc.not_found.invalid_path_param." + name),
      "error_message": .string("Could not find any campaign stats for \(id)."),
    ]
  }
}
