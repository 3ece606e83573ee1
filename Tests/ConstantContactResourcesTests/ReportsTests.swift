import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct ReportsTests {
  private let start = Date(timeIntervalSince1970: 1_700_000_000)

  private func targets(_ transport: ScriptedTransport) async -> [String] {
    await transport.requests.map { String($0.url.absoluteString.dropFirst("https://api.cc.email/v3/reports/".count)) }
  }

  @Test func reportFollowsItsPages() async throws {
    let transport = ScriptedTransport([
      .json(
        200, #"{"tracking_activities":[{"contact_id":"1"}],"_links":{"next":{"href":"/v3/reports/x?cursor=2"}}}"#),
      .json(200, #"{"tracking_activities":[{"contact_id":"2"}],"_links":{"next":null}}"#),
    ])
    let rows = try await Walk.client(transport).reports.opens(of: "a", pageSize: 25).collect()
    #expect(rows.map(\.contactID) == ["1", "2"])
    #expect(await targets(transport) == ["email_reports/a/tracking/opens?limit=25", "x?cursor=2"])
  }

  @Test func bounceCodesAreRepeatedParameters() async throws {
    let transport = ScriptedTransport([.json(200, Fixture.anyResource)])
    _ = try await Walk.client(transport).reports.bounces(of: "a", codes: [.undeliverable, .nonexistent]).collect()
    #expect(
      await targets(transport) == ["email_reports/a/tracking/bounces?bounce_code=B&bounce_code=D&limit=500"])
  }

  @Test func activityTypesAreSentInBothForms() async throws {
    let transport = ScriptedTransport(Array(repeating: .json(200, Fixture.anyResource), count: 2))
    let reports = Walk.client(transport).reports
    _ = try await reports.contactActivityDetails(of: "c", types: [.open, .click], includingNames: false).collect()
    _ = try await reports.contactActivityDetails(of: "c", types: .repeated([.open, .click])).collect()
    let path = "contact_reports/c/activity_details?"
    #expect(
      await targets(transport) == [
        path + "tracking_activities_list=em_opens%2Cem_clicks&include_campaign_activity_names=false&limit=100",
        path + "tracking_activity_type=em_opens&tracking_activity_type=em_clicks"
          + "&include_campaign_activity_names=true&limit=100",
      ])
  }

  @Test(arguments: [(150, 1), (151, 2), (301, 3), (0, 0)])
  func campaignStatsAreRequestedInBatches(count: Int, requests: Int) async throws {
    let response = #"{"results":[{"campaign_id":"x"}],"errors":[{"error_key":"k","error_message":"m"}]}"#
    let transport = ScriptedTransport(Array(repeating: .json(200, response), count: requests))
    let ids = (0..<count).map { CampaignID("id-\($0)") }
    let report = try await Walk.client(transport).reports.emailCampaignStats(of: ids)
    #expect(report.results.count == requests)
    #expect(report.errors.count == requests)
    #expect(report.errors.allSatisfy { $0.key == "k" })
    let sent = await targets(transport).flatMap {
      $0.dropFirst("stats/email_campaigns/".count).split(separator: ",")
    }
    #expect(sent == ids.map { Substring($0.rawValue) })
  }

  @Test func activityStatsAreRequestedInBatchesOfTen() async throws {
    let transport = ScriptedTransport(Array(repeating: .json(200, Fixture.anyResource), count: 2))
    let ids = (0..<11).map { CampaignActivityID("\($0)") }
    _ = try await Walk.client(transport).reports.emailCampaignActivityStats(of: ids)
    let path = "stats/email_campaign_activities/"
    #expect(await targets(transport) == [path + "0,1,2,3,4,5,6,7,8,9", path + "10"])
  }

  @Test func summaryPagesHavePercentages() async throws {
    let transport = ScriptedTransport([
      .json(
        200,
        #"""
        {"bulk_email_campaign_summaries":[{"campaign_id":"1"},{"campaign_id":"2"}],"aggregate_percents":{"open":12.5},
        "_links":{"next":{"href":"/v3/reports/x?cursor=2"}}}
        """#),
      .json(200, #"{"bulk_email_campaign_summaries":[{"campaign_id":"3"}],"aggregate_percents":{"open":40}}"#),
    ])
    let pages = try await Walk.client(transport).reports.emailCampaignSummaryPages(pageSize: 2).collect()
    #expect(pages.map { $0.summaries.map(\.id) } == [["1", "2"], ["3"]])
    #expect(pages.map(\.percents?.open) == [12.5, 40])
  }

  @Test func summariesAreListedAsRows() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"bulk_email_campaign_summaries":[{"campaign_id":"1"},{"campaign_id":"2"}]}"#),
      .json(200, #"{"bulk_sms_campaign_summaries":[{"campaign_id":"3"}]}"#),
    ])
    let reports = Walk.client(transport).reports
    #expect(try await reports.emailCampaignSummaries(limit: 1).collect().map(\.id) == ["1"])
    #expect(try await reports.smsCampaignSummaries(since: start).collect().map(\.id) == ["3"])
    #expect(
      await targets(transport) == [
        "summary_reports/email_campaign_summaries?limit=1",
        "summary_reports/sms_campaign_summaries?start_at=2023-11-14T22%3A13%3A20Z&limit=50",
      ])
  }

  @Test func contactActivitySummaryFollowsItsPages() async throws {
    let transport = ScriptedTransport([
      .json(
        200,
        #"""
        {"contact_id":"c","campaign_activities":[{"campaign_activity_id":"1"}],
        "_links":{"next":{"href":"/v3/reports/x?cursor=2"}}}
        """#),
      .json(200, #"{"contact_id":"c","campaign_activities":[{"campaign_activity_id":"2"}]}"#),
    ])
    let summary = Walk.client(transport).reports.contactActivitySummary(of: "c", since: start, until: start + 86_400)
    #expect(try await summary.collect().map(\.campaignActivityID) == ["1", "2"])
  }

  @Test func invalidParametersAreRejectedBeforeSending() async throws {
    let reports = Walk.client(ScriptedTransport([])).reports
    let start = start
    let calls: [@Sendable () async throws -> Void] = [
      { _ = try await reports.sends(of: "a", pageSize: 501).collect() },
      { _ = try await reports.sends(of: "").collect() },
      { _ = try await reports.clicks(of: "a", linkID: "one").collect() },
      { _ = try await reports.contactActivityDetails(of: "c", types: []).collect() },
      { _ = try await reports.contactActivityDetails(of: "c", types: [.open], pageSize: 101).collect() },
      { _ = try await reports.contactOpenAndClickRates(of: "c", since: start, until: start - 1) },
      { _ = try await reports.contactOpenAndClickRates(of: "c", since: start, until: start + 1828 * 86_400) },
      { _ = try await reports.smsCampaignSummaries(since: start, pageSize: 51).collect() },
      { _ = try await reports.emailCampaignStats(of: ["a", ""]) },
      { _ = try await reports.emailCampaignStats(of: ["a,b"]) },
    ]
    for (index, call) in calls.enumerated() {
      let error = await #expect(throws: ConstantContactError.self, "\(index)") { try await call() }
      #expect(error?.code == .invalidInput, "\(index)")
    }
  }

  @Test(arguments: [
    ("em_opens", TrackingActivityType.Kind.open), ("p_contact_open", .landingPageOpen),
    ("p_contact_opens", .landingPageOpen), ("em_didnotopens", .didNotOpen), ("em_bounces", .bounce),
    ("p_contact_sms_optins", .landingPageSMSOptIn), ("something", .other),
  ])
  func activityTypesAreReadInBothSpellings(text: String, kind: TrackingActivityType.Kind) {
    #expect(TrackingActivityType(text).kind == kind)
  }

  @Test func rowDescriptionsShowNoPersonalData() async throws {
    let row = #"{"contact_id":"1","email_address":"a@example.com","first_name":"Ann","sms_channel":{"state":"E"}}"#
    let transport = ScriptedTransport([.json(200, #"{"tracking_activities":[\#(row)]}"#)])
    let rows = try await Walk.client(transport).reports.landingPageOpens(of: "a").collect()
    #expect(rows.first?.email == "a@example.com")
    var text = "\(rows) \(String(reflecting: rows))"
    dump(rows, to: &text)
    #expect(!text.contains("example.com") && !text.contains("Ann"))
  }
}
