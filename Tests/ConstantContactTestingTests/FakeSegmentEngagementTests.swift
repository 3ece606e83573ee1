import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Segments of the contacts that reacted to campaigns, and campaigns to segments.
@Suite struct FakeSegmentEngagementTests {
  private func members(_ field: String, _ more: String, _ desk: CampaignDesk) async throws -> Set<String> {
    let condition = #"{"source":"tracking","field":"\#(field)","op":"contains-any",\#(more)}"#
    let criteria = #"{"version":"1.0.0","criteria":{"type":"and","group":[\#(condition)]}}"#
    let segment = try await desk.client.segments.create(
      SegmentDraft(name: UUID().uuidString, criteria: SegmentCriteria(text: criteria)))
    return Set(try await desk.client.contacts.list(inSegment: segment.id).collect().map(\.id.rawValue))
  }

  @Test func conditionsOnReactionsAgreeWithTheEventLog() async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.clickRate, engagement.bounceRate) = (0.5, 0.5, 0.1)
    let desk = try await CampaignDesk(contacts: 60, engagement: engagement) { $0.segmentProcessingResponses = 0 }
    let (campaign, email) = try await desk.draft()
    try await desk.client.campaignActivities.sendNow(email)
    await desk.clock.advance(by: .hours(80))
    let (sent, opened) = (await desk.events(.send, of: email), await desk.events(.open, of: email))
    #expect(!opened.isEmpty && opened.count < sent.count)

    for value in [campaign.id.rawValue, email.rawValue] {
      #expect(try await members("opened", #""value":["\#(value)"]"#, desk) == opened)
      #expect(try await members("not_opened", #""value":["\#(value)"]"#, desk) == sent.subtracting(opened))
    }
    let latest = #""const_value":"last-n-campaigns","param":"1""#
    #expect(try await members("clicked", latest, desk) == desk.events(.click, of: email))
    #expect(try await members("bounced", latest, desk) == desk.events(.bounce, of: email))

    // A later campaign is the last one, and has no opens yet.
    try await desk.client.campaignActivities.sendNow(try await desk.draft("July").email)
    #expect(try await members("opened", latest, desk).isEmpty)
    #expect(try await members("opened", #""const_value":"last-n-campaigns","param":"2""#, desk) == opened)
  }

  @Test func campaignToASegmentReachesItsContacts() async throws {
    let desk = try await CampaignDesk(contacts: 5) { $0.segmentProcessingResponses = 0 }
    let ann = await desk.fake.add(.init(address: "ann@example.com", firstName: "Ann"))
    let condition = #"{"source":"contact","field":"first_name","op":"eq","value":"Ann"}"#
    let segment = try await desk.client.segments.create(
      SegmentDraft(
        name: "Anns",
        criteria: SegmentCriteria(
          text: #"{"version":"1.0.0","criteria":{"type":"and","group":[\#(condition)]}}"#)))
    let (_, email) = try await desk.draft(hasRecipients: false)
    try await desk.client.campaignActivities.update(email) { $0.segmentIDs = [segment.id] }
    try await desk.client.campaignActivities.sendNow(email)
    await desk.clock.advance(by: .hours(1))
    #expect(await desk.events(.send, of: email) == [ann.id])
  }

  @Test func engagementLevelsAreNotSimulated() async throws {
    let desk = try await CampaignDesk(contacts: 1)
    let error = await #expect(throws: ConstantContactError.self) {
      _ = try await desk.client.activities.removeContacts(.engagement(.high), from: [desk.list])
    }
    #expect(error?.status == 501)
  }
}
