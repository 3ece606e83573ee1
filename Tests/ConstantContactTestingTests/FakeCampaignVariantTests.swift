import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// A/B tests, resends, and requests that the API refuses.
@Suite struct FakeCampaignVariantTests {
  @Test func winnerOfAnABTestIsSentToTheRest() async throws {
    var engagement = FakeConstantContact.Engagement()
    engagement.openRate = 0.5
    let desk = try await CampaignDesk(contacts: 100, engagement: engagement)
    let (campaign, email) = try await desk.draft()
    let activities = desk.client.campaignActivities
    #expect(await code { _ = try await activities.abTest(of: email) } == .notFound)
    let test = NewABTest(alternativeSubject: "Hi", testSize: 10, winnerWaitHours: 24)
    #expect(try await activities.createABTest(test, of: email).testSize == 10)
    #expect(await code { try await activities.createABTest(test, of: email) } == .conflict)
    #expect(try await desk.client.campaigns.get(campaign.id).typeCode?.rawValue == "57")
    try await activities.sendNow(email)
    #expect(try await desk.status(campaign) == .executing)
    let first = await desk.fake.emailEvents.filter { $0.kind == .send }
    #expect(first.count == 20 && first.count { $0.subject == "Hi" } == 10)
    await desk.clock.advance(by: .hours(24))
    #expect(try await desk.status(campaign) == .done)
    let sends = await desk.fake.emailEvents.filter { $0.kind == .send }
    let opens = await desk.fake.emailEvents.filter { $0.kind == .open && $0.date <= desk.date(.hours(24)) }
    let winner =
      Set(opens.filter { $0.subject == "Hi" }.map(\.contact)).count
        > Set(opens.filter { $0.subject == "Hello" }.map(\.contact)).count ? "Hi" : "Hello"
    #expect(Set(sends.dropFirst(20).map(\.subject)) == [winner])
    #expect(Set(sends.map(\.contact)).count == sends.count, "each contact receives it once")
    #expect(try await desk.sends(email).map { $0.count ?? 0 }.reduce(0, +) == sends.count)
    #expect(await code { try await activities.deleteABTest(of: email) } == .badRequest)
    try await desk.addContacts(10, startingAt: 100)
    try await activities.sendNow(email)
    #expect(try await desk.status(campaign) == .done, "later sends have one subject")
    #expect(await Set(desk.fake.emailEvents.filter { $0.kind == .send }.suffix(10).map(\.subject)) == [winner])
  }

  @Test func deletedABTestLeavesANewsletter() async throws {
    let desk = try await CampaignDesk(contacts: 4)
    let (campaign, email) = try await desk.draft()
    let test = NewABTest(alternativeSubject: "Hi", testSize: 50, winnerWaitHours: 6)
    try await desk.client.campaignActivities.createABTest(test, of: email)
    try await desk.client.campaignActivities.deleteABTest(of: email)
    #expect(try await desk.client.campaigns.get(campaign.id).typeCode?.rawValue == "10")
    try await desk.client.campaignActivities.sendNow(email)
    #expect(await Set(desk.fake.emailEvents.map(\.subject)) == ["Hello"])
    #expect(await code { try await desk.client.campaignActivities.createABTest(test, of: email) } == .badRequest)
  }

