import ConstantContactKit
import ConstantContactTesting
import Testing

/// Each limit: a value of exactly that size is sent, a larger one is refused before anything is sent.
@Suite struct InputLimitTests {
  struct Limit: Sendable, CustomTestStringConvertible {
    let field: String
    let limit: Int
    let set: @Sendable (inout NewContact, Int) -> Void
    var testDescription: String { field }

    init(_ field: String, _ limit: Int, _ set: @escaping @Sendable (inout NewContact, Int) -> Void) {
      self.field = field
      self.limit = limit
      self.set = set
    }
  }

  static let limits = [
    Limit("email_address.address", 80) { $0.email = text($1 - 12) + "@example.com" },
    Limit("first_name", 50) { $0.firstName = text($1) },
    Limit("last_name", 50) { $0.lastName = text($1) },
    Limit("job_title", 50) { $0.jobTitle = text($1) },
    Limit("company_name", 50) { $0.companyName = text($1) },
    Limit("anniversary", 10) { $0.anniversary = "2006-11-15" + String(repeating: "0", count: $1 - 10) },
    Limit("custom_fields", 50) {
      $0.customFields = CustomFieldValues((0..<$1).map { ContactCustomField(CustomFieldID("\($0)"), value: "x") })
    },
    Limit("custom_fields.value", 255) { $0.customFields = [ContactCustomField("a", value: text($1))] },
    Limit("phone_numbers", 3) { $0.phoneNumbers = (0..<$1).map { PhoneNumber("\($0)", kind: .home) } },
    Limit("phone_numbers.phone_number", 25) { $0.phoneNumbers = [PhoneNumber(text($1), kind: .work)] },
    Limit("street_addresses", 3) { $0.streetAddresses = (0..<$1).map { StreetAddress(kind: .home, city: "\($0)") } },
    Limit("street_addresses.street", 255) { $0.streetAddresses = [StreetAddress(kind: .home, street: text($1))] },
    Limit("street_addresses.city", 50) { $0.streetAddresses = [StreetAddress(kind: .home, city: text($1))] },
    Limit("street_addresses.state", 50) { $0.streetAddresses = [StreetAddress(kind: .home, state: text($1))] },
    Limit("street_addresses.postal_code", 50) {
      $0.streetAddresses = [StreetAddress(kind: .home, postalCode: text($1))]
    },
    Limit("street_addresses.country", 50) { $0.streetAddresses = [StreetAddress(kind: .home, country: text($1))] },
    Limit("list_memberships", 50) { $0.listMemberships = (0..<$1).map { ListID("\($0)") } },
    Limit("taggings", 50) { $0.taggings = (0..<$1).map { TagID("\($0)") } },
    Limit("notes", 150) { $0.notes = (0..<$1).map { ContactNote("\($0)") } },
    Limit("notes.content", 2000) { $0.notes = [ContactNote(text($1))] },
  ]

  /// Text of as many scalars of two bytes each: the limits do not count bytes.
  static func text(_ length: Int) -> String { String(repeating: "é", count: length) }

  /// Expects that a message names the field, the length and the limit.
  private func expectMessage(_ error: ConstantContactError?, _ field: String, _ length: Int, _ limit: Int) {
    #expect(error?.code == .invalidInput)
    let message = error?.message ?? ""
    #expect(message.contains(field) && message.contains("\(length)") && message.contains("\(limit)"), "\(message)")
  }

  @Test(arguments: limits)
  func newContacts(limit: Limit) async throws {
    let scripted = ScriptedClient(.json(201, Fixture.anyResource))
    var contact = NewContact(email: "ann@example.com")
    limit.set(&contact, limit.limit + 1)
    let refused = contact
    let error = try await failure { try await scripted.client.contacts.create(refused) }
    #expect(error?.code == .invalidInput)
    #expect(error?.operation == "contacts.create")
    expectMessage(error, limit.field, limit.limit + 1, limit.limit)
    #expect(await scripted.transport.requests.isEmpty)

    limit.set(&contact, limit.limit)
    _ = try await scripted.client.contacts.create(contact)
    #expect(await scripted.transport.requests.count == 1)
  }

  @Test func lengthCountsScalarsNotCharacters() async throws {
    let scripted = ScriptedClient()
    var contact = NewContact(email: "ann@example.com")
    contact.firstName = String(repeating: "e\u{301}", count: 26)
    let error = try await failure { [contact] in try await scripted.client.contacts.create(contact) }
    expectMessage(error, "first_name", 52, 50)
  }

