import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// The scenarios of the guide on testing.
@Suite struct TestingScenarioTests {
  @Test func signUpIsTagged() async throws {
    let fake = FakeConstantContact(.init(time: ManualClock(automatic: true).timeSource))
    let list = ListID(await fake.add(list: "Newsletter"))
    let tag = TagID(await fake.add(tag: "From the fair"))
    let client = try await fake.client()

    let form = SignUpForm(email: "ann@example.com", lists: [list])
    let result = try await client.contacts.recordSignUp(form, consent: .givenByContact)
    let id = try #require(result.contactID)
    _ = try await client.activities.addTags([tag], to: .contacts([id]))

    let ann = try #require(await fake.contact(email: "ann@example.com"))
    #expect(ann.state == .explicit)
    #expect(ann.lists == [list.rawValue] && ann.tags == [tag.rawValue])
    #expect(await fake.log.map(\.kind) == [.created, .updated])
  }

  @Test func importReportsARefusedRow() async throws {
    let clock = ManualClock(automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.activityDuration = .seconds(30)
    let fake = FakeConstantContact(configuration)
    let list = ListID(await fake.add(list: "Newsletter"))
    await fake.add(.init(address: "cat@example.com", state: .unsubscribed))
    let client = try await fake.client()

    let rows = ["ann@example.com", "no-address", "cat@example.com"].map { ImportedContact(email: $0) }
    var activity = try await client.activities.importContacts(rows, onto: [list])
    while !activity.isFinal {
      try await clock.sleep(for: .seconds(10))
      activity = try await client.activities.get(activity.id)
    }

    #expect(activity.state == .completed)
    #expect(activity.counts?.correctable == 1 && activity.counts?.notAddedToLists == 1)
    #expect(activity.errors == ["Row 2: email is not a valid email address"])
    #expect(await fake.contact(email: "ann@example.com")?.lists == [list.rawValue])
    #expect(await fake.contact(email: "cat@example.com")?.lists == [])
  }
}
