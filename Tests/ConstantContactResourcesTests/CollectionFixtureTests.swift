import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CollectionFixtureTests {
  @Test func findReturnsNilForAnEmptyCollection() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contacts-none"))
    #expect(try await scripted.client.contacts.find(email: "ann@example.com") == nil)
    try await scripted.transport.verifyAllUsed()
  }

  @Test(arguments: [
    "contacts-empty-links", "contacts-null-links", "contacts-null-next", "contacts-null-href", "contacts-empty-href",
    "contacts-no-links",
  ])
  func lastPageEndsTheSequence(name: String) async throws {
    let scripted = try ScriptedClient(.fixture(200, name))
    #expect(try await scripted.client.contacts.list().collect().count == 1)
    try await scripted.transport.verifyAllUsed()
  }

  @Test func nextLinkIsFollowedUnchanged() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contacts-more"), .fixture(200, "contacts-no-links"))
    let filter = ContactFilter(statuses: [.all])
    var totals: [Int?] = []
    for try await page in scripted.client.contacts.list(filter, countingAll: true).pages { totals.append(page.total) }
    #expect(totals == [2, 1])
    // The link is sent unchanged, without the filter.
    #expect(await scripted.query(1) == ["cursor=c2Vjb25kIHBhZ2U%3D"])
    try await scripted.transport.verifyAllUsed()
  }

  @Test(arguments: [TransportStatus(rawValue: 202), 200])
  func collectionStillProcessingIsAnError(status: TransportStatus) async throws {
    let scripted = try ScriptedClient(.fixture(status, "contacts-processing"))
    let error = try await failure { try await scripted.client.contacts.find(email: "ann@example.com") }
    #expect(error?.code == .stillProcessing)
    #expect(error?.advice.kind == .retryLater)
  }

  @Test func undecodableElementIsReported() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contacts-odd-element"), .fixture(200, "contacts-odd-element"))
    #expect(try await scripted.client.contacts.find(email: "ANN@example.com") != nil)
    let error = try await failure { try await scripted.client.contacts.find(email: "bob@example.com") }
    #expect(error?.code == .undecodableElements)
  }

  @Test func collectionThatIsNotAnArrayIsUnreadable() async throws {
    let scripted = try ScriptedClient(.fixture(200, "contacts-not-an-array"))
    let error = try await failure { try await scripted.client.contacts.find(email: "ann@example.com") }
    #expect(error?.code == .unreadableResponse)
  }

  @Test func listFixturesAreRead() async throws {
    let minimal = try Fixture.decode("list-minimal", as: ContactList.self)
    #expect(minimal.name == "Newsletter" && minimal.description == nil && minimal.membershipCount == nil)
    let deleted = try Fixture.decode("list-deleted", as: ContactList.self)
    #expect(deleted.membershipCount == 1327)
    #expect(deleted.isFavorite == true)
    #expect(deleted.deletedAt?.date == Date(timeIntervalSince1970: 1_778_025_600))
    #expect(deleted.unreadableFields.isEmpty)
    let scripted = try ScriptedClient(.fixture(200, "lists-last-page"))
    #expect(try await scripted.client.lists.list().collect().map(\.name) == ["Newsletter"])
    try await scripted.transport.verifyAllUsed()
  }

  @Test func listWithUnreadableFieldsIsNotWritten() async throws {
    let scripted = try ScriptedClient(.fixture(200, "list-unreadable"))
    let error = try await failure { try await scripted.client.lists.update("a") { $0.name = "Other" } }
    #expect(error?.code == .unreadableResponse)
    #expect(await scripted.transport.requests.map(\.method) == [.get])
  }

  @Test func customFieldFixturesAreRead() async throws {
    let legacy = try Fixture.decode("custom-field-legacy", as: CustomField.self)
    #expect(legacy.kind == .string && legacy.version == nil && legacy.choices == nil && legacy.metadata == nil)
    let select = try Fixture.decode("custom-field-select", as: CustomField.self)
    #expect(select.choices?.map(\.id) == ["7", "9A63BC"])
    #expect(select.choices?.map(\.displayOrder) == [1, 2])
    #expect(select.choices?.first?.fieldID == select.id)
    #expect(select.metadata?.displayType == "radio")
    #expect(select.metadata?.isInteger == nil)
    let unknown = try Fixture.decode("custom-field-unknown-type", as: CustomField.self)
    #expect(unknown.kind == "geo_point" && unknown.version == 3)
    let scripted = try ScriptedClient(.fixture(200, "custom-fields-no-links"))
    #expect(try await scripted.client.customFields.find(named: "fruit")?.kind == .singleSelect)
    try await scripted.transport.verifyAllUsed()
  }

  @Test func activityFixturesAreRead() async throws {
    let strings = try Fixture.decode("activity-strings", as: BulkActivity.self)
    #expect(strings.errors == ["one contact was left", "two contacts were left"])
    #expect(strings.state?.isFinal == true && strings.percentDone == 100)
    let objects = try Fixture.decode("activity-objects", as: BulkActivity.self)
    #expect(objects.errors == ["the list is in use", "retry later"])
    #expect(objects.state == .failed && objects.percentDone == 40)
    let scripted = try ScriptedClient(.fixture(202, "activity-odd-errors"))
    let odd = try await scripted.client.lists.delete("a")
    #expect(odd.errors == ["one", "two", #"{"code":3}"#, "4"])
    #expect(odd.state == "paused" && odd.state?.isFinal == false)
  }
}
