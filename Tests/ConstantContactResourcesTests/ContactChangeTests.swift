import ConstantContactKit
import ConstantContactTesting
import Testing

@Suite struct ContactChangeTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  @Test func replaceEmptiesPlainPropertiesAndKeepsArrays() async throws {
    let service = service()
    let client = try await service.client()
    let list = ListID(await service.add(list: "Newsletter"))
    for tag in ["t", "u", "v"] { await service.add(tag: tag, id: tag) }
    var contact = NewContact(email: "ann@example.com")
    contact.firstName = "Ann"
    contact.jobTitle = "Director"
    contact.listMemberships = [list]
    contact.phoneNumbers = [PhoneNumber("555 0100", kind: .work)]
    contact.taggings = ["t"]
    let id = try await client.contacts.create(contact).id
    var replacement = ContactReplacement(email: "ann@example.com")
    replacement.lastName = "Lee"
    replacement.phoneNumbers = []
    replacement.taggings = ["u", "v"]
    let replaced = try await client.contacts.replace(id, with: replacement)
    #expect(replaced.firstName == nil && replaced.jobTitle == nil && replaced.lastName == "Lee")
    #expect(replaced.phoneNumbers == [])
    #expect(replaced.taggings == ["u", "v"])
    #expect(replaced.listMemberships == [list])
    #expect(replaced.email?.permissionToSend == .implicit)
  }

  @Test func unchangedContactIsNotWritten() async throws {
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

  @Test func unreadableFieldsAreNotOverwritten() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contact-unreadable"))
    let error = try await failure { try await scripted.client.contacts.update("a") { $0.lastName = "Lee" } }
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("`custom_fields`, `email_address`, `first_name`") == true)
    #expect(await scripted.transport.requests.map(\.method) == [.get])
  }

  /// Fields that a request neither sets nor empties cannot be lost.
  @Test func unreadableReadOnlyFieldsDoNotPreventAnUpdate() async throws {
    let json = #"{"contact_id":"a","first_name":"Ann","created_at":{},"sms_channel":[],"notes":"none"}"#
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("a") { $0.lastName = "Lee" }
    #expect(
      try await scripted.body(1)
        == .object(["first_name": "Ann", "last_name": "Lee", "update_source": "Account"].strings))
  }

  @Test func missingArraysAreNotSentEmpty() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contact-nulls"), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("a") { $0.jobTitle = "Director" }
    let sent = try await scripted.body(1)
    // Null, null and missing; the other two were in the response.
    #expect(sent?["custom_fields"] == nil && sent?["taggings"] == nil && sent?["list_memberships"] == nil)
    #expect(sent?["phone_numbers"] == .array([]))
    #expect(sent?["street_addresses"] != nil)
  }

  /// Every way to change an array that the response did not contain.
  static let changesOfMissingArrays: [(String, @Sendable (inout ContactDraft) throws -> Void)] = [
    ("list_memberships", { $0.listMemberships.append("1") }), ("list_memberships", { $0.listMemberships = ["1"] }),
    ("list_memberships", { $0.listMemberships.removeAll { $0 == "1" } }), ("taggings", { $0.taggings = [] }),
    ("custom_fields", { $0.customFields["1"] = "x" }), ("custom_fields", { $0.customFields["1"] = nil }),
    ("phone_numbers", { $0.phoneNumbers.append(PhoneNumber("1", kind: .home)) }),
    ("street_addresses", { $0.details.streetAddresses = [StreetAddress(kind: .home)] }),
  ]

  @Test(arguments: changesOfMissingArrays.indices)
  func changingAMissingArrayIsRefused(index: Int) async throws {
    let (field, change) = Self.changesOfMissingArrays[index]
    let scripted = ScriptedClient(.json(200, #"{"contact_id":"a","first_name":"Ann"}"#))
    let error = try await failure { try await scripted.client.contacts.update("a", change) }
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("`\(field)`") == true)
    #expect(await scripted.transport.requests.map(\.method) == [.get])
  }

  @Test func readingAMissingArrayChangesNothing() async throws {
    let scripted = ScriptedClient(
      .json(200, #"{"contact_id":"a","first_name":"Ann"}"#), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("a") { draft in
      draft.lastName = draft.listMemberships.isEmpty && draft.customFields["1"] == nil ? "Lee" : "?"
    }
    let sent = try await scripted.body(1)
    #expect(sent?["last_name"] == .string("Lee"))
    #expect(sent?["list_memberships"] == nil && sent?["custom_fields"] == nil)
  }

  @Test func settingAnArrayToNilEmptiesIt() async throws {
    let json = #"{"contact_id":"a","first_name":"Ann","taggings":["1"],"custom_fields":[{"custom_field_id":"1"}]}"#
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("a") { draft in
      draft.details.taggings = nil
      draft.details.customFields = nil
    }
    #expect(try await scripted.body(1)?["taggings"] == .array([]))
    #expect(try await scripted.body(1)?["custom_fields"] == .array([]))
  }

  @Test func blankTextIsNotSent() async throws {
    let scripted = ScriptedClient(
      .json(200, #"{"contact_id":"a","first_name":"Ann","last_name":"Lee","job_title":""}"#),
      .json(200, Fixture.anyResource),
      .json(201, Fixture.anyResource), .json(200, #"{"contact_id":"a"}"#), .json(200, Fixture.anyResource))
    let contacts = scripted.client.contacts
    _ = try await contacts.update("a") { $0.firstName = "" }
    #expect(try await scripted.body(1) == .object(["last_name": "Lee", "update_source": "Account"].strings))
    var new = NewContact()
    (new.firstName, new.lastName, new.companyName) = (" ", "Lee", "\n")
    new.streetAddresses = [StreetAddress(kind: .home, street: "", city: "Salem")]
    _ = try await contacts.create(new)
    let created = try await scripted.body(2)
    #expect(created?["first_name"] == nil && created?["company_name"] == nil)
    #expect(created?["street_addresses"] == .array([.object(["kind": "home", "city": "Salem"].strings)]))
    var replacement = ContactReplacement(email: nil)
    (replacement.firstName, replacement.lastName) = ("Ann", "")
    _ = try await contacts.replace("a", with: replacement)
    #expect(try await scripted.body(4) == .object(["first_name": "Ann", "update_source": "Account"].strings))
  }

  /// The API rejects half a birthday, so an unrelated update does not send it.
  @Test func halfABirthdayIsNotSentByAnUnrelatedUpdate() async throws {
    let half = #"{"contact_id":"a","first_name":"Ann","birthday_month":4}"#
    let scripted = ScriptedClient(
      .json(200, half), .json(200, Fixture.anyResource), .json(200, half), .json(200, Fixture.anyResource),
      .json(200, half))
    let contacts = scripted.client.contacts
    _ = try await contacts.update("a") { $0.lastName = "Lee" }
    #expect(
      try await scripted.body(1)
        == .object(["first_name": "Ann", "last_name": "Lee", "update_source": "Account"].strings))
    _ = try await contacts.update("a") { $0.birthdayDay = 5 }
    #expect(try await scripted.body(3)?["birthday_month"] == .integer(4))
    #expect(try await scripted.body(3)?["birthday_day"] == .integer(5))
    let error = try await failure { try await contacts.update("a") { $0.birthdayMonth = 5 } }
    #expect(error?.code == .invalidInput)
  }

  @Test func errorsOfTheClosureAreRethrown() async throws {
    struct Refusal: Error {}
    let scripted = try ScriptedClient(.fixture(200, "contact-nulls"))
    await #expect(throws: Refusal.self) { try await scripted.client.contacts.update("a") { _ in throw Refusal() } }
    #expect(await scripted.transport.requests.count == 1)
  }

  @Test func deletingTwiceIsNoError() async throws {
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
  func conflictNamesTheExistingContact(wording: FakeConstantContact.ConflictWording) async throws {
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
        #expect(error?.conflictingID == (wording == .omitsContact ? nil : holder.id))
      }
      #expect(await service.writes.isEmpty)
    }
  }
}
