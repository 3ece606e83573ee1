import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeReportTests {
  @Test func aCampaignIsSentAndItsReportRead() async throws {
    let clock = ManualClock(automatic: true)
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await fake.client(scopes: [.contactData, .campaignData, .offlineAccess])
    let list = await fake.add(list: "Newsletter")
    for index in 0..<200 {
      await fake.add(.init(address: "reader\(index)@example.com", state: .explicit, lists: [list]))
    }

    let campaign = try await client.campaigns.create(
      NewCampaign(
        name: "June news", from: "owner@example.com", fromName: "Ann's Garden", subject: "June",
        html: #"<html><body>[[trackingImage]]<a href="https://example.com/roses">Roses</a></body></html>"#))
    let email = try #require(campaign.primaryActivity?.id)
    try await client.campaignActivities.update(email) { $0.contactListIDs = [ListID(rawValue: list)] }
    try await client.campaignActivities.schedule(email, at: clock.date.addingTimeInterval(3_600))

    await clock.advance(by: .seconds(7 * 86_400))
    let report = try await client.reports.emailCampaignStats(of: [campaign.id])
    let stats = try #require(report.results.first?.stats)
    #expect(stats.uniqueSends == 200)

    let optOuts = try await client.reports.optOuts(of: email).collect()
    #expect(optOuts.count == stats.uniqueOptOuts)
    for optOut in optOuts {
      #expect(await fake.contact(id: optOut.contactID.rawValue)?.state == .unsubscribed)
    }
    let events = await fake.emailEvents
    #expect(events.count { $0.kind == .open } == stats.opens.total)
    let links = try await client.reports.links(of: email).links
    #expect(links.map(\.url) == ["https://example.com/roses"] && links[0].uniqueClicks == stats.uniqueClicks)
  }

  @Test func eventsBecomeVisibleAsTimePasses() async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.bounceRate) = (1, 0)
    let desk = try await CampaignDesk(contacts: 50, engagement: engagement)
    let (_, email) = try await desk.draft()
    try await desk.client.campaignActivities.sendNow(email)
    #expect(try await desk.client.reports.opens(of: email).collect().isEmpty)
    #expect(try await desk.client.reports.didNotOpens(of: email).collect().count == 50)
    await desk.clock.advance(by: .hours(9))
    let early = try await desk.client.reports.uniqueOpens(of: email).collect().count
    #expect(early > 5 && early < 50)
    await desk.clock.advance(by: .hours(64))
    #expect(try await desk.client.reports.uniqueOpens(of: email).collect().count == 50)
    #expect(try await desk.client.reports.didNotOpens(of: email).collect().isEmpty)
    let dates = await desk.fake.emailEvents.map(\.date)
    #expect(dates == dates.sorted() && dates.last.map { $0 <= desk.clock.date } == true)
  }

  @Test func optOutsUnsubscribeWithoutMovingUpdatedAt() async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.optOutRate, engagement.bounceRate) = (1, 1, 0)
    let desk = try await CampaignDesk(contacts: 40, engagement: engagement)
    let (_, email) = try await desk.draft()
    try await desk.client.campaignActivities.sendNow(email)
    await desk.clock.advance(by: .hours(80))
    let events = await desk.fake.emailEvents.filter { $0.kind == .optOut }
    #expect(events.count == 40)
    for event in events {
      let contact = try await desk.client.contacts.get(ContactID(rawValue: event.contact))
      #expect(contact.email?.permissionToSend == .unsubscribed)
      #expect(contact.email?.optOutSource?.rawValue == "Contact" && contact.email?.optOutDate?.date == event.date)
      #expect(contact.email?.optOutReason == event.optOutReason && contact.updatedAt?.date == desk.clock.start)
    }
    #expect(Set(events.map(\.optOutReason)).count > 1)
    #expect(await desk.fake.log.filter { $0.resource == .contact }.map(\.cause) == Array(repeating: .time, count: 40))
    try await desk.client.campaignActivities.sendNow(try await desk.draft("July").email)
    #expect(await desk.fake.emailEvents.count { $0.kind == .send } == 40, "the unsubscribed receive nothing more")
  }

  @Test func contactThatIsUnsubscribedAlreadyDoesNotOptOut() async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.optOutRate, engagement.bounceRate) = (1, 1, 0)
    let desk = try await CampaignDesk(contacts: 10, engagement: engagement)
    let emails = [try await desk.draft("June").email, try await desk.draft("July").email]
    for email in emails { try await desk.client.campaignActivities.sendNow(email) }
    let deleted = try #require(await desk.fake.contact(email: "c3@example.com")).id
    try await desk.fake.edit(.deleteContact(deleted))
    await desk.clock.advance(by: .hours(80))
    let optOuts = await desk.fake.emailEvents.filter { $0.kind == .optOut }.map(\.contact)
    #expect(Set(optOuts).count == 9 && optOuts.count == 9 && !optOuts.contains(deleted))
    let row = try await desk.client.reports.sends(of: emails[0]).collect().first { $0.contactID.rawValue == deleted }
    #expect(row?.deletedAt != nil)
  }

  @Test func behaviorDependsOnTheSeedOnly() async throws {
    func events(seed: UInt64) async throws -> [FakeConstantContact.EmailEvent] {
      let desk = try await CampaignDesk(contacts: 60, seed: seed, engagement: .init())
      try await desk.client.campaignActivities.sendNow(try await desk.draft().email)
      await desk.clock.advance(by: .hours(100))
      return await desk.fake.emailEvents
    }
    let one = try await events(seed: 1)
    #expect(try await events(seed: 1) == one)
    #expect(try await events(seed: 2).map(\.kind) != one.map(\.kind))
    #expect(one.count > 60)
  }

  @Test(arguments: [Double.nan, .infinity, -1, 2], [Duration.zero, .seconds(-1), .seconds(Int64.max), .seconds(60)])
  func extremeEngagementIsHarmless(rate: Double, period: Duration) async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.clickRate, engagement.repeatRate) = (rate, rate, rate)
    (engagement.optOutRate, engagement.forwardRate, engagement.period) = (rate, rate, period)
    let desk = try await CampaignDesk(contacts: 3, engagement: engagement)
    try await desk.client.campaignActivities.sendNow(try await desk.draft().email)
    await desk.clock.advance(by: .hours(100_000_000))
    #expect(await desk.fake.emailEvents.count { $0.kind == .send } == 3)
  }

  @Test func contactReportsFollowTheLog() async throws {
    var engagement = FakeConstantContact.Engagement()
    engagement.openRate = 0.7
    let desk = try await CampaignDesk(contacts: 10, engagement: engagement)
    for name in ["May", "June", "July"] {
      try await desk.client.campaignActivities.sendNow(try await desk.draft(name).email)
      await desk.clock.advance(by: .hours(100))
    }
    let events = await desk.fake.emailEvents
    for contact in await desk.fake.allContacts {
      let (id, mine) = (ContactID(rawValue: contact.id), events.filter { $0.contact == contact.id })
      let details = try await desk.client.reports.contactActivityDetails(
        of: id, types: [.send, .open, .click, .bounce, .optOut, .forward], pageSize: 2
      ).collect()
      #expect(details.map(\.createdAt?.date) == mine.map(\.date).reversed())
      let names: Set = ["May", "June", "July"]
      #expect(details.allSatisfy { names.contains($0.campaignActivityName ?? "") })
      let opens = try await desk.client.reports.contactActivityDetails(of: id, types: .repeated([.open, .click]))
        .collect()
      #expect(opens.count == mine.count { $0.kind == .open || $0.kind == .click })
      let (start, end) = (desk.clock.start, desk.clock.date)
      let rates = try await desk.client.reports.contactOpenAndClickRates(of: id, since: start, until: end)
      let activities = Set(mine.map(\.activity)).count
      #expect(rates.includedActivitiesCount == activities)
      #expect(
        rates.averageOpenRate == Double(Set(mine.filter { $0.kind == .open }.map(\.activity)).count)
          / Double(activities))
      let summary = try await desk.client.reports.contactActivitySummary(of: id, since: start, until: end).collect()
      #expect(
        summary.count == activities && summary.map { $0.opens ?? 0 }.reduce(0, +) == mine.count { $0.kind == .open })
      #expect(summary.compactMap(\.startOn?.date) == summary.compactMap(\.startOn?.date).sorted(by: >))
      let none = try await desk.client.reports.contactOpenAndClickRates(
        of: id, since: start.addingTimeInterval(-9), until: start.addingTimeInterval(-5))
      #expect(none.includedActivitiesCount == 0 && none.averageOpenRate == 0)
    }
  }

  @Test func landingPagesAndSMSCampaignsAreReported() async throws {
    let desk = try await CampaignDesk(contacts: 2)
    let ann = try #require(await desk.fake.contact(email: "c0@example.com")).id
    let ben = try #require(await desk.fake.contact(email: "c1@example.com")).id
    let page = await desk.fake.add(
      landingPage: "Win",
      visits: [
        .init(.open, contact: ann, date: desk.date(.hours(1)), device: "tablet"),
        .init(.open, contact: ann, date: desk.date(.hours(2))), .init(.add, contact: ben, date: desk.date(.hours(3))),
        .init(.click, contact: ben, date: desk.date(.hours(4)), link: "https://example.com/"),
        .init(.smsOptIn, contact: ben, date: desk.date(.hours(5))),
      ])
    let reports = desk.client.reports
    let activity = CampaignActivityID(rawValue: page)
    #expect(try await reports.landingPageOpens(of: activity).collect().isEmpty)
    await desk.clock.advance(by: .hours(6))
    #expect(try await reports.landingPageOpens(of: activity, pageSize: 1).collect().count == 2)
    #expect(try await reports.landingPageUniqueOpens(of: activity).collect().map(\.contactID.rawValue) == [ann])
    #expect(
      try await reports.landingPageUniqueClicks(of: activity).collect().map(\.linkURL) == ["https://example.com/"])
    #expect(try await reports.landingPageUniqueAdds(of: activity, matching: "C1@").collect().count == 1)
    #expect(try await reports.landingPageUniqueAdds(of: activity, matching: "zoe").collect().isEmpty)
    #expect(try await reports.landingPageUniqueUpdates(of: activity).collect().isEmpty)
    #expect(try await reports.landingPageUniqueSMSOptIns(of: activity).collect().count == 1)
    let details = try await reports.contactActivityDetails(of: ContactID(rawValue: ben), types: [.landingPageAdd])
      .collect()
    #expect(details.map(\.campaignActivityName) == ["Win"])
    await desk.fake.add(
      smsCampaign: .init(name: "Sale", sentAt: desk.date(.hours(1)), sends: 10, delivers: 8, clicks: 2))
    let sms = try await reports.smsCampaignSummaries(since: desk.clock.start).collect()
    #expect(sms.map(\.name) == ["Sale"] && sms.first?.uniqueCounts?.delivers == 8)
    #expect(try await reports.smsCampaignSummaries(since: desk.date(.hours(2))).collect().isEmpty)
  }
}
