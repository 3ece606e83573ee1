import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeCampaignTests {
  @Test func newCampaignHasPrimaryEmailAndPermalink() async throws {
    let desk = try await CampaignDesk()
    let (campaign, email) = try await desk.draft(hasRecipients: false)
    #expect(campaign.status?.kind == .draft && campaign.type == .customCodeEmail)
    #expect(campaign.activities?.map(\.role) == [.primaryEmail, .permalink])
    let activity = try await desk.client.campaignActivities.get(
      email, including: [.htmlContent, .physicalAddressInFooter, .permalinkURL])
    #expect(activity.role == .primaryEmail && activity.format == .customCode && activity.campaignID == campaign.id)
    #expect(activity.htmlContent == CampaignDesk.html)
    #expect(activity.physicalAddressInFooter?.organizationName == "Sandbox, Inc.", "the account's address by default")
    #expect(activity.permalinkURL?.hasPrefix("https://") == true)
    let brief = try await desk.client.campaignActivities.get(email)
    #expect(brief.htmlContent == nil && brief.physicalAddressInFooter == nil && brief.permalinkURL == nil)
    let permalink = try #require(campaign.activities?.last?.id)
    #expect(try await desk.client.campaignActivities.get(permalink).role == .permalink)
  }

  @Test func updateReplacesPropertiesAndKeepsParts() async throws {
    let desk = try await CampaignDesk()
    let (_, email) = try await desk.draft()
    let draft = CampaignActivityDraft(
      from: "owner@example.com", fromName: "Owner", replyTo: "owner@example.com", subject: "Bye")
    let replaced = try await desk.client.campaignActivities.replace(email, with: draft)
    #expect(replaced.subject == "Bye" && replaced.contactListIDs == [] && replaced.preheader == nil)
    #expect(replaced.htmlContent == CampaignDesk.html)
    #expect(replaced.physicalAddressInFooter?.line1 == "1 Sandbox Street")
    try await desk.client.campaignActivities.update(email) { $0.preheader = "Look" }
    #expect(try await desk.client.campaignActivities.get(email).preheader == "Look")
  }

  @Test func namesAreUniqueUntilTheCampaignIsDeleted() async throws {
    let desk = try await CampaignDesk()
    let (june, email) = try await desk.draft("June")
    let (july, _) = try await desk.draft("July")
    #expect(await code { _ = try await desk.draft("June") } == .conflict)
    #expect(await code { try await desk.client.campaigns.rename(july.id, to: "June") } == .conflict)
    try await desk.client.campaigns.delete(june.id)
    #expect(try await desk.client.campaigns.rename(july.id, to: "June").name == "June")
    #expect(try await desk.status(june) == .removed)
    #expect(await code { _ = try await desk.client.campaignActivities.get(email) } == .notFound)
    #expect(await code { try await desk.client.campaigns.rename(june.id, to: "May") } == .badRequest)
    let listed = try await desk.client.campaigns.list(pageSize: 1).collect()
    #expect(listed.map(\.status?.kind) == [.removed, .draft] && listed.map(\.name) == ["June", "June"])
    #expect(try await desk.client.campaigns.list(updatedAfter: desk.date(.hours(1))).collect().isEmpty)
    #expect(await desk.fake.log.filter { $0.resource == .campaign }.map(\.kind).last == .updated)
  }

  @Test func scheduledCampaignIsSentWhenItsTimeHasComeAndOnlyOnce() async throws {
    let desk = try await CampaignDesk(contacts: 3)
    let (campaign, email) = try await desk.draft()
    let activities = desk.client.campaignActivities
    let schedules = try await activities.schedule(email, at: desk.date(.hours(2)))
    #expect(schedules.map(\.scheduledAt?.date) == [desk.date(.hours(2))])
    #expect(try await desk.status(campaign) == .scheduled)
    #expect(await code { try await desk.client.campaigns.delete(campaign.id) } == .badRequest)
    #expect(await code { try await activities.update(email) { $0.subject = "New" } } == .badRequest)
    await desk.clock.advance(by: .hours(2) - .seconds(1))
    #expect(await desk.fake.emailEvents.isEmpty)
    #expect(try await activities.schedules(of: email).collect().count == 1)
    await desk.clock.advance(by: .seconds(1))
    #expect(await desk.fake.emailEvents.count == 3, "without a request")
    await desk.clock.advance(by: .hours(48))
    #expect(try await desk.status(campaign) == .done)
    #expect(await desk.fake.emailEvents.map(\.date) == Array(repeating: desk.date(.hours(2)), count: 3))
    let sends = try await desk.sends(email)
    #expect(sends.map(\.count) == [3] && sends.map(\.sentAt?.date) == [desk.date(.hours(2))])
    #expect(sends[0].status == .completed && sends[0].reason == .sent && sends[0].contactListIDs == [desk.list])
    #expect(try await activities.schedules(of: email).collect().isEmpty)
    #expect(await code { try await activities.unschedule(email) } == .badRequest)
    #expect(await desk.fake.log.last?.cause == .time)
  }

  @Test func unscheduledCampaignIsADraftAgain() async throws {
    let desk = try await CampaignDesk(contacts: 1)
    let (campaign, email) = try await desk.draft()
    #expect(await code { try await desk.client.campaignActivities.unschedule(email) } == .badRequest)
    try await desk.client.campaignActivities.schedule(email, at: desk.date(.hours(2)))
    try await desk.client.campaignActivities.unschedule(email)
    await desk.clock.advance(by: .hours(3))
    #expect(try await desk.status(campaign) == .draft)
    #expect(await desk.fake.emailEvents.isEmpty)
  }

  @Test func onlyContactsThatMayReceiveAreSent() async throws {
    let desk = try await CampaignDesk()
    for state in FakeConstantContact.Contact.State.allCases {
      await desk.fake.add(.init(address: "\(state)@example.com", state: state, lists: [desk.list.rawValue]))
    }
    await desk.fake.add(.init(address: "elsewhere@example.com"))
    let (_, email) = try await desk.draft()
    try await desk.client.campaignActivities.sendNow(email)
    #expect(await Set(desk.fake.emailEvents.map(\.address)) == ["implicit@example.com", "explicit@example.com"])
    #expect(try await desk.sends(email).map(\.count) == [2])
  }

  @Test func segmentsAreRecipientsToo() async throws {
    let desk = try await CampaignDesk(contacts: 3)
    let member = try #require(await desk.fake.contact(email: "c1@example.com")).id
    let segment = await desk.fake.add(segment: "Fans", contacts: [member])
    let (_, email) = try await desk.draft(hasRecipients: false)
    try await desk.client.campaignActivities.update(email) { $0.segmentIDs = [SegmentID(rawValue: "\(segment)")] }
    try await desk.client.campaignActivities.sendNow(email)
    #expect(await desk.events(.send, of: email) == [member])
    #expect(try await desk.sends(email).first?.segmentIDs?.map(\.rawValue) == ["\(segment)"])
  }

  @Test func secondSendReachesNewContactsOnly() async throws {
    let desk = try await CampaignDesk(contacts: 2)
    let (campaign, email) = try await desk.draft()
    try await desk.client.campaignActivities.sendNow(email)
    try await desk.client.campaignActivities.sendNow(email)
    try await desk.addContacts(1, startingAt: 2)
    try await desk.client.campaignActivities.schedule(email, at: desk.date(.hours(1)))
    await desk.clock.advance(by: .hours(1))
    let sends = try await desk.sends(email)
    #expect(sends.map(\.count) == [2, 0, 1])
    #expect(sends.map(\.reason) == [.sent, .noEligibleContacts, .sent])
    #expect(sends.map(\.sendID?.rawValue) == ["1", "2", "3"])
    #expect(try await desk.status(campaign) == .done)
  }

  @Test func linkThatIsTooLongIsAnError() async throws {
    let desk = try await CampaignDesk(contacts: 1)
    let link = "https://example.com/" + String(repeating: "x", count: 1_000)
    let (campaign, email) = try await desk.draft(html: "<body>[[trackingImage]]<a href=\"\(link)\">A</a></body>")
    try await desk.client.campaignActivities.sendNow(email)
    #expect(try await desk.status(campaign) == .error)
    let sends = try await desk.sends(email)
    #expect(sends.map(\.status) == [.errored] && sends.map(\.reason) == [.linkTooLong] && sends.map(\.count) == [0])
    #expect(await desk.fake.emailEvents.isEmpty)
    #expect(await code { try await desk.client.campaignActivities.sendNow(email) } == nil, "ERROR can be scheduled")
  }

  @Test func testEmailsAreLimitedPerDay() async throws {
    let desk = try await CampaignDesk()
    let (_, email) = try await desk.draft()
    let five = (0..<5).map { "t\($0)@example.com" }
    for _ in 0..<9 { try await desk.client.campaignActivities.sendTest(email, to: five) }
    try await desk.client.campaignActivities.sendTest(email, to: Array(five.prefix(3)), message: "Look")
    #expect(await code { try await desk.client.campaignActivities.sendTest(email, to: five) } == .badRequest)
    try await desk.client.campaignActivities.sendTest(email, to: Array(five.prefix(2)))
    await desk.clock.advance(by: .hours(15))
    try await desk.client.campaignActivities.sendTest(email, to: five)
    #expect(await desk.fake.emailEvents.isEmpty)
  }

  @Test func previewShowsTheContent() async throws {
    let desk = try await CampaignDesk()
    let (_, email) = try await desk.draft()
    let preview = try await desk.client.campaignActivities.preview(email)
    #expect(preview.subject == "Hello" && preview.activityID == email && preview.textContent == "A B C D")
    #expect(preview.htmlContent?.contains("trackingImage") == false)
  }

  @Test func crossReferencesFindCampaigns() async throws {
    let desk = try await CampaignDesk()
    let (campaign, email) = try await desk.draft()
    let found = try await desk.client.campaigns.crossReferences(forV2IDs: ["1100000000000", "7"])
    #expect(found.map(\.campaignID) == [campaign.id] && found.map(\.activityID) == [email])
  }

  @Test func sendingNeedsItsPrivilege() async throws {
    let desk = try await CampaignDesk { $0.privileges.remove("campaign:send") }
    let (_, email) = try await desk.draft()
    #expect(await code { try await desk.client.campaignActivities.sendNow(email) } == .forbidden)
  }
}
