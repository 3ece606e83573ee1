import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Changes from outside the API, and the log.
@Suite struct FakeEditTests {
  @Test func editsChangeTheAccount() async throws {
    let desk = await Desk(automatic: false)
    let fake = desk.fake
    let (list, tag) = (await fake.add(list: "Old"), await fake.add(tag: "Old"))
    let field = await fake.add(customField: "Fruit", type: "single_select", choices: ["Apple", "Pear"])
    let apple = try #require(await fake.choices(ofCustomField: field)["Apple"])
    let ann = await fake.add(.init(address: "ann@example.com", lists: [list], tags: [tag], choices: [field: [apple]]))
    try await fake.edit(.renameList(list, to: "New"))
    try await fake.edit(.renameTag(tag, to: "New"))
    try await fake.edit(.renameCustomField(field, to: "Fruits"))
    try await fake.edit(.addChoice("Plum", toCustomField: field))
    try await fake.edit(.deleteChoice("Apple", ofCustomField: field))
    #expect(await fake.lists == [list: "New"])
    #expect(await fake.tags == [tag: "New"])
    #expect(await fake.customFields == [field: "Fruits"])
    #expect(await Set(fake.choices(ofCustomField: field).keys) == ["Pear", "Plum"])
    #expect(await fake.contact(id: ann.id)?.choices == [:])
    try await fake.edit(.deleteTag(tag))
    try await fake.edit(.deleteCustomField(field))
    try await fake.edit(.deleteList(list))
    let left = try #require(await fake.contact(id: ann.id))
    #expect(left.lists == [] && left.tags == [])
    #expect(await fake.lists.isEmpty)
  }

  @Test func contactsAreUnsubscribedDeletedAndRevived() async throws {
    let desk = await Desk(automatic: false)
    let fake = desk.fake
    let list = await fake.add(list: "News")
    let ann = await fake.add(.init(address: "ann@example.com", lists: [list]))
    await desk.clock.advance(by: .seconds(60))
    try await fake.edit(.unsubscribe(ann.id, reason: "too many"))
    var found = try #require(await fake.contact(id: ann.id))
    #expect(found.state == .unsubscribed && found.optOutSource == "Contact" && found.updatedAt == ann.updatedAt)
    try await fake.edit(.deleteContact(ann.id))
    #expect(await fake.contact(id: ann.id)?.state == .deleted)
    try await fake.edit(.reviveContact(ann.id, lists: [list]))
    try await fake.edit(.changeAddress(ann.id, to: "new@example.com"))
    found = try #require(await fake.contact(email: "new@example.com"))
    #expect(found.state == .unsubscribed && found.lists == [list] && found.updatedAt != ann.updatedAt)
    #expect(await fake.contact(email: "ann@example.com") == nil)
  }

  @Test func impossibleEditsAreErrors() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    await desk.fake.add(list: "One")
    let two = await desk.fake.add(list: "Two")
    let edits: [FakeConstantContact.Edit] = [
      .renameList(two, to: "One"), .deleteList("x"), .deleteCustomField("x"), .renameTag("x", to: "y"),
      .reviveContact(ann.id), .confirm(ann.id), .deleteContact(""), .addChoice("A", toCustomField: "x"),
    ]
    for edit in edits {
      let error = await #expect(throws: FakeConstantContact.EditError.self) { try await desk.fake.edit(edit) }
      #expect(error?.description.isEmpty == false)
    }
    #expect(await desk.fake.log.isEmpty)
  }

  @Test func editsHappenBetweenTwoPages() async throws {
    let desk = await Desk()
    var ids: [String] = []
    for index in 0..<4 { ids.append(await desk.fake.add(.init(address: "\(index)@example.com")).id) }
    await desk.fake.edit(.deleteContact(ids[2])) { $0.url.query(percentEncoded: true)?.contains("cursor") == true }
    let first = try await desk.call(.get, "/v3/contacts?limit=2")
    #expect(await desk.fake.pendingEdits == 1)
    let second = try await desk.call(.get, try #require(first.string("_links.next.href")))
    #expect(second.ids("contacts", "contact_id") == [ids[3]])
    #expect(await desk.fake.pendingEdits == 0)
    #expect(await desk.fake.log.map(\.cause) == [.edit])
  }

  @Test func logHoldsEveryChangeInOrder() async throws {
    let desk = await Desk(automatic: false)
    let list = await desk.fake.add(list: "News")
    let made = try await desk.call(
      .post, "/v3/contacts", #"{"create_source":"Account","email_address":{"address":"ann@example.com"}}"#)
    let id = try #require(made.string("contact_id"))
    await desk.clock.advance(by: .seconds(60))
    try await desk.fake.edit(.unsubscribe(id, by: "Account"))
    _ = try await desk.call(.delete, "/v3/contacts/\(id)")
    _ = try await desk.call(.delete, "/v3/contact_lists/\(list)")
    _ = try await desk.call(.delete, "/v3/contact_lists/\(list)")
    let log = await desk.fake.log
    #expect(log.map(\.kind) == [.created, .updated, .deleted, .deleted])
    #expect(log.map(\.resource) == [.contact, .contact, .contact, .list])
    #expect(log.map(\.cause) == [.request(0), .edit, .request(1), .request(2)])
    #expect(log.map(\.index) == [0, 1, 2, 3])
    #expect(log[0].before == nil && log[0].after != nil)
    #expect(log[1].before == log[0].after && log[1].changedProperties == ["email_address", "updated_at"])
    #expect(log[1].date == log[0].date.addingTimeInterval(60))
    #expect(await desk.fake.writes.map(\.requestIndex) == [0, 1, 2])
    let text = "\(log)" + String(reflecting: log)
    #expect(!text.contains("ann@"))
  }

  /// Applies random writes and edits, and holds the account against the last state that the log has of each contact.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func logAgreesWithTheAccount(seed: UInt64) async throws {
    let desk = await Desk { $0.seed = seed }
    let lists = [await desk.fake.add(list: "A"), await desk.fake.add(list: "B")]
    var random = SplitMix64(seed: seed)
    for step in 0..<200 {
      let address = "\(random.next() % 12)@example.com"
      let list = lists[Int(random.next() % 2)]
      let existing = await desk.fake.contact(email: address)
      switch (random.next() % 5, existing) {
      case (0, _), (_, nil):
        _ = try await desk.call(
          .post, "/v3/contacts/sign_up_form",
          #"{"email_address":"\#(address)","first_name":"\#(step)","list_memberships":["\#(list)"]}"#)
      case (1, let contact?):
        _ = try await desk.call(
          .put, "/v3/contacts/\(contact.id)",
          #"{"update_source":"Account","email_address":{"address":"\#(address)"},"list_memberships":["\#(list)"]}"#)
      case (2, let contact?): _ = try await desk.call(.delete, "/v3/contacts/\(contact.id)")
      case (3, let contact?): try? await desk.fake.edit(.unsubscribe(contact.id))
      case (_, let contact?): try? await desk.fake.edit(.reviveContact(contact.id, lists: [list]))
      }
    }
    var last: [String: Data] = [:]
    for entry in await desk.fake.log {
      #expect(entry.before == last[entry.id])
      last[entry.id] = entry.after
    }
    let state = await desk.fake.allContacts.map { ($0.id, $0.json) }
    #expect(last == Dictionary(state, uniquingKeysWith: { $1 }))
  }
}
