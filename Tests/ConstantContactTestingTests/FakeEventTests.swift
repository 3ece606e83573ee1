import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Events through the public client, and refusals through handwritten requests.
@Suite struct FakeEventTests {
  private let clock = ManualClock(automatic: true)

  private func make() async throws -> (fake: FakeConstantContact, client: ConstantContact) {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    return (fake, try await fake.client(scopes: [.campaignData, .offlineAccess]))
  }

  @Test func createdEventIsADraftThatChangesInParts() async throws {
    let (fake, client) = try await make()
    let start = Date(timeIntervalSince1970: 4_000_000_000)
    let event = try await client.events.create(name: "Bread day", startsAt: start)
    #expect(event.status == .draft && event.name == "Bread day")
    #expect(event.startsAt?.date == start && event.endsAt?.date == start.addingTimeInterval(3_600))
    try await client.events.update(event.id) { changes in
      changes.status = .active
      var address = EventAddress()
      address.line1 = "1 Mill Lane"
      changes.address = address
    }
    let read = try await client.events.get(event.id, includingSettings: true)
    #expect(read.status == .active && read.address?.line1 == "1 Mill Lane")
    #expect(read.address?.city == "Waltham", "omitted parts of an address stay")
    #expect(read.name == "Bread day" && read.defaultTrack?.id != nil)
    #expect(await fake.log.map(\.resource) == [.event, .event])
    #expect(await fake.log.last?.changedProperties.contains("status") == true)
  }

