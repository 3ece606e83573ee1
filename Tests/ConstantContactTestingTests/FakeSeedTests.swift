import ConstantContactTesting
import Foundation
import Testing

@Suite struct FakeSeedTests {
  private static let file = """
    {"lists": [{"name": "News"}, {"name": "Other", "id": "l-2"}], "tags": [{"name": "VIP"}],
     "custom_fields": [{"label": "Car"}, {"label": "Fruit", "type": "single_select", "choices": ["Apple", "Pear"]}],
     "contacts": [{"email": "ann@example.com", "state": "explicit", "first_name": "Ann", "lists": ["News", "l-2"],
                   "tags": ["VIP"], "custom_fields": {"Car": "T", "Fruit": ["Pear"]}},
                  {"email": "bob@example.com", "state": "unsubscribed"}],
     "events": [{"name": "Bread day", "status": "DRAFT", "start": "2100-05-01T09:00:00Z", "registrations":
                 [{"email": "ann@example.com", "first_name": "Ann", "last_name": "Lee",
                   "tickets": [{"name": "Seat", "price": 5}], "payment_method": "STRIPE"}]}],
     "automations": [{"name": "Welcome", "goals": ["grow"]}], "social_profiles": [{"name": "The Mill"}],
     "hashtag_groups": [{"name": "Bread", "hashtags": ["bread"]}], "accounts": [{"organization_name": "Shop"}]}
    """

  private func make() -> FakeConstantContact {
    FakeConstantContact(.init(time: ManualClock(automatic: true).timeSource))
  }

  @Test func seedFillsTheAccountByNameAndDumpReturnsIt() async throws {
    let fake = make()
    try await fake.seed(from: Data(Self.file.utf8))
    let ann = try #require(await fake.contact(email: "ann@example.com"))
    #expect(ann.state == .explicit && ann.lists.count == 2 && ann.tags.count == 1)
    #expect(Array(ann.customFields.values) == ["T"] && ann.choices.count == 1)
    #expect(await fake.accountIDs.count == 1)
    #expect(await fake.log.isEmpty, "what seeding adds is not a change")
    let dump = await fake.dump()
    let other = make()
    try await other.seed(from: dump)
    let again = await other.dump()
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: dump, as: UTF8.self))
    #expect(await other.counts.map(\.value) == (await fake.counts.map(\.value)))
  }

  @Test(arguments: [
    ("[]", "not a JSON object"), ("{", "not a JSON object"), (#"{"people":[]}"#, "people is not a known property"),
    (#"{"lists":[{}]}"#, "lists[0].name is missing"),
    (#"{"contacts":[{"email":"secret@example.com","lists":["X"]}]}"#, "contacts[0].lists: unknown list"),
    (#"{"contacts":[{"custom_fields":{"X":"1"}}]}"#, "contacts[0].custom_fields: unknown field"),
    (#"{"contacts":[{"state":"happy"}]}"#, "contacts[0].state"),
    (#"{"events":[{"name":"A","start":"soon"}]}"#, "events[0].start"),
  ])
  func wrongFilesAddNothing(file: String, fault: String) async throws {
    let fake = make()
    let error = await #expect(throws: FakeConstantContact.SeedError.self) { try await fake.seed(from: Data(file.utf8)) }
    #expect(error?.description.contains(fault) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("secret") == false)
    #expect(await fake.counts.allSatisfy { $0.value == 0 })
  }
}
