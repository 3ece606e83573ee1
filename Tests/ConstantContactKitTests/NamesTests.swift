import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct NamesTests {
  let clock = ManualClock(automatic: true)

  private func service() async -> FakeConstantContact {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    for name in ["Customer", "Newsletter reader", "VIP"] { await service.add(tag: name) }
    for name in ["Newsletter", "Customers"] { await service.add(list: name) }
    for name in ["Favorite color", "Size"] { await service.add(customField: name) }
    return service
  }

  @Test func manyNamesTakeOneLookup() async throws {
    let service = await service()
    let client = try await service.client()
    let tags = try await client.tags.tags(named: ["vip", "Customer", "VIP"])
    #expect(tags.map(\.name) == ["VIP", "Customer", "VIP"])
    #expect(
      try await client.lists.lists(named: ["customers", "Newsletter"]).map(\.name) == ["Customers", "Newsletter"])
    let fields = try await client.customFields.fields(named: ["size", "favorite_color"])
    #expect(fields.map(\.label) == ["Size", "Favorite color"])
    #expect(
      await service.requestCountsByOperation == ["tags.list": 1, "lists.list": 1, "customFields.list": 1])
    #expect(try await client.tags.tags(named: []).isEmpty)
    #expect(await service.requests.count == 3)
  }

  @Test func unknownNamesAreRefusedTogetherWithSimilarOnes() async throws {
    let service = await service()
    let client = try await service.client()
    await #expect {
      _ = try await client.tags.tags(named: ["VIP", "Custmer", "VPI", "Zzzzzz"])
    } throws: { error in
      guard let error = error as? ConstantContactError else { return false }
      return error.code == .unknownName
        && error.message.contains("The tag \"Custmer\" does not exist. Similar names: \"Customer\".")
        && error.message.contains("The tag \"VPI\" does not exist. Similar names: \"VIP\".")
        && error.message.contains("The tag \"Zzzzzz\" does not exist. The account has no tag with a similar name.")
    }
    #expect(await service.writes.isEmpty)
  }

  @Test func missingNamesAreCreatedOnRequest() async throws {
    let service = await service()
    let client = try await service.client()
    let tags = try await client.tags.tags(named: ["New", "VIP", "NEW", "Other"], creatingMissing: true)
    #expect(tags.map(\.name) == ["New", "VIP", "New", "Other"])
    #expect(await service.tags.count == 5)
    #expect(await service.requestCountsByOperation == ["tags.list": 1, "tags.create": 2])
    #expect(try await client.lists.lists(named: ["New list"], creatingMissing: true).map(\.name) == ["New list"])
    #expect(
      try await client.customFields.fields(named: ["New field"], creatingMissing: true).map(\.label) == ["New field"])
  }

  @Test func racingProcessesGetTheSameTag() async throws {
    let service = await service()
    let clients = [try await service.client(), try await service.client()]
    let found = try await withThrowingTaskGroup(of: [TagID].self) { group in
      for client in clients {
        group.addTask { try await client.tags.tags(named: ["A", "B"], creatingMissing: true).map(\.id) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found.count == 2 && found[0] == found[1])
    #expect(await service.tags.count == 5)
  }

  @Test func lostResponseOfACreationIsLookedUp() async throws {
    let service = await service()
    try await service.inject(.dropAfterWrite, into: "POST /contact_tags")
    let tags = try await service.client().tags.tags(named: ["A"], creatingMissing: true)
    #expect(tags.map(\.name) == ["A"])
    #expect(await service.tags.count == 4)
  }

  @Test func severalListNamesOfAPusherTakeOneLookup() async throws {
    let service = await service()
    let pusher = try await service.client().pusher { $0.lists = [.name("newsletter"), .name("CUSTOMERS")] }
    let report = try await pusher.push(Lead(email: "ann@example.com"))
    #expect(report.listIDs?.count == 2)
    #expect(await service.requestCountsByOperation["lists.list"] == 1)
  }
}