  @Test func namesAreUniqueAndEndedEventsCannotChange() async throws {
    let (_, client) = try await make()
    let event = try await client.events.create(name: "Bread day")
    await #expect(throws: ConstantContactError.self) { try await client.events.create(name: "Bread day") }
    try await client.events.update(event.id) { $0.status = .active }
    await clock.advance(by: .seconds(31 * 86_400))
    #expect(try await client.events.get(event.id).status == .complete)
    let error = await #expect(throws: ConstantContactError.self) {
      try await client.events.update(event.id) { $0.title = "Late" }
    }
    #expect(error?.status == 400)
  }

  @Test func collectionPagesFiltersAndSorts() async throws {
    let (fake, client) = try await make()
    for number in 0..<7 { await fake.add(event: "Event \(number)", status: number % 2 == 0 ? "ACTIVE" : "DRAFT") }
    await fake.add(event: "Old", status: "DELETED")
    var filter = EventFilter()
    filter.order = .name
    filter.isDescending = true
    var names: [String] = []
    for try await event in client.events.list(filter, pageSize: 2) { names.append(event.name ?? "") }
    #expect(names == (0..<7).reversed().map { "Event \($0)" })
    var drafts: [String] = []
    for try await event in client.events.list(EventFilter(status: .draft), pageSize: 2) {
      drafts.append(event.name ?? "")
    }
    #expect(drafts == ["Event 1", "Event 3", "Event 5"])
    var deleted = 0
    for try await _ in client.events.list(EventFilter(status: .deleted)) { deleted += 1 }
    #expect(deleted == 1)
    var found: [String] = []
    for try await event in client.events.list(EventFilter(searchText: "EVENT 6")) { found.append(event.name ?? "") }
    #expect(found == ["Event 6"])
  }

  @Test func copyIsADraftAndNamesActivitiesThatFailed() async throws {
    let (fake, client) = try await make()
    let id = EventID(await fake.add(event: "Bread day"))
    let source = try await client.events.get(id)
    let activity = try #require(source.defaultTrack?.campaignActivityID)
    let copy = try await client.events.copy(id, named: "Bread day again", campaignActivities: [activity])
    #expect(copy.status == .draft && copy.id != id && copy.title == source.title)
    #expect(copy.failedCampaignActivities?.isEmpty != false)
    let partial = try await client.events.copy(id, named: "Third", campaignActivities: [activity, "unknown"])
    #expect(partial.failedCampaignActivities == ["unknown"])
    await #expect(throws: ConstantContactError.self) { try await client.events.copy(id, named: "Third") }
  }

  @Test func registrationsAreCheckedInAndChanged() async throws {
    let (fake, client) = try await make()
    let id = EventID(await fake.add(event: "Bread day"))
    let track = EventTrackID(try #require(await fake.track(ofEvent: id.rawValue)))
    let ann = try await fake.register(
      .init(
        firstName: "Ann", lastName: "Lee", address: "ann@example.com",
        tickets: [.init(price: 25, key: "k1"), .init("VIP", price: 50, key: "k2")], paymentMethod: "STRIPE"),
      for: id.rawValue)
    let bob = try await fake.register(
      .init(firstName: "Bob", lastName: "Roe", address: "bob@example.com"), for: id.rawValue)
    #expect(await fake.contact(email: "ann@example.com") != nil)

    try await client.events.checkIn(["k1"], at: id)
    var registration = try await client.events.registration(EventRegistrationID(ann), of: id, track: track)
    #expect(registration.checkedInTickets == 1 && registration.eligibleTickets == 2)
    #expect(registration.tickets?.first?.checkedInAt?.date != nil && registration.order?.lines?.count == 2)
    let unknown = await #expect(throws: ConstantContactError.self) {
      try await client.events.checkIn(["k2", "k9"], at: id)
    }
    #expect(unknown?.status == 404)
    try await client.events.undoCheckIn(["k1"], at: id)
    registration = try await client.events.registration(EventRegistrationID(ann), of: id, track: track)
    #expect(registration.checkedInTickets == 0, "the refused check-in changed nothing")

    let failed = try await client.events.setPaymentStatus(
      of: [EventRegistrationID(ann), EventRegistrationID(bob)], to: .paid, event: id, track: track)
    #expect(failed.isEmpty)
    var filter = EventRegistrationFilter(paymentStatus: .paid)
    var paid: [String] = []
    for try await row in client.events.registrations(of: id, track: track, filter) { paid.append(row.id.rawValue) }
    #expect(paid == [ann], "a free registration has no payment")

    let missing = try await client.events.setStatus(
      of: [EventRegistrationID(bob), "unknown"], to: .canceled, event: id, track: track)
    #expect(missing == ["unknown"])
    filter = EventRegistrationFilter(status: .canceled)
    var canceled: [String?] = []
    for try await row in client.events.registrations(of: id, track: track, filter) { canceled.append(row.firstName) }
    #expect(canceled == ["Bob"])
    let listing = try await client.events.list().first { $0.id == id }
    #expect(listing?.metrics?.registrations == 1 && listing?.metrics?.ticketsSold == 2)
  }

  @Test func registrationPagesFollowCursors() async throws {
    let (fake, client) = try await make()
    let id = await fake.add(event: "Bread day", trackID: "trk")
    for number in 0..<5 {
      let person = FakeConstantContact.Registrant(
        firstName: "P\(4 - number)", lastName: "Lee", address: "p\(number)@example.com")
      try await fake.register(person, for: id)
    }
    var filter = EventRegistrationFilter()
    filter.order = .firstName
    var names: [String?] = []
    for try await row in client.events.registrations(of: EventID(id), track: "trk", filter, pageSize: 2) {
      names.append(row.firstName)
    }
    #expect(names == ["P0", "P1", "P2", "P3", "P4"])
  }

  @Test(arguments: [
    ("/v3/events?limit=101", 400), ("/v3/events?sort_by=size", 400), ("/v3/events?next=x", 400),
    ("/v3/events?next=a&prev=b", 400), ("/v3/events/7", 404), ("/v3/events?event_status=active", 400),
    ("/v3/events/04fe9a97-a579-43c5-bb1a-58ed29bf0a6a", 404),
  ])
  func wrongReadsAreRefused(target: String, status: Int) async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    #expect(try await desk.call(.get, target).status == status)
  }

  @Test func deletedEventsCannotBeCopiedAndTheirTracksMustMatch() async throws {
    let desk = await Desk(scopes: ["campaign_data"])
    let id = await desk.fake.add(event: "Bread day", status: "DELETED", trackID: "trk")
    let copy = try await desk.call(.post, "/v3/events/\(id)/copy", #"{"target_event_name":"Copy"}"#)
    #expect(copy.status == 400)
    #expect(try await desk.call(.get, "/v3/events/\(id)/tracks/other/registrations").status == 404)
    #expect(try await desk.call(.get, "/v3/events/\(id)/tracks/trk/registrations").int("total_records") == 0)
    #expect(
      try await desk.call(.post, "/v3/events/default?start_time=2030-01-02T00:00:00Z&end_time=2030-01-01T00:00:00Z")
        .status == 400)
  }
}