  @Test func resendReachesThoseWhoDidNotOpen() async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.bounceRate, engagement.optOutRate) = (0.5, 0.1, 0.3)
    engagement.period = .hours(12)
    let desk = try await CampaignDesk(contacts: 100, engagement: engagement)
    let (campaign, email) = try await desk.draft()
    let activities = desk.client.campaignActivities
    let resend = NewNonOpenerResend(subject: "Again", after: .days(1))
    #expect(try await activities.createResend(resend, of: email).id == "DRAFT")
    #expect(await code { try await activities.createResend(resend, of: email) } == .conflict)
    try await activities.schedule(email, at: desk.date(.hours(1)))
    let scheduled = try #require(try await activities.resends(of: email).collect().first)
    #expect(scheduled.id != "DRAFT" && scheduled.resentAt?.date == desk.date(.hours(25)))
    await desk.clock.advance(by: .hours(25) - .seconds(1))
    let second = try #require(try await desk.client.campaigns.get(campaign.id).activity(in: .resend)?.id)
    #expect(await desk.events(.send, of: second).isEmpty)
    let reached = await desk.events(.open, of: email).union(await desk.events(.bounce, of: email))
    await desk.clock.advance(by: .seconds(1))
    let again = await desk.events(.send, of: second)
    #expect(again == (await desk.events(.send, of: email)).subtracting(reached))
    #expect(!again.isEmpty && again.count < 90)
    #expect(try await activities.get(second).subject == "Again")
    #expect(try await desk.sends(second).map(\.count) == [again.count])
    #expect(try await activities.resends(of: email).collect().map(\.status?.kind) == [.done])
    #expect(await code { try await activities.deleteResend(scheduled.id, of: email) } == .conflict)
    await desk.clock.advance(by: .hours(500))
    #expect(await desk.events(.send, of: second) == again, "once")
  }

  @Test func deletedResendIsNotSent() async throws {
    let desk = try await CampaignDesk(contacts: 2)
    let (campaign, email) = try await desk.draft()
    let activities = desk.client.campaignActivities
    try await activities.sendNow(email)
    let resend = try await activities.createResend(
      NewNonOpenerResend(subject: "Again", after: .minutes(720)), of: email)
    #expect(await code { try await activities.deleteResend("DRAFT", of: email) } == .notFound)
    try await activities.deleteResend(resend.id, of: email)
    await desk.clock.advance(by: .hours(24))
    #expect(await desk.fake.emailEvents.count == 2)
    #expect(try await desk.client.campaigns.get(campaign.id).activity(in: .resend) == nil)
  }

  private static let email = #"""
    "format_type":5,"from_name":"O","from_email":"owner@example.com","reply_to_email":"owner@example.com","subject":"S"
    """#
  private static let html = #""html_content":"<body>[[trackingImage]]</body>""#

  @Test(arguments: [
    ##"{"name":"A"}"##,
    ##"{"name":"A","email_campaign_activities":[]}"##,
    ##"{"name":" ","email_campaign_activities":[{\##(email),\##(html)}]}"##,
    ##"{"name":"A","email_campaign_activities":[{\##(email),\##(html)},{\##(email),\##(html)}]}"##,
    ##"{"name":"A","email_campaign_activities":[{\##(email)}]}"##,
    ##"{"name":"A","email_campaign_activities":[{\##(email),"html_content":"[[trackingImage]]<body></body>"}]}"##,
    ##"{"name":"A","email_campaign_activities":[{\##(email),\##(html),"physical_address_in_footer":{"city":"B"}}]}"##,
    ##"{"name":"A","email_campaign_activities":[{\##(email),\##(html),"from_email":"new@example.com"}]}"##,
    ##"{"name":"A","email_campaign_activities":[{\##(email),\##(html),"format_type":3}]}"##,
  ])
  func invalidCampaignsAreRefused(body: String) async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    #expect(try await desk.call(.post, "/v3/emails", body).status == 400)
  }

  @Test(arguments: [(1, 5), (4, 4), (5, 5)])
  func legacyFormatIsConverted(given: Int, stored: Int) async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    let email = Self.email.replacing("5,", with: "\(given),", maxReplacements: 1)
    let body = #"{"name":"A","email_campaign_activities":[{\#(email),\#(Self.html)}]}"#
    let made = try await desk.call(.post, "/v3/emails", body)
    let id = try #require(made.string("campaign_activities.0.campaign_activity_id"))
    let activity = try await desk.call(.get, "/v3/emails/activities/\(id)?include=html_content")
    #expect(activity.int("format_type") == stored && activity.has("html_content") == (stored == 5))
    #expect(made.has("campaign_activities.0.document_id") == (stored == 4))
  }

  @Test(arguments: [
    #"{"scheduled_date":"2026-01-05T08:59:59Z"}"#, #"{"scheduled_date":"tomorrow"}"#, #"{"scheduled_date":0}"#, "{}",
  ])
  func invalidSchedulesAreRefused(schedule: String) async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    let list = await desk.fake.add(list: "News")
    let body = #"{"name":"A","email_campaign_activities":[{\#(Self.email),\#(Self.html)}]}"#
    let made = try await desk.call(.post, "/v3/emails", body)
    let now = #"{"scheduled_date":"0"}"#
    let ids = try (0...1).map { try #require(made.string("campaign_activities.\($0).campaign_activity_id")) }
    let path = "/v3/emails/activities/\(ids[0])"
    #expect(try await desk.call(.post, path + "/schedules", now).status == 400, "no recipients")
    let content = Self.email.replacing(#""format_type":5,"#, with: "")
    let put = #"{\#(content),"contact_list_ids":["\#(list)"],"physical_address_in_footer":{"city":"Boston"}}"#
    let changed = try await desk.call(.put, path, put)
    #expect(changed.string("physical_address_in_footer.city") == "Boston")
    #expect(changed.has("physical_address_in_footer.address_line1"), "omitted members are kept")
    #expect(try await desk.call(.post, path + "/schedules", schedule).status == 400)
    #expect(try await desk.call(.post, "/v3/emails/activities/\(ids[1])/schedules", now).status == 400, "permalink")
    #expect(try await desk.call(.post, path + "/schedules", now).status == 201)
  }

  @Test(arguments: ["schedules", "tests", "non_opener_resends", "abtest"])
  func unknownActivitiesAreNotFound(part: String) async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    let path = "/v3/emails/activities/04fe9a97-a579-43c5-bb1a-58ed29bf0a6a/" + part
    #expect(try await desk.call(.post, path, "{}").status == 404)
    #expect(try await desk.call(.get, "/v3/emails/activities/7/" + part).status == (part == "tests" ? 405 : 404))
  }
}
