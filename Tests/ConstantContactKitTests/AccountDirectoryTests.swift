import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Lists and custom fields that a pusher looks up.
@Suite struct AccountDirectoryTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  private func lead(_ name: String, _ customFields: [String: String] = [:]) -> Lead {
    var lead = Lead(email: "\(name)@example.com")
    lead.customFields = customFields
    return lead
  }

  @Test func recreatedListIsLookedUpAgain() async throws {
    let service = service()
    let old = await service.add(list: "Newsletter")
    let client = try await service.client()
    let pusher = client.pusher { $0.lists = [.name("Newsletter")] }
    #expect(try await pusher.push(lead("ann")).listIDs == [ListID(old)])
    try await client.lists.delete(ListID(old))
    let new = await service.add(list: "Newsletter")
    let reports = try await pusher.reports((0..<8).map { lead("lead\($0)") })
    #expect(reports.allSatisfy { $0.listIDs == [ListID(new)] }, "\(reports)")
    // The first lookup, and one after the rejection for all leads.
    #expect(await service.requestCountsByOperation["lists.list"] == 2)
  }

  @Test func deletedListFailsWithOneErrorUntilItExists() async throws {
    let service = service()
    let old = await service.add(list: "Newsletter")
    let client = try await service.client()
    let pusher = client.pusher { $0.lists = [.name("Newsletter")] }
    _ = try await pusher.push(lead("ann"))
    try await client.lists.delete(ListID(old))
    let requests = await service.requests.count
    for name in ["bob", "cid", "dee"] {
      guard case .failed(let error) = try await pusher.push(lead(name)).outcome else { throw TestFailure("not failed") }
      #expect(error.code == .unknownName && error.message.contains("does not exist"))
    }
    // Search, creation and two list lookups for the first lead; none for the others.
    #expect(await service.requests.count == requests + 4)
    let new = await service.add(list: "Newsletter")
    await clock.advance(by: .seconds(301))
    #expect(try await pusher.push(lead("bob")).listIDs == [ListID(new)])
  }

  @Test func deletedFieldIsLookedUpAgain() async throws {
    let service = service()
    let field = await service.add(customField: "Color")
    let client = try await service.client()
    let pusher = client.pusher()
    #expect(try await pusher.push(lead("ann", ["Color": "blue"])).notes == [])
    try await client.customFields.delete(CustomFieldID(field))
    let report = try await pusher.push(lead("bob", ["Color": "blue"]))
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(report.notes == [.notSent(field: "custom_fields.Color", reason: .noCustomField)])
  }

  @Test func newFieldIsSeenAfterFiveMinutes() async throws {
    let service = service()
    let pusher = try await service.client().pusher()
    let missing = [DeliveryReport.Note.notSent(field: "custom_fields.Color", reason: .noCustomField)]
    #expect(try await pusher.push(lead("ann", ["Color": "blue"])).notes == missing)
    await service.add(customField: "Color")
    #expect(try await pusher.push(lead("bob", ["Color": "blue"])).notes == missing)
    #expect(await service.requestCountsByOperation["customFields.list"] == 1)
    await clock.advance(by: .seconds(301))
    #expect(try await pusher.push(lead("cid", ["Color": "blue"])).contact?.customFields?.first?.value == "blue")
  }

  @Test func wrongListNameStopsBeforeTheFirstLead() async throws {
    let service = service()
    for name in ["Newsletter", "Customers", "Old newsletter"] { await service.add(list: name) }
    let pusher = try await service.client().pusher { $0.lists = [.name("Newsleter")] }
    let reports = try await pusher.reports((0..<231).map { lead("lead\($0)") })
    #expect(reports.count == 231)
    guard case .failed(let error) = reports[0].outcome else { throw TestFailure("\(reports[0])") }
    #expect(error.message == #"The list "Newsleter" does not exist. Similar names: "Newsletter"."#)
    #expect(reports.dropFirst().allSatisfy { if case .notAttempted = $0.outcome { true } else { false } })
    #expect(await service.requests.map(\.operation) == ["lists.list", "lists.list"])
  }

  @Test func concurrentLeadsShareLookupsAndCreations() async throws {
    let service = service()
    await service.add(list: "Newsletter")
    let pusher = try await service.client().pusher {
      $0.lists = [.name("Newsletter")]
      $0.createsCustomFields = true
    }
    let reports = try await withThrowingTaskGroup(of: DeliveryReport.self) { group in
      for number in 0..<8 { group.addTask { try await pusher.push(self.lead("lead\(number)", ["Color": "blue"])) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reports.allSatisfy { $0.status == .delivered && $0.notes == [] }, "\(reports)")
    let counts = await service.requestCountsByOperation
    #expect(counts["lists.list"] == 1)
    #expect(counts["customFields.create"] == 1)
    // The lookup, and the one that precedes the creation.
    #expect(counts["customFields.list"] == 2)
  }

  @Test func cancelledLeadDoesNotCancelTheLookupOfOthers() async throws {
    let service = service()
    await service.add(list: "Newsletter")
    await service.inject(.latency(.seconds(5))) { $0.operation == "lists.list" }
    let pusher = try await service.client().pusher { $0.lists = [.name("Newsletter")] }
    let first = Task { try await pusher.push(lead("ann")) }
    while await service.requests.isEmpty, !Task.isCancelled { await Task.yield() }
    let second = Task { try await pusher.push(lead("bob")) }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    #expect(try await second.value.status == .delivered)
    #expect(await service.requestCountsByOperation["lists.list"] == 1)
  }

  @Test func otherRejectionsDoNotCauseALookupEach() async throws {
    let service = service()
    await service.add(list: "Newsletter")
    await service.inject(
      .status(400, body: #"[{"error_key":"contacts.api.validation.error","error_message":"no"}]"#), times: 20
    ) { $0.operation == "contacts.create" }
    let pusher = try await service.client().pusher { $0.lists = [.name("Newsletter")] }
    let reports = try await pusher.reports((0..<20).map { lead("lead\($0)") })
    #expect(reports.allSatisfy { $0.status == .failed })
    #expect(await service.requestCountsByOperation["lists.list"] == 2)
  }

  @Test func nothingIsCreatedForASkippedContact() async throws {
    let service = service()
    await service.add(.init(address: "ann@example.com"))
    await service.add(.init(address: "bob@example.com", state: .unsubscribed))
    let client = try await service.client()
    for existing in ContactPusher.Options.ExistingContact.allCases {
      let pusher = client.pusher {
        $0.existingContact = existing
        $0.createsCustomFields = true
        $0.createsCustomFieldChoices = true
      }
      if existing != .fillEmpty { _ = try await pusher.push(lead("ann", ["Color": "blue"])) }
      _ = try await pusher.push(lead("bob", ["Color": "blue"]))
    }
    #expect(await service.writes.isEmpty)
    #expect(await service.customFields.isEmpty)
  }

  // MARK: Choices

  private func choiceField(_ client: ConstantContact, _ kind: CustomField.Kind) async throws -> CustomField {
    var field = NewCustomField(label: "Interests", kind: kind)
    field.choices = ["Golf", "Beer, wine", "Tennis"].enumerated().map { .init($1, displayOrder: $0 + 1) }
    return try await client.customFields.create(field)
  }

  @Test func choicesAreSentByID() async throws {
    for (kind, text, labels) in [
      (CustomField.Kind.singleSelect, "golf", ["Golf"]), (.singleSelect, "Beer, wine", ["Beer, wine"]),
      (.multiSelect, "Tennis, Beer, wine; Golf", ["Tennis", "Beer, wine", "Golf"]),
    ] {
      let service = service()
      let client = try await service.client()
      let field = try await choiceField(client, kind)
      let ids = labels.map { label in field.choices?.first { $0.label == label }?.id }
      let report = try await client.pusher().push(lead("ann", ["Interests": text]))
      #expect(report.notes == [])
      #expect(report.contact?.customFields?.first?.choiceIDs == ids)
      #expect(report.contact?.customFields?.first?.value == nil)
    }
  }

  @Test func unknownChoicesAreNoted() async throws {
    let service = service()
    let client = try await service.client()
    let field = try await choiceField(client, .multiSelect)
    let report = try await client.pusher().push(lead("ann", ["Interests": "Golf, Chess"]))
    #expect(report.notes == [.notSent(field: "custom_fields.Interests", reason: .unknownChoice)])
    #expect(report.contact?.customFields?.first?.choiceIDs == field.choices?.prefix(1).compactMap(\.id))
    #expect(await service.requestCountsByOperation["customFields.replace"] == nil)
  }

  @Test func missingChoicesAreAddedOnRequest() async throws {
    let service = service()
    let client = try await service.client()
    let field = try await choiceField(client, .multiSelect)
    let pusher = client.pusher { $0.createsCustomFieldChoices = true }
    let reports = try await pusher.reports(
      (0..<8).map { lead("lead\($0)", ["Interests": "Golf, Chess, Sport \($0 % 3)"]) })
    #expect(
      reports.allSatisfy { $0.notes == [] && $0.contact?.customFields?.first?.choiceIDs?.count == 3 }, "\(reports)")
    let labels = try await client.customFields.get(field.id).choices?.compactMap(\.label)
    #expect(
      labels?.sorted() == ["Beer, wine", "Chess", "Golf", "Sport 0", "Sport 1", "Sport 2", "Tennis"])
  }
}
