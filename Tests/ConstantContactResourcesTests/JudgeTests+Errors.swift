import ConstantContactKit
import ConstantContactTesting
import Testing

extension JudgeTests {
  static let codes: [(Int, ConstantContactError.Code)] = [
    (400, .badRequest), (401, .unauthorized), (403, .forbidden), (404, .notFound), (409, .conflict), (429, .throttled),
    (500, .server), (503, .server),
  ]

  @Test(arguments: codes)
  func everyOperationSaysWhatWentWrong(status: Int, code: ConstantContactError.Code) async throws {
    try await judge.reset()
    try await judge.answer("error/\(status)")
    let contacts = judge.client().contacts
    let lists = judge.client().lists
    let fields = judge.client().customFields
    let replacing = try APIOperation<Contact>.json(
      .contactsReplace, path: [Self.contact.rawValue], body: JSONCoding.body(["update_source": "Account"]))
    let renaming = try APIOperation<ContactList>.json(
      .listsReplace, path: [Self.list.rawValue], body: JSONCoding.body(["name": "Newsletter"]))
    let failures: [(String, ConstantContactError?)] = [
      ("contacts.list", try await failure { try await contacts.find(email: "ann@example.com") }),
      ("contacts.list", try await failure { try await contacts.list(including: .all).collect() }),
      ("contacts.get", try await failure { try await contacts.get(Self.contact) }),
      ("contacts.create", try await failure { try await contacts.create(NewContact(email: "ann@example.com")) }),
      ("contacts.get", try await failure { try await contacts.update(Self.contact) { $0.firstName = "Ann" } }),
      ("contacts.get", try await failure { try await contacts.unsubscribe(Self.contact) }),
      ("contacts.get", try await failure { try await contacts.revive(Self.contact, onto: [Self.list]) }),
      (
        "contacts.get",
        try await failure { try await contacts.replace(Self.contact, with: ContactReplacement(email: nil)) }
      ),
      ("contacts.replace", try await failure { try await judge.client().send(replacing) }),
      ("contacts.delete", try await failure { try await contacts.delete(Self.contact) }),
      ("lists.list", try await failure { try await lists.list().collect() }),
      ("lists.list", try await failure { try await lists.find(named: "Newsletter") }),
      ("lists.get", try await failure { try await lists.get(Self.list) }),
      ("lists.create", try await failure { try await lists.create(ListDraft(name: "Newsletter")) }),
      ("lists.get", try await failure { try await lists.update(Self.list) { $0.name = "Other" } }),
      ("lists.replace", try await failure { try await judge.client().send(renaming) }),
      ("lists.delete", try await failure { try await lists.delete(Self.list) }),
      ("customFields.list", try await failure { try await fields.list().collect() }),
      ("customFields.list", try await failure { try await fields.find(named: "Fruit") }),
      ("customFields.get", try await failure { try await fields.get(Self.field) }),
      ("customFields.create", try await failure { try await fields.create(NewCustomField(label: "Fruit")) }),
    ]
    for (operation, error) in failures {
      if operation == "contacts.delete" && status == 404 {
        #expect(error == nil)
        continue
      }
      #expect(error?.code == code, "\(operation)")
      #expect(error?.operation == operation)
      #expect(error?.status?.rawValue == status)
      #expect(error?.faults.count == 1)
      #expect(error?.faults.first?.key == (status == 401 ? .unauthorized : "contacts.api.error"))
    }
    let report = try await judge.report()
    #expect(report.violations.isEmpty)
    #expect(Set(report.missed).isDisjoint(with: Self.operations))
    try await judge.reset()
  }
}
