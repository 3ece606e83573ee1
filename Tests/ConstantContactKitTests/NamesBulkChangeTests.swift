import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct NamesBulkChangeTests {
  let clock = ManualClock(automatic: true)

  /// An account with contacts on the lists "Lapsed" and "Newsletter".
  private func service(_ count: Int, configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }) async
    -> (FakeConstantContact, [ContactID])
  {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.activityDelay = .seconds(3)
    configure(&configuration)
    let service = FakeConstantContact(configuration)
    let lists = [await service.add(list: "Lapsed"), await service.add(list: "Newsletter")]
    await service.add(tag: "Customer")
    var ids: [ContactID] = []
    for number in 0..<count {
      let contact = await service.add(.init(address: "c\(number)@example.com", lists: lists))
      ids.append(ContactID(rawValue: contact.id))
    }
    return (service, ids)
  }

  private func tagged(_ service: FakeConstantContact, _ name: String) async -> Int {
    let tags = await service.tags
    return await service.allContacts.count { $0.tags.contains { tags[$0] == name } }
  }

  private func members(_ service: FakeConstantContact, _ name: String) async -> Int {
    let lists = await service.lists
    return await service.allContacts.count { $0.lists.contains { lists[$0] == name } }
  }

  @Test func tagsAreAddedAndRemovedInChunks() async throws {
    let (service, ids) = await service(1_201)
    let client = try await service.client()
    let added = try await client.bulkChanges.addTags(named: ["customer", "New"], to: ids + ids.prefix(5))
    #expect(added.isComplete && added.contactCount == 1_201 && added.completedContactCount == 1_201)
    #expect(added.chunks.map(\.target.ids.count) == [500, 500, 201])
    #expect(await service.requestCountsByOperation["activities.addTags"] == 3)
    #expect(await tagged(service, "Customer") == 1_201)
    #expect(await tagged(service, "New") == 1_201)
    let removed = try await client.bulkChanges.removeTags(named: ["New"], from: ids.prefix(600))
    #expect(removed.isComplete)
    #expect(await tagged(service, "New") == 601)
    #expect("\(removed)" == "2 of 2 chunks completed")
  }

  @Test func unknownNamesSendNothing() async throws {
    let (service, ids) = await service(3)
    let changes = try await service.client().bulkChanges
    for attempt in [
      { try await changes.removeTags(named: ["Custmer"], from: ids) },
      { try await changes.remove(ids, fromListsNamed: ["Lapse"]) },
      { try await changes.addTags(named: ["Other"], to: ids, creatingMissing: false) },
      { try await changes.winBack(fromList: "Unknown", ontoTag: "New") },
    ] as [() async throws -> BulkContactChange] {
      await #expect {
        _ = try await attempt()
      } throws: {
        ($0 as? ConstantContactError)?.code == .unknownName
      }
    }
    await #expect(throws: ConstantContactError.self) { _ = try await changes.addTags(named: [], to: ids) }
    #expect(await service.writes.isEmpty)
  }

  @Test func noContactsTakeNoActivity() async throws {
    let (service, _) = await service(0)
    let change = try await service.client().bulkChanges.addTags(named: ["Customer"], to: [])
    #expect(change.isComplete && change.chunks.isEmpty)
    #expect(await service.requestCountsByOperation == ["tags.list": 1])
  }

  @Test func contactsAreRemovedFromListsByName() async throws {
    let (service, ids) = await service(700)
    let client = try await service.client()
    #expect(try await client.bulkChanges.remove(ids.prefix(600), fromListsNamed: ["lapsed"]).isComplete)
    #expect(await members(service, "Lapsed") == 100)
    #expect(await members(service, "Newsletter") == 700)
    #expect(try await client.bulkChanges.removeAllActiveContacts(fromListsNamed: ["Newsletter", "Lapsed"]).isComplete)
    #expect(await members(service, "Newsletter") == 0)
    #expect(await members(service, "Lapsed") == 0)
    #expect(await service.allContacts.count == 700)
  }

  @Test func contactsThatClickedALinkAreTagged() async throws {
    var engagement = FakeConstantContact.Engagement()
    (engagement.openRate, engagement.clickRate, engagement.bounceRate, engagement.optOutRate) = (1, 0.7, 0, 0)
    let (service, _) = await service(120) {
      $0.engagement = engagement
      ($0.requestsPerSecond, $0.requestsPerDay) = (1_000, 100_000)
    }
    let client = try await service.client(scopes: [.contactData, .campaignData, .offlineAccess])
    let list = try #require(try await client.lists.find(named: "Newsletter"))
    let campaign = try await client.campaigns.create(
      NewCampaign(
        name: "June", from: "owner@example.com", fromName: "Ann", subject: "June",
        html:
          #"<html><body>[[trackingImage]]<a href="https://example.com/a">A</a> <a href="https://example.com/b">B</a></body></html>"#
      ))
    let email = try #require(campaign.primaryActivity?.id)
    try await client.campaignActivities.update(email) { $0.contactListIDs = [list.id] }
    try await client.campaignActivities.sendNow(email)
    await clock.advance(by: .seconds(7 * 86_400))
    let events = await service.emailEvents.filter { $0.kind == .click }
    let all = Set(events.map(\.contact))
    let one = Set(events.filter { $0.link == "https://example.com/b" }.map(\.contact))
    #expect(!one.isEmpty && one.count < all.count)
    let link = try #require(
      try await client.reports.links(of: email).links.first { $0.url == "https://example.com/b" }?.id)
    let change = try await client.bulkChanges.addTag(named: "Clicked b", toClickersOf: email, linkID: link)
    #expect(change.isComplete && change.contactCount == one.count)
    let tag = try #require(await service.tags.first { $0.value == "Clicked b" }?.key)
    #expect(Set(await service.allContacts.filter { $0.tags.contains(tag) }.map(\.id)) == one)
    #expect(try await client.bulkChanges.addTag(named: "Clicked", toClickersOf: email).contactCount == all.count)
  }

  @Test func winBackMovesAllContacts() async throws {
    let (service, _) = await service(1_100)
    let change = try await service.client().bulkChanges.winBack(fromList: "Lapsed", ontoTag: "Win back")
    #expect(change.isComplete && change.chunks.count == 3)
    #expect(await tagged(service, "Win back") == 1_100)
    #expect(await members(service, "Lapsed") == 0)
    #expect(await members(service, "Newsletter") == 1_100)
  }

  /// Interrupts a win-back before each of its requests, and resumes it from the state stored last.
  @Test(arguments: [Interruption.failure, .lostResponse, .cancellation])
  func interruptedWinBackLosesNoContact(kind: Interruption) async throws {
    for index in 1...40 {
      let (service, ids) = await service(520)
      let stored = Stored()
      let transport = InterruptedTransport(base: service, index: index, kind: kind)
      let interrupted = try await client(of: service, through: transport)
      let task = Task {
        try await interrupted.with { $0.retry = RetryPolicy.none }.bulkChanges.winBack(
          fromList: "Lapsed", ontoTag: "Win back", contacts: ids
        ) { await stored.set($0) }
      }
      await transport.cancels(task)
      let result = try? await task.value
      // Every contact that has left the list has the tag.
      let (lists, tags) = (await service.lists, await service.tags)
      for contact in await service.allContacts where !contact.lists.contains(where: { lists[$0] == "Lapsed" }) {
        #expect(contact.tags.contains { tags[$0] == "Win back" }, "\(kind) \(index)")
      }
      guard let state = await stored.value ?? result else { continue }
      let data = try JSONEncoder().encode(state)
      let restored = try JSONDecoder().decode(BulkContactChange.self, from: data)
      #expect(restored == state)
      let final = try await service.client().bulkChanges.resume(restored)
      #expect(final.isComplete, "\(kind) \(index): \(final)")
      #expect(await tagged(service, "Win back") == 520)
      #expect(await members(service, "Lapsed") == 0)
      if await transport.count < index { break }
    }
  }

  @Test func contactsThatCannotBeTaggedStayOnTheirList() async throws {
    let (service, ids) = await service(600)
    let lists = Array(await service.lists.keys)
    var tags: [String] = []
    for number in 0..<50 { tags.append(await service.add(tag: "t\(number)")) }
    let full = await service.add(.init(address: "full@example.com", lists: lists, tags: tags))
    let fullID = ContactID(rawValue: full.id)
    let client = try await service.client()
    try await client.contacts.delete(ids[0])
    let change = try await client.bulkChanges.winBack(
      fromList: "Lapsed", ontoTag: "Win back", contacts: [fullID] + ids)
    #expect(change.isComplete)
    #expect(change.chunks[0].leftOut == [fullID, ids[0]])
    #expect(change.chunks[1].leftOut == [])
    #expect(await service.contact(id: full.id)?.lists.count == 2)
    #expect(await tagged(service, "Win back") == 599)
    #expect(await members(service, "Lapsed") == 1)
  }

  @Test func failedActivitySaysWhichChunkFailedAndOthersGoOn() async throws {
    let (service, ids) = await service(1_100)
    await service.endNextActivity(.failed("The activity failed"))
    let client = try await service.client()
    let change = try await client.bulkChanges.winBack(fromList: "Lapsed", ontoTag: "Win back", contacts: ids)
    #expect(!change.isComplete && change.completedContactCount == 600)
    guard case .failed = change.chunks[0].outcomes[0] else { throw TestFailure("\(change)") }
    #expect(change.chunks[0].outcomes[1] == .notSent)
    #expect(await members(service, "Lapsed") == 500)
    let resumed = try await client.bulkChanges.resume(change)
    #expect(resumed.isComplete)
    #expect(await members(service, "Lapsed") == 0)
  }

  @Test func exceededQuotaEndsTheRunAndSaysWhatWasNotSent() async throws {
    let (service, ids) = await service(2_000)
    let client = try await service.client()
    let starts = Counter()
    await service.inject(.quotaExceeded) { request in
      guard request.operation == "activities.addTags" else { return false }
      starts.increment()
      return starts.value == 3
    }
    let change = try await client.bulkChanges.addTags(named: ["Customer"], to: ids)
    #expect(change.chunks.count == 4)
    guard case .failed = change.chunks[2].outcomes[0] else { throw TestFailure("\(change)") }
    #expect(change.chunks[3].outcomes == [.notSent])
    await clock.advance(by: .seconds(86_400))
    #expect(try await client.bulkChanges.resume(change).isComplete)
    #expect(await tagged(service, "Customer") == 2_000)
  }
}

/// How a request is interrupted.
enum Interruption: Sendable {
  case failure, lostResponse, cancellation
}

private actor Stored {
  private(set) var value: BulkContactChange?
  func set(_ change: BulkContactChange) { value = change }
}

/// Interrupts the request with a number.
private actor InterruptedTransport: HTTPTransport {
  let base: FakeConstantContact
  let index: Int
  let kind: Interruption
  private(set) var count = 0
  private var task: Task<BulkContactChange, any Error>?

  init(base: FakeConstantContact, index: Int, kind: Interruption) {
    (self.base, self.index, self.kind) = (base, index, kind)
  }

  func cancels(_ task: Task<BulkContactChange, any Error>) {
    self.task = task
    if count >= index, kind == .cancellation { task.cancel() }
  }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    count += 1
    guard count == index else { return try await base.send(request) }
    switch kind {
    case .failure: return TransportResponse(status: 403, body: Data("{}".utf8))
    case .lostResponse:
      _ = try await base.send(request)
      throw TransportError(.connectionLost, delivery: .uncertain, message: "the connection was lost")
    case .cancellation:
      task?.cancel()
      return try await base.send(request)
    }
  }
}
