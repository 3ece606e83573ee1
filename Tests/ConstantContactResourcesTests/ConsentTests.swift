import ConstantContactKit
import ConstantContactTesting
import Testing

/// Raising the permission takes a consent, and reviving a deleted contact a revival.
@Suite struct ConsentTests {
  typealias State = FakeConstantContact.Contact.State

  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  /// The permissions that each permission may become without a consent.
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
  func raisingRequiresConsent(from: State, to: State) async throws {
    let isAllowed = Self.lowerings[from]?.contains(to) == true
    for usesReplace in [false, true] {
      let service = service()
      let client = try await service.client()
      let existing = await service.add(.init(address: "ann@example.com", state: from, optOutSource: "Account"))
      let permission = PermissionToSend(to.rawValue)
      func change(_ consent: ExplicitConsent?) async throws -> Contact {
        if !usesReplace {
          return try await client.contacts.update(ContactID(existing.id), consent: consent) {
            $0.permission = permission
          }
        }
        var replacement = ContactReplacement(email: "ann@example.com")
        replacement.permission = permission
        return try await client.contacts.replace(ContactID(existing.id), with: replacement, consent: consent)
      }
      let error = try await failure { try await change(nil) }
      #expect(error?.code == (isAllowed ? nil : .consentRequired))
      if !isAllowed { #expect(await service.writes.isEmpty) }
      #expect(await service.contact(id: existing.id)?.state == (isAllowed ? to : from))
      #expect(try await change(.givenByContact).email?.permissionToSend == permission)
    }
  }

  @Test func unknownPermissionIsKeptButNotGiven() async throws {
    let scripted = try ScriptedClient(
      .fixture(200, "contact-unknown-values"), .json(200, Fixture.anyResource), .fixture(200, "contact-unknown-values"))
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

  @Test func firstAddressStartsWithoutPermission() async throws {
    for usesReplace in [false, true] {
      let service = service()
      let client = try await service.client()
      let existing = ContactID(await service.add(.init(firstName: "Ann")).id)
      let contact =
        !usesReplace
        ? try await client.contacts.update(existing) { $0.email = "ann@example.com" }
        : try await client.contacts.replace(existing, with: ContactReplacement(email: "ann@example.com"))
      #expect(contact.email?.permissionToSend == .notSet)
    }
  }

  @Test func contactWithoutAnAddressCannotOptOut() async throws {
    let service = service()
    let client = try await service.client()
    let existing = ContactID(await service.add(.init(firstName: "Ann")).id)
    let error = try await failure { try await client.contacts.unsubscribe(existing) }
    #expect(error?.code == .invalidInput)
    #expect(await service.writes.isEmpty)
  }

  @Test(arguments: permissions)
  func deletedContactIsRevivedOnlyWhenAllowed(permission: State) async throws {
    let service = service()
    let client = try await service.client()
    let list = ListID(await service.add(list: "Newsletter"))
    let other = ListID(await service.add(list: "Other"))
    let existing = await service.add(
      .init(
        address: "ann@example.com", state: permission, optOutSource: "Account", firstName: "Ann",
        lists: [other.rawValue]))
    let id = ContactID(existing.id)
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

    // A revival is not a consent to receive email.
    try await client.contacts.delete(id)
    let error = try await failure {
      try await client.contacts.update(id, reviving: .reviving) { $0.permission = "gold" }
    }
    #expect(error?.code == .consentRequired)
    #expect(await service.contact(id: existing.id)?.state == .deleted)
  }

  @Test func revivingAContactThatIsNotDeletedAddsTheLists() async throws {
    let service = service()
    let client = try await service.client()
    let lists = [ListID(await service.add(list: "A")), ListID(await service.add(list: "B"))]
    let id = ContactID(await service.add(.init(address: "ann@example.com", lists: [lists[0].rawValue])).id)
    #expect(try await client.contacts.revive(id, onto: lists).listMemberships == lists)
    let writes = await service.writes.count
    #expect(try await client.contacts.revive(id, onto: lists).listMemberships == lists)
    #expect(await service.writes.count == writes)
  }

  @Test func optOutKeepsOtherPropertiesAndItsReason() async throws {
    let service = service()
    let client = try await service.client()
    let id = ContactID(await service.add(.init(address: "ann@example.com", state: .explicit, lastName: "Lee")).id)
    let contact = try await client.contacts.unsubscribe(id, reason: "too many")
    #expect(contact.email?.permissionToSend == .unsubscribed)
    #expect(contact.email?.optOutSource == .contact)
    #expect(contact.email?.optOutReason == "too many")
    #expect(contact.lastName == "Lee")
    // Other changes keep the reason, including replacements.
    #expect(try await client.contacts.update(id) { $0.lastName = "Li" }.email?.optOutReason == "too many")
    let replaced = try await client.contacts.replace(id, with: ContactReplacement(email: "ann@example.com"))
    #expect(replaced.email?.optOutReason == "too many")
    #expect(replaced.email?.permissionToSend == .unsubscribed)
    // A second opt-out writes nothing.
    let writes = await service.writes.count
    _ = try await client.contacts.unsubscribe(id)
    #expect(await service.writes.count == writes)
  }

  @Test func contactWithOverlongValuesCanOptOut() async throws {
    for name in ["contact-long-name", "contact-26-fields", "contact-number-ids"] {
      let scripted = try ScriptedClient(.fixture(200, name), .json(200, Fixture.anyResource))
      _ = try await scripted.client.contacts.unsubscribe("a")
      #expect(try await scripted.body(1)?["email_address"]?["permission_to_send"] == .string("unsubscribed"))
    }
    let scripted = try ScriptedClient(.fixture(200, "contact-long-name"), .fixture(200, "contact-long-name"))
    let longer = try await failure { try await scripted.client.contacts.update("a") { $0.firstName? += "A" } }
    #expect(longer?.code == .invalidInput)
    for part in ["first_name", "52", "50"] { #expect(longer?.message.contains(part) == true) }
  }

  private static func contact(_ email: String, _ more: String = "") -> String {
    #"{"contact_id":"a","first_name":"Ann","email_address":\#(email)\#(more)}"#
  }

  /// Without a permission in the request, the API would choose one.
  @Test func missingPermissionIsNotLeftToTheAPI() async throws {
    let json = Self.contact(#"{"address":"ann@example.com"}"#)
    for usesReplace in [false, true] {
      let scripted = ScriptedClient(.json(200, json))
      let error = try await failure {
        usesReplace
          ? try await scripted.client.contacts.replace("a", with: ContactReplacement(email: "Ann@example.com"))
          : try await scripted.client.contacts.update("a") { $0.lastName = "Lee" }
      }
      #expect(error?.code == .unreadableResponse && error?.message.contains("`permission_to_send`") == true)
      #expect(await scripted.transport.requests.map(\.method) == [.get])
    }
  }

  /// An address that the response lacks would be removed.
  @Test(arguments: [#"{}"#, #"{"permission_to_send":"implicit"}"#, #"{"address":"","permission_to_send":"implicit"}"#])
  func missingAddressIsNotRemoved(email: String) async throws {
    let scripted = ScriptedClient(.json(200, Self.contact(email)))
    let error = try await failure { try await scripted.client.contacts.update("a") { $0.lastName = "Lee" } }
    #expect(error?.code == .unreadableResponse && error?.message.contains("`email_address.address`") == true)
    #expect(await scripted.transport.requests.map(\.method) == [.get])
  }

  /// An unknown permission may be that of a contact that opted out.
  @Test(arguments: permissions)
  func unknownPermissionCanOnlyBecomeAnOptOut(to: State) async throws {
    let json = Self.contact(#"{"address":"ann@example.com"}"#)
    for usesReplace in [false, true] {
      let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
      var replacement = ContactReplacement(email: "ann@example.com")
      replacement.permission = PermissionToSend(to.rawValue)
      let error = try await failure { [replacement] in
        usesReplace
          ? try await scripted.client.contacts.replace("a", with: replacement)
          : try await scripted.client.contacts.update("a") { $0.permission = PermissionToSend(to.rawValue) }
      }
      #expect(error?.code == (to == .unsubscribed ? nil : .consentRequired))
    }
  }

  /// The API's default for another address may be a permission that allows sending.
  @Test func newAddressNeedsAKnownPermission() async throws {
    let read = ScriptedTransport.Step.json(200, Self.contact(#"{"address":"ann@example.com"}"#))
    let scripted = ScriptedClient(read, read, read, .json(200, Fixture.anyResource))
    let contacts = scripted.client.contacts
    let updated = try await failure { try await contacts.update("a") { $0.email = "ann@example.org" } }
    let replaced = try await failure {
      try await contacts.replace("a", with: ContactReplacement(email: "ann@example.org"))
    }
    for error in [updated, replaced] {
      #expect(error?.code == .unreadableResponse && error?.message.contains("`permission_to_send`") == true)
    }
    _ = try await contacts.update("a", consent: .givenByContact) { draft in
      draft.email = "ann@example.org"
      draft.permission = .explicit
    }
    #expect(try await scripted.body(3)?["email_address"]?["permission_to_send"] == .string("explicit"))
  }

  @Test func removingThePermissionFromADraftKeepsIt() async throws {
    let json = Self.contact(#"{"address":"ann@example.com","permission_to_send":"unsubscribed"}"#)
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("a") { draft in
      draft.permission = nil
      draft.email = "ann@example.org"
    }
    #expect(try await scripted.body(1)?["email_address"]?["permission_to_send"] == .string("unsubscribed"))
  }

  /// A contact whose deletion or permission cannot be read might be revived or opted in.
  @Test(arguments: [
    contact(#"{"address":"ann@example.com","permission_to_send":"explicit"}"#, #","deleted_at":{"date":"2026-01-02"}"#),
    contact(#"{"address":"ann@example.com","permission_to_send":["unsubscribed"]}"#), contact(#""ann@example.com""#),
  ])
  func unreadableStateIsNotOverwritten(json: String) async throws {
    for usesReplace in [false, true] {
      let scripted = ScriptedClient(.json(200, json))
      let error = try await failure {
        usesReplace
          ? try await scripted.client.contacts.replace(
            "a", with: ContactReplacement(email: "ann@example.com"), consent: .givenByContact, reviving: .reviving)
          : try await scripted.client.contacts.update("a", reviving: .reviving) { $0.lastName = "Lee" }
      }
      #expect(error?.code == .unreadableResponse)
      #expect(await scripted.transport.requests.map(\.method) == [.get])
    }
  }

  /// Deletion removes a contact from all lists, so its lists are known even when the response lacks them.
  @Test func revivedContactGetsListsThatTheResponseLacks() async throws {
    let json = Self.contact(
      #"{"address":"ann@example.com","permission_to_send":"implicit"}"#, #","deleted_at":"2026-01-02""#)
    let scripted = ScriptedClient(
      .json(200, json), .json(200, Fixture.anyResource), .json(200, json), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.revive("a", onto: ["1"])
    #expect(try await scripted.body(1)?["list_memberships"] == .array([.string("1")]))
    _ = try await scripted.client.contacts.revive("a", onto: [])
    #expect(try await scripted.body(3)?["list_memberships"] == nil)
  }
}

extension [String: String] {
  var strings: [String: RawJSON] { mapValues(RawJSON.string) }
}
