import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct MembershipTests {
  let clock = ManualClock(automatic: true)

  @Test func listMembershipsChangeAndNothingElse() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let lists = [await service.add(list: "A"), await service.add(list: "B"), await service.add(list: "C")].map {
      ListID($0)
    }
    let existing = await service.add(
      .init(address: "ann@example.com", state: .unsubscribed, firstName: "Ann", lists: [lists[0].rawValue]))
    let client = try await service.client()
    let id = ContactID(existing.id)
    var contact = try await client.contacts.add(id, toLists: [lists[1], lists[0], lists[1]])
    #expect(contact.listMemberships == [lists[0], lists[1]])
    contact = try await client.contacts.remove(id, fromLists: [lists[0], lists[2]])
    #expect(contact.listMemberships == [lists[1]])
    let writes = await service.writes.count
    _ = try await client.contacts.remove(id, fromLists: [lists[2]])
    _ = try await client.contacts.remove(id, fromLists: [])
    #expect(await service.writes.count == writes)
    contact = try await client.contacts.removeFromAllLists(id)
    #expect(contact.listMemberships == [])
    // None of this changes the permission.
    #expect(contact.state == .unsubscribed)
    #expect(contact.firstName == "Ann")
  }

  private let contact =
    #"{"contact_id":"1","email_address":{"address":"ann@example.com","permission_to_send":"implicit"},"list_memberships":["L1","L2"],"taggings":["T1"]}"#

  private func bodies(
    _ change: (ContactsAPI) async throws -> Contact
  ) async throws -> [RawJSON] {
    let transport = ScriptedTransport([.json(200, contact), .json(200, contact)])
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    _ = try await change(client.contacts)
    return try await transport.requests.compactMap(\.body).map { try JSONCoding.decode($0.data()) }
  }

  @Test func tagsAreAddedAndRemoved() async throws {
    let added = try await bodies { try await $0.add("1", tags: ["T2", "T1"]) }
    #expect(added.first?["taggings"] == .array([.string("T1"), .string("T2")]))
    #expect(added.first?["list_memberships"] == .array([.string("L1"), .string("L2")]))
    let removed = try await bodies { try await $0.remove("1", tags: ["T1"]) }
    #expect(removed.first?["taggings"] == .array([]))
  }

  @Test func moveIsOneWrite() async throws {
    let moved = try await bodies { try await $0.move("1", offList: "L1", ontoTag: "T9") }
    #expect(moved.count == 1)
    #expect(moved.first?["list_memberships"] == .array([.string("L2")]))
    #expect(moved.first?["taggings"] == .array([.string("T1"), .string("T9")]))
    #expect(moved.first?["email_address"]?["permission_to_send"] == .string("implicit"))
  }

  /// Without the current lists, an addition would replace them and a removal would do nothing.
  @Test func unknownMembershipsAreNeitherReplacedNorIgnored() async throws {
    let unread = ScriptedTransport.Step.json(200, #"{"contact_id":"1","first_name":"Ann"}"#)
    let scripted = ScriptedClient(unread, unread, unread, unread, unread)
    let contacts = scripted.client.contacts
    for error in [
      try await failure { try await contacts.add("1", toLists: ["L1"]) },
      try await failure { try await contacts.remove("1", fromLists: ["L1"]) },
      try await failure { try await contacts.removeFromAllLists("1") },
      try await failure { try await contacts.add("1", tags: ["T1"]) },
      try await failure { try await contacts.remove("1", tags: ["T1"]) },
    ] { #expect(error?.code == .unreadableResponse) }
    #expect(await scripted.transport.requests.allSatisfy { $0.method == .get })
  }
}
