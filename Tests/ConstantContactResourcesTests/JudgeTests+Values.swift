import ConstantContactKit
import ConstantContactTesting
import Testing

/// Every value the contract lets the service send is found again in the models.
extension JudgeTests {
  @Test func nothingOfAContactIsLost() async throws {
    try await judge.reset()
    let raw = try await judge.client().send(
      APIOperation<JSONValue>.json(
        .contactsGet, path: [Self.contact.rawValue], query: [("include", Set<Contact.Part>.all.names)]))
    let contact = try await judge.client().contacts.get(Self.contact, including: .all)
    #expect(Leaves(raw).values == Leaves(contact).values)
    #expect(try raw.decoded(as: Contact.self) == contact)
  }

  @Test func nothingOfAListIsLost() async throws {
    try await judge.reset()
    let raw = try await judge.client().send(
      APIOperation<JSONValue>.json(.listsGet, path: [Self.list.rawValue]))
    #expect(Leaves(raw).values == Leaves(try await judge.client().lists.get(Self.list)).values)
  }

  @Test func nothingOfACustomFieldIsLost() async throws {
    try await judge.reset()
    let raw = try await judge.client().send(
      APIOperation<JSONValue>.json(.customFieldsGet, path: [Self.field.rawValue]))
    #expect(Leaves(raw).values == Leaves(try await judge.client().customFields.get(Self.field)).values)
  }
}

extension Set<Contact.Part> {
  fileprivate var names: String { map(\.rawValue).sorted().joined(separator: ",") }
}