  @Test func replacementsAndDraftsHaveTheSameLimits() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contact-nulls"), .fixture(200, "contact-nulls"))
    var replacement = ContactReplacement(email: "ann@example.com")
    replacement.notes = [ContactNote(Self.text(2001))]
    var error = try await failure { [replacement] in
      try await scripted.client.contacts.replace("a", with: replacement)
    }
    expectMessage(error, "notes.content", 2001, 2000)
    error = try await failure { try await scripted.client.contacts.unsubscribe("a", reason: Self.text(256)) }
    expectMessage(error, "email_address.opt_out_reason", 256, 255)
    #expect(await scripted.transport.requests.map(\.method) == [.get, .get])
  }

  @Test func contactNeedsAnAddressOrAName() async throws {
    var titled = NewContact()
    titled.jobTitle = "Director"
    var blank = NewContact()
    blank.firstName = ""
    for contact in [NewContact(), titled, blank, NewContact(email: ""), NewContact(email: "ann")] {
      let scripted = ScriptedClient()
      let error = try await failure { try await scripted.client.contacts.create(contact) }
      #expect(error?.code == .invalidInput)
      #expect(await scripted.transport.requests.isEmpty)
    }
    var named = NewContact()
    named.lastName = "Lee"
    let scripted = ScriptedClient(.json(201, Fixture.anyResource))
    _ = try await scripted.client.contacts.create(named)
    #expect(try await scripted.body(0) == .object(["last_name": .string("Lee"), "create_source": .string("Account")]))
  }

  @Test func filters() async throws {
    let empty = ScriptedTransport.Step.json(200, #"{"contacts":[]}"#)
    let cases: [(ContactFilter, Bool)] = [
      (ContactFilter(lists: Set((0..<25).map { ListID("\($0)") })), true),
      (ContactFilter(lists: Set((0..<26).map { ListID("\($0)") })), false),
      (Self.tagged(50), true), (Self.tagged(51), false), (ContactFilter(email: ""), false),
    ]
    for (filter, isFine) in cases {
      let scripted = ScriptedClient(empty)
      let error = try await failure { try await scripted.client.contacts.list(filter).collect() }
      #expect(error?.code == (isFine ? nil : .invalidInput))
      #expect(await scripted.transport.requests.count == (isFine ? 1 : 0))
    }
  }

  private static func tagged(_ count: Int) -> ContactFilter {
    var filter = ContactFilter()
    filter.tags = Set((0..<count).map { TagID("\($0)") })
    return filter
  }

  @Test func pageSizes() async throws {
    for size in [-1, 0, 1, 100, 101, 500, 501, 1000, 1001] {
      let scripted = ScriptedClient(
        .json(200, #"{"contacts":[],"lists":[],"custom_fields":[]}"#),
        .json(200, #"{"contacts":[],"lists":[],"custom_fields":[]}"#),
        .json(200, #"{"contacts":[],"lists":[],"custom_fields":[]}"#))
      let client = scripted.client
      let contacts = try await failure { try await client.contacts.list(pageSize: size).collect() }
      let lists = try await failure { try await client.lists.list(pageSize: size).collect() }
      let fields = try await failure { try await client.customFields.list(pageSize: size).collect() }
      let accepted = [(500, contacts), (1000, lists), (100, fields)].filter { (1...$0.0).contains(size) }
      #expect(accepted.allSatisfy { $0.1 == nil })
      #expect([contacts, lists, fields].compactMap(\.self).allSatisfy { $0.code == .invalidInput })
      #expect(await scripted.transport.requests.count == accepted.count)
    }
  }

  @Test func emptyIDsAreRefused() async throws {
    let scripted = ScriptedClient()
    let client = scripted.client
    for error in [
      try await failure { try await client.contacts.get("") },
      try await failure { try await client.contacts.delete("") },
      try await failure { try await client.contacts.update("..") { _ in } },
      try await failure { try await client.lists.get("") },
      try await failure { try await client.lists.delete("") },
      try await failure { try await client.customFields.get("") },
    ] { #expect(error?.code == .invalidInput) }
    #expect(await scripted.transport.requests.isEmpty)
  }

  @Test func listNames() async throws {
    let scripted = ScriptedClient(.json(201, Fixture.anyResource))
    let empty = try await failure { try await scripted.client.lists.create(ListDraft(name: "")) }
    #expect(empty?.code == .invalidInput && empty?.message.contains("`name` is empty") == true)
    expectMessage(
      try await failure { try await scripted.client.lists.create(ListDraft(name: Self.text(256))) }, "name", 256, 255)
    #expect(await scripted.transport.requests.isEmpty)
    _ = try await scripted.client.lists.create(ListDraft(name: Self.text(255)))
  }

  @Test func newCustomFields() async throws {
    func field(_ label: Int = 1, type: Int = 6, choices: Int = 0, display: String? = nil, choice: Int = 1)
      -> NewCustomField
    {
      var field = NewCustomField(label: Self.text(label), kind: .init(Self.text(type)))
      field.choices = (0..<choices).map { .init(Self.text(choice), displayOrder: $0) }
      if let display {
        field.metadata = CustomFieldMetadata()
        field.metadata?.displayType = .init(display)
      }
      return field
    }
    let refused: [(NewCustomField, String, Int, Int)] = [
      (field(51), "label", 51, 50), (field(type: 21), "type", 21, 20),
      (field(choices: 101, display: "dropdown"), "choices", 101, 100),
      (field(choices: 21, display: "checkbox"), "choices", 21, 20),
      (field(choices: 21, display: "radio"), "choices", 21, 20),
      (field(choices: 1, choice: 256), "choices.choice_label", 256, 255),
    ]
    for (field, name, length, limit) in refused {
      let scripted = ScriptedClient()
      expectMessage(try await failure { try await scripted.client.customFields.create(field) }, name, length, limit)
      #expect(await scripted.transport.requests.isEmpty)
    }
    let unnamed = try await failure { try await ScriptedClient().client.customFields.create(field(0)) }
    #expect(unnamed?.code == .invalidInput && unnamed?.message.contains("`label` is empty") == true)
    for field in [
      field(50, type: 20), field(choices: 100, display: "dropdown"), field(choices: 20, display: "radio"),
      field(choices: 1, choice: 255),
    ] {
      let scripted = ScriptedClient(.json(201, Fixture.anyResource))
      _ = try await scripted.client.customFields.create(field)
      #expect(await scripted.transport.requests.count == 1)
    }
  }
}
