import ConstantContactKit
import ConstantContactTesting
import Testing

@Suite struct ContactChangeTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  @Test func replaceEmptiesWhatItDoesNotName() async throws {
    let service = service()
    let client = try await service.client()
    let list = ListID(await service.add(list: "Newsletter"))
    var contact = NewContact(email: "ann@example.com")
    contact.firstName = "Ann"
    contact.jobTitle = "Director"
    contact.listMemberships = [list]
    contact.phoneNumbers = [PhoneNumber("555 0100", kind: .work)]
    contact.taggings = ["t"]
    let id = try await client.contacts.create(contact).id
    var replacement = ContactReplacement(email: "ann@example.com")
    replacement.lastName = "Lee"
    replacement.phoneNumbers = .clear
    replacement.taggings = ["u", "v"]
    let replaced = try await client.contacts.replace(id, with: replacement)
    #expect(replaced.firstName == nil && replaced.jobTitle == nil && replaced.lastName == "Lee")
    #expect(replaced.phoneNumbers == [])
    #expect(replaced.taggings == ["u", "v"])
    #expect(replaced.listMemberships == [list])
    #expect(replaced.email?.permissionToSend == .implicit)
  }

  @Test func nothingIsWrittenWhenNothingChanges() async throws {
    let service = service()
    let client = try await service.client()
    var contact = NewContact(email: "ann@example.com")
    contact.phoneNumbers = [PhoneNumber("555 0100", kind: .work)]
    contact.streetAddresses = [StreetAddress(kind: .home, city: "Salem")]
    let id = try await client.contacts.create(contact).id
    let before = await service.writes
    let same = try await client.contacts.update(id) { draft in
      draft.phoneNumbers = [PhoneNumber("555 0100", kind: .work)]
      draft.streetAddresses = [StreetAddress(kind: .home, city: "Salem")]
      draft.email = "ann@example.com"
    }
    #expect(same.phoneNumbers?.first?.id != nil)
    #expect(await service.writes == before)
  }

  @Test func whatCannotBeReadIsNotOverwritten() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contact-unreadable"))
    let error = try await failure { try await scripted.client.contacts.update("a") { $0.lastName = "Lee" } }
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("`custom_fields`, `email_address`, `first_name`") == true)
    #expect(await scripted.transport.requests.map(\.method) == [.get])
  }

  @Test func collectionsThatDidNotComeAreNotSentEmpty() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contact-nulls"), .json(200, "{}"))
    _ = try await scripted.client.contacts.update("a") { $0.jobTitle = "Director" }
    let sent = try await scripted.body(1)
    // Null, null and missing; the other two came.
    #expect(sent?["custom_fields"] == nil && sent?["taggings"] == nil && sent?["list_memberships"] == nil)
    #expect(sent?["phone_numbers"] == .array([]))
    #expect(sent?["street_addresses"] != nil)
  }

  @Test func anErrorOfTheClosurePassesThrough() async throws {
    struct Refusal: Error {}
    let scripted = try ScriptedClient(.fixture(200, "contact-nulls"))
    await #expect(throws: Refusal.self) { try await scripted.client.contacts.update("a") { _ in throw Refusal() } }
    #expect(await scripted.transport.requests.count == 1)
  }

  @Test func deletingTwiceIsFine() async throws {
    let service = service()
    let client = try await service.client()
    let id = ContactID(await service.add(.init(address: "ann@example.com")).id)
    await service.inject(.dropAfterWrite) { $0.method == .delete }
    try await client.contacts.delete(id)
    #expect(await service.requestCountsByOperation["contacts.delete"] == 2)
    #expect(await service.requests.last?.status == 404)
    #expect(await service.contact(id: id.rawValue)?.state == .deleted)
    try await client.contacts.delete(id)
  }

  @Test(arguments: FakeConstantContact.ConflictWording.allCases)
  func aConflictNamesTheHolder(wording: FakeConstantContact.ConflictWording) async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.conflictWording = wording
    for state in FakeConstantContact.Contact.State.allCases {
      let service = FakeConstantContact(configuration)
      let client = try await service.client()
      let holder = await service.add(.init(address: "ann@example.com", state: state))
      let other = ContactID(await service.add(.init(address: "bob@example.com")).id)
      for error in [
        try await failure { try await client.contacts.create(NewContact(email: "ANN@example.com")) },
        try await failure { try await client.contacts.update(other) { $0.email = "Ann@example.com" } },
      ] {
        #expect(error?.code == .conflict)
        #expect(error?.conflictingID == (wording == .namesNobody ? nil : holder.id))
      }
      #expect(await service.writes.isEmpty)
    }
  }

  @Test func listsAreChangedByReadingThemFirst() async throws {
    let service = service()
    let client = try await service.client()
    let list = try await client.lists.create(ListDraft(name: "News", description: "Weekly", isFavorite: true))
    let changed = try await client.lists.update(list.id) { $0.name = "Newsletter" }
    #expect(changed.name == "Newsletter" && changed.description == "Weekly" && changed.isFavorite == true)
    let writes = await service.writes.count
    try await client.lists.update(list.id) { $0.name = "Newsletter" }
    #expect(await service.writes.count == writes)
    #expect(try await client.lists.find(named: "NEWSLETTER")?.id == list.id)
    #expect(try await client.lists.find(named: "News") == nil)
    let taken = try await failure { try await client.lists.create(ListDraft(name: "Newsletter")) }
    #expect(taken?.code == .conflict)
    #expect(try await client.lists.delete(list.id).state == .initialized)
    #expect(try await client.lists.find(named: "Newsletter") == nil)
  }
}
