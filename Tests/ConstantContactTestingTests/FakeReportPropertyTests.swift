import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// For any seed, all reports agree with the log of events.
@Suite struct FakeReportPropertyTests {
  private typealias Event = FakeConstantContact.EmailEvent

  @Test(arguments: 0..<UInt64(20))
  func reportsAgreeWithTheLog(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let desk = try await desk(seed: seed, &random)
    var campaigns: [Campaign] = []
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let (campaign, email) = try await desk.draft("Campaign \(number)")
      campaigns.append(campaign)
      let activities = desk.client.campaignActivities
      if Bool.random(using: &random) {
        let test = NewABTest(alternativeSubject: "B", testSize: .random(in: 5...50, using: &random), winnerWaitHours: 6)
        try await activities.createABTest(test, of: email)
      }
      if Bool.random(using: &random) {
        let days = Int.random(in: 1...4, using: &random)
        try await activities.createResend(NewNonOpenerResend(subject: "Again", after: .days(days)), of: email)
      }
      let delay = Int.random(in: 1...200_000, using: &random)
      try await activities.schedule(email, at: desk.clock.date.addingTimeInterval(Double(delay)))
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        await desk.clock.advance(by: .seconds(Int.random(in: 0...150_000, using: &random)))
        _ = try await desk.client.campaigns.get(campaign.id)
      }
    }
    try await check(desk, campaigns, pageSize: .random(in: 1...50, using: &random))
    await desk.clock.advance(by: .hours(24 * 30))
    try await check(desk, campaigns, pageSize: 500)

    let events = await desk.fake.emailEvents
    let sends = events.filter { $0.kind == .send }
    #expect(Set(sends.map { $0.activity + $0.contact }).count == sends.count, "no contact receives an email twice")
    for campaign in campaigns {
      #expect(try await desk.status(campaign) == .done, "each campaign was sent")
    }
    let optOuts = Set(events.filter { $0.kind == .optOut }.map(\.contact))
    let unsubscribed = await desk.fake.allContacts.filter { $0.state == .unsubscribed }.map(\.id)
    #expect(optOuts == Set(unsubscribed))
    for optOut in events where optOut.kind == .optOut {
      #expect(!sends.contains { $0.contact == optOut.contact && $0.date > optOut.date })
    }
  }

  private func desk(seed: UInt64, _ random: inout SplitMix64) async throws -> CampaignDesk {
    var engagement = FakeConstantContact.Engagement()
    engagement.bounceRate = .random(in: 0...0.3, using: &random)
    engagement.openRate = .random(in: 0...1, using: &random)
    engagement.clickRate = .random(in: 0...1, using: &random)
    engagement.repeatRate = .random(in: 0...0.8, using: &random)
    engagement.forwardRate = .random(in: 0...0.5, using: &random)
    engagement.optOutRate = .random(in: 0...0.3, using: &random)
    return try await CampaignDesk(contacts: .random(in: 1...60, using: &random), seed: seed, engagement: engagement)
  }

  private func check(_ desk: CampaignDesk, _ campaigns: [Campaign], pageSize: Int) async throws {
    let events = await desk.fake.emailEvents
    var unique: [CampaignID: EmailStats] = [:]
    for id in campaigns.map(\.id) {
      let campaign = try await desk.client.campaigns.get(id)
      for reference in campaign.activities ?? [] where reference.role != .permalink {
        let mine = events.filter { $0.activity == reference.id.rawValue }
        try await checkTracking(desk, reference.id, mine, pageSize)
        let report = try await desk.client.reports.emailCampaignActivityStats(of: [reference.id])
        #expect(report.results.isEmpty == mine.isEmpty && report.errors.isEmpty == !mine.isEmpty)
        if let stats = report.results.first?.stats { check(stats, mine) }
      }
      let mine = events.filter { $0.campaign == id.rawValue }
      let report = try await desk.client.reports.emailCampaignStats(of: [id])
      #expect(report.results.isEmpty == mine.isEmpty)
      guard let stats = report.results.first?.stats else { continue }
      check(stats, mine)
      unique[id] = stats
    }
    let summaries = try await desk.client.reports.emailCampaignSummaries(pageSize: pageSize).collect()
    #expect(Set(summaries.map(\.id)) == Set(unique.keys) && summaries.count == unique.count)
    for summary in summaries {
      let (counts, stats) = (summary.uniqueCounts, unique[summary.id])
      #expect(counts?.sends == stats?.uniqueSends && counts?.opens == stats?.uniqueOpens)
      #expect(counts?.clicks == stats?.uniqueClicks && counts?.bounces == stats?.uniqueBounces)
      #expect(counts?.optOuts == stats?.uniqueOptOuts && counts?.notOpened == stats?.notOpened)
    }
  }

  private func check(_ stats: EmailStats, _ events: [Event]) {
    func unique(_ kind: Event.Kind) -> Int { Set(events.filter { $0.kind == kind }.map(\.contact)).count }
    #expect(stats.uniqueSends == unique(.send) && stats.uniqueOpens == unique(.open))
    #expect(stats.uniqueClicks == unique(.click) && stats.uniqueForwards == unique(.forward))
    #expect(stats.uniqueBounces == unique(.bounce) && stats.uniqueOptOuts == unique(.optOut))
    #expect(stats.notOpened == unique(.send) - unique(.open) - unique(.bounce))
    let opens = [
      stats.opens.computer, stats.opens.mobile, stats.opens.tablet, stats.opens.other, stats.opens.unrecorded,
    ]
    #expect(stats.opens.total == events.count { $0.kind == .open })
    #expect(stats.opens.total == opens.reduce(0) { $0 + ($1 ?? 0) })
    #expect(stats.clicks.total == events.count { $0.kind == .click })
  }

  private func checkTracking(
    _ desk: CampaignDesk, _ activity: CampaignActivityID, _ events: [Event], _ pageSize: Int
  ) async throws {
    let reports = desk.client.reports
    func matches(_ rows: [TrackingActivity], _ kind: Event.Kind) -> Bool {
      let expected = events.filter { $0.kind == kind }.reversed()
      return rows.map(\.contactID.rawValue) == expected.map(\.contact)
        && rows.map(\.createdAt?.date) == expected.map(\.date) && rows.map(\.email) == expected.map(\.address)
    }
    #expect(matches(try await reports.sends(of: activity, pageSize: pageSize).collect(), .send))
    #expect(matches(try await reports.opens(of: activity, pageSize: pageSize).collect(), .open))
    #expect(matches(try await reports.forwards(of: activity, pageSize: pageSize).collect(), .forward))
    #expect(matches(try await reports.optOuts(of: activity, pageSize: pageSize).collect(), .optOut))
    let bounces = try await reports.bounces(of: activity, pageSize: pageSize).collect()
    #expect(matches(bounces, .bounce))
    let full = try await reports.bounces(of: activity, codes: ["F", "V"], pageSize: pageSize).collect()
    #expect(full.count == bounces.count { ["F", "V"].contains($0.bounceCode) })
    let clicks = try await reports.clicks(of: activity, pageSize: pageSize).collect()
    #expect(matches(clicks, .click))
    for link in try await reports.links(of: activity, includingUnclicked: true).links {
      let rows = try await reports.clicks(of: activity, linkID: link.id, pageSize: pageSize).collect()
      #expect(rows.count == clicks.count { $0.linkURL == link.url } && rows.allSatisfy { $0.linkID == link.id })
      #expect(Set(rows.map(\.contactID)).count == link.uniqueClicks)
    }
    func contacts(_ rows: [TrackingActivity]) -> [String] { rows.map(\.contactID.rawValue).sorted() }
    let opened = Set(events.filter { $0.kind == .open }.map(\.contact))
    let reached = opened.union(events.filter { $0.kind == .bounce }.map(\.contact))
    let unopened = events.filter { $0.kind == .send && !reached.contains($0.contact) }.map(\.contact).sorted()
    #expect(contacts(try await reports.uniqueOpens(of: activity, pageSize: pageSize).collect()) == opened.sorted())
    #expect(contacts(try await reports.didNotOpens(of: activity, pageSize: pageSize).collect()) == unopened)
  }
}
