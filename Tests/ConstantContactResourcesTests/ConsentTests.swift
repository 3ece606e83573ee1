import ConstantContactKit
import ConstantContactTesting
import Testing

/// What takes the caller's word: raising permission, and bringing back the deleted.
@Suite struct ConsentTests {
  typealias State = FakeConstantContact.Contact.State

  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  /// What each permission may become without anybody's word.
  static let lowerings: [State: Set<State>] = [
    .unsubscribed: [.unsubscribed],
    .notSet: [.notSet, .tempHold, .unsubscribed],
    .tempHold: [.notSet, .tempHold, .unsubscribed],
    .pendingConfirmation: [.pendingConfirmation, .notSet, .tempHold, .unsubscribed],
    .implicit: [.implicit, .pendingConfirmation, .notSet, .tempHold, .unsubscribed],
    .explicit: [.explicit, .implicit, .pendingConfirmation, .notSet, .tempHold, .unsubscribed],
  ]
  static let permissions = State.allCases.filter { $0 != .deleted }

  @Test(arguments: permissions, permissions)
  func raisingTakesConsent(from: State, to: State) async throws {
    let mayGo = Self.lowerings[from]?.contains(to) == true
    for way in 0..<2 {
      let service = service()
      let client = try await service.client()
      let there = await service.add(.init(address: "ann@example.com", state: from, optOutSource: "Account"))
      let permission = PermissionToSend(to.rawValue)
      func change(_ consent: ExplicitConsent?) async throws -> Contact {
        if way == 0 {
          return try await client.contacts.update(ContactID(there.id), consent: consent) { $0.permission = permission }
        }
        var replacement = ContactReplacement(email: "ann@example.com")
        replacement.permission = permission
        return try await client.contacts.replace(ContactID(there.id), with: replacement, consent: consent)
      }
      let error = try await failure { try await change(nil) }
      #expect(error?.code == (mayGo ? nil : .consentRequired))
      if !mayGo { #expect(await service.writes.isEmpty) }
      #expect(await service.contact(id: there.id)?.state == (mayGo ? to : from))
      #expect(try await change(.givenByContact).email?.permissionToSend == permission)
    }
  }

  @Test func anUnknownPermissionIsKeptButNotGiven() async throws {
    let scripted = try ScriptedClient(
      .fixture(200, "contact-unknown-values"), .json(200, "{}"), .fixture(200, "contact-unknown-values"))
    _ = try await scripted.client.contacts.update("a") { $0.jobTitle = "Director" }
    let sent = try await scripted.body(1)
    #expect(sent?["email_address"]?["permission_to_send"] == .string("vip"))
    #expect(sent?["phone_numbers"] == .array([.object(["phone_number": "555 0100", "kind": "pager"].strings)]))
    #expect(sent?["street_addresses"] == .array([.object(["city": "Salem", "kind": "billing"].strings)]))
    let error = try await failure {
      try await scripted.client.contacts.update("a") { $0.permission = "gold" }
    }
    #expect(error?.code == .consentRequired)
    #expect(await scripted.transport.requests.map(\.method) == [.get, .put, .get])
  }

  @Test func anAddressOfNoneStartsWithoutPermission() async throws {
    for way in 0..<2 {
      let service = service()
      let client = try await service.client()
      let there = ContactID(await service.add(.init(firstName: "Ann")).id)
      let contact =
        way == 0
        ? try await client.contacts.update(there) { $0.email = "ann@example.com" }
        : try await client.contacts.replace(there, with: ContactReplacement(email: "ann@example.com"))
      #expect(contact.email?.permissionToSend == .notSet)
    }
  }

  @Test func thereIsNothingToOptOutWithoutAnAddress() async throws {
    let service = service()
    let client = try await service.client()
    let there = ContactID(await service.add(.init(firstName: "Ann")).id)
    let error = try await failure { try await client.contacts.unsubscribe(there) }
    #expect(error?.code == .invalidInput)
    #expect(await service.writes.isEmpty)
  }

  @Test(arguments: permissions)
  func theDeletedComeBackOnlyWhenToldTo(permission: State) async throws {
    let service = service()
    let client = try await service.client()
    let list = ListID(await service.add(list: "Newsletter"))
    let other = ListID(await service.add(list: "Other"))
    let there = await service.add(
      .init(
        address: "ann@example.com", state: permission, optOutSource: "Account", firstName: "Ann",
        lists: [other.rawValue]))
    let id = ContactID(there.id)
    try await client.contacts.delete(id)
    let before = await service.writes
    for error in [
      try await failure { try await client.contacts.update(id, consent: .givenByContact) { $0.firstName = "A" } },
      try await failure { try await client.contacts.unsubscribe(id, reason: "x") },
      try await failure { try await client.contacts.replace(id, with: ContactReplacement(email: "ann@example.com")) },
    ] { #expect(error?.code == .consentRequired) }
    #expect(try await client.contacts.update(id) { _ in }.state == .deleted)
    #expect(await service.writes == before)

    let revived = try await client.contacts.revive(id, onto: [list, list])
    #expect(revived.deletedAt == nil)
    #expect(revived.email?.permissionToSend == PermissionToSend(permission.rawValue))
    #expect(Set(revived.listMemberships ?? []) == [list])
    #expect(revived.firstName == "Ann")

    // Consent to come back is no consent to be mailed.
    try await client.contacts.delete(id)
    let error = try await failure {
      try await client.contacts.update(id, reviving: .reviving) { $0.permission = "gold" }
    }
    #expect(error?.code == .consentRequired)
    #expect(await service.contact(id: there.id)?.state == .deleted)
  }

  @Test func revivingSomebodyWhoIsThereAddsTheLists() async throws {
    let service = service()
    let client = try await service.client()
    let lists = [ListID(await service.add(list: "A")), ListID(await service.add(list: "B"))]
    let id = ContactID(await service.add(.init(address: "ann@example.com", lists: [lists[0].rawValue])).id)
    #expect(try await client.contacts.revive(id, onto: lists).listMemberships == lists)
    let writes = await service.writes.count
    #expect(try await client.contacts.revive(id, onto: lists).listMemberships == lists)
    #expect(await service.writes.count == writes)
  }

  @Test func optingOut() async throws {
    let service = service()
    let client = try await service.client()
    let id = ContactID(await service.add(.init(address: "ann@example.com", state: .explicit, lastName: "Lee")).id)
    let contact = try await client.contacts.unsubscribe(id, reason: "too many")
    #expect(contact.email?.permissionToSend == .unsubscribed)
    #expect(contact.email?.optOutSource == .contact)
    #expect(contact.email?.optOutReason == "too many")
    #expect(contact.lastName == "Lee")
    // The reason outlives other changes, those by a replacement too.
    #expect(try await client.contacts.update(id) { $0.lastName = "Li" }.email?.optOutReason == "too many")
    let replaced = try await client.contacts.replace(id, with: ContactReplacement(email: "ann@example.com"))
    #expect(replaced.email?.optOutReason == "too many")
    #expect(replaced.email?.permissionToSend == .unsubscribed)
    // Doing it twice writes nothing.
    let writes = await service.writes.count
    _ = try await client.contacts.unsubscribe(id)
    #expect(await service.writes.count == writes)
  }

  @Test func whatHasOverlongValuesCanStillOptOut() async throws {
    for name in ["contact-long-name", "contact-26-fields", "contact-number-ids"] {
      let scripted = try ScriptedClient(.fixture(200, name), .json(200, "{}"))
      _ = try await scripted.client.contacts.unsubscribe("a")
      #expect(try await scripted.body(1)?["email_address"]?["permission_to_send"] == .string("unsubscribed"))
    }
    let scripted = try ScriptedClient(.fixture(200, "contact-long-name"), .fixture(200, "contact-long-name"))
    let longer = try await failure { try await scripted.client.contacts.update("a") { $0.firstName? += "A" } }
    #expect(longer?.message == "`first_name` is 52 characters; the limit is 50")
  }
}

extension [String: String] {
  var strings: [String: JSONValue] { mapValues(JSONValue.string) }
}
