import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CampaignTests {
  private static let html = "<html><body>[[trackingImage]]<p>Sow now.</p></body></html>"

  private func newCampaign(_ change: (inout NewCampaign) -> Void = { _ in }) -> NewCampaign {
    var campaign = NewCampaign(
      name: "June", from: "ann@example.com", fromName: "Ann", subject: "Time to sow", html: Self.html)
    change(&campaign)
    return campaign
  }

  @Test func primaryActivityIsFoundByItsRole() async throws {
    let campaign: Campaign = try Fixture.decode("campaigns.get")
    #expect(campaign.activities?.first?.role == .permalink)
    #expect(campaign.primaryActivity?.id == "8f5d2f40-13ab-4f0e-8d6e-2b9c5a1e7701")
    #expect(campaign.activity(in: .resend) == nil)
  }

  @Test(arguments: ["Draft", "DRAFT", "draft"])
  func statusesAreComparedCaseInsensitively(text: String) throws {
    let status = CampaignStatus(text)
    #expect(status == .draft)
    #expect(Set([status, .draft]).count == 1)
    #expect(status.kind == .draft)
    #expect(status.rawValue == text)
    #expect(status != .done)
    #expect(CampaignStatus("Paused").kind == .unknown)
    #expect(CampaignType("Newsletter") == .newsletter)
  }

  @Test func newCampaignIsSentWithOneActivity() async throws {
    let scripted = ScriptedClient(try .fixture(200, "campaigns.create"))
    let campaign = try await scripted.client.campaigns.create(newCampaign())
    #expect(campaign.name == "Seeds for June")
    #expect(
      try await scripted.body(0)
        == .object([
          "name": .string("June"),
          "email_campaign_activities": .array([
            .object([
              "format_type": .integer(5), "from_email": .string("ann@example.com"), "from_name": .string("Ann"),
              "reply_to_email": .string("ann@example.com"), "subject": .string("Time to sow"),
              "html_content": .string(Self.html),
            ])
          ]),
        ]))
  }

  @Test func newCampaignRoundTrips() throws {
    let campaign = newCampaign { campaign in
      campaign.replyToEmail = "bea@example.com"
      campaign.format = "1"
      campaign.preheader = "Now"
      campaign.physicalAddressInFooter = .init(organizationName: "Ann", line1: "1 Lane", countryCode: "US")
    }
    let restored = try JSONDecoder().decode(NewCampaign.self, from: JSONEncoder().encode(campaign))
    #expect(restored == campaign)
  }

  @Test func valuesOutsideLimitsAreRejectedBeforeSending() async throws {
    let scripted = ScriptedClient()
    let changes: [(String, (inout NewCampaign) -> Void)] = [
      ("`name` is 81", { $0.name = String(repeating: "n", count: 81) }),
      ("`name` is empty", { $0.name = "" }),
      ("`from_name` is 101", { $0.fromName = String(repeating: "n", count: 101) }),
      ("`from_email` is 81", { $0.fromEmail = String(repeating: "n", count: 81) }),
      ("`reply_to_email` is 81", { $0.replyToEmail = String(repeating: "n", count: 81) }),
      ("`subject` is empty", { $0.subject = "" }),
      ("`preheader` is 201", { $0.preheader = String(repeating: "n", count: 201) }),
      ("`html_content` is 150001", { $0.htmlContent = String(repeating: "n", count: 150_001) }),
      ("[[trackingImage]]", { $0.htmlContent = "<html><body></body></html>" }),
      (
        "state_code",
        { $0.physicalAddressInFooter = .init(organizationName: "Ann", line1: "1 Lane", countryCode: "US") }
      ),
    ]
    for (words, change) in changes {
      let error = try await failure { try await scripted.client.campaigns.create(newCampaign(change)) }
      #expect(error?.code == .invalidInput)
      #expect(error?.message.contains(words) == true, "\(words): \(error?.message ?? "")")
    }
    let rename = try await failure {
      try await scripted.client.campaigns.rename("1", to: String(repeating: "n", count: 81))
    }
    #expect(rename?.code == .invalidInput)
    let many = try await failure {
      try await scripted.client.campaigns.crossReferences(forV2IDs: (1...51).map { LegacyCampaignID("\($0)") })
    }
    #expect(many?.message == "`v2_email_campaign_ids` has 51 elements; the limit is 50")
    #expect(await scripted.transport.requests.isEmpty)
  }

  @Test func listIsFilteredByDates() async throws {
    let scripted = ScriptedClient(try .fixture(200, "campaigns.list"))
    let after = Date(timeIntervalSince1970: 1_767_225_600)
    let campaigns = try await scripted.client.campaigns.list(
      updatedAfter: after, updatedBefore: after.addingTimeInterval(86_400)
    ).collect()
    #expect(campaigns.map(\.status) == [.draft, .removed])
    #expect(
      await scripted.query() == [
        "after_date=2026-01-01T00%3A00%3A00Z", "before_date=2026-01-02T00%3A00%3A00Z", "limit=500",
      ])
  }

  @Test func deletingAMissingCampaignSucceeds() async throws {
    let scripted = ScriptedClient(.json(204, ""), .json(404, "[]"), .json(409, "[]"))
    try await scripted.client.campaigns.delete("1")
    try await scripted.client.campaigns.delete("1")
    let error = try await failure { try await scripted.client.campaigns.delete("1") }
    #expect(error?.code == .conflict)
  }

  @Test func descriptionsShowNoContentAndNoAddress() throws {
    let activity: CampaignActivity = try Fixture.decode("campaignActivities.get")
    let preview: CampaignPreview = try Fixture.decode("campaignActivities.preview")
    var dumped = "\(activity) \(preview) \(newCampaign())"
    dump(activity, to: &dumped)
    dump(preview, to: &dumped)
    dump(newCampaign(), to: &dumped)
    #expect(!dumped.contains("@example.com"))
    #expect(!dumped.contains("[[trackingImage]]"))
  }
}
