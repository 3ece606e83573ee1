import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct ContactPusherTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  @Test func createsWithImplicitPermission() async throws {
    let service = service()
    var lead = Lead(email: "  Ann@Example.com ", firstName: "Ann", lastName: " Lee ")
    lead.jobTitle = "Director"
    lead.companyName = "Acme"
    lead.workPhone = "+1 555 0100"
    lead.personalPhone = "+1 555 0199"
    lead.address = Lead.Address(
      street: "1 Main St", street2: "Suite 2", city: "Waltham", state: "MA", postalCode: "02451", country: "US")
    let report = try await ContactPusher(service.client()).push(lead)

    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    let contact = try #require(report.contact)
    #expect(contact.email?.permissionToSend == .implicit)
    #expect(contact.email?.address == "Ann@Example.com")
    #expect(contact.lastName == "Lee")
    #expect(
      contact.phoneNumbers == [PhoneNumber("+1 555 0100", kind: .work), PhoneNumber("+1 555 0199", kind: .mobile)])
    #expect(
      contact.streetAddresses == [
        StreetAddress(
          kind: .home, street: "1 Main St, Suite 2", city: "Waltham", state: "MA", postalCode: "02451", country: "US")
      ])
    #expect(report.status == .delivered)
    #expect(report.state == .active)
    #expect(report.source == .account)
    #expect(report.optInSource == .account)
    #expect(report.optInDate != nil)
    #expect(report.isConfirmed != nil)
    #expect(await service.requestCountsByOperation == ["contacts.list": 1, "contacts.create": 1])
  }

  @Test(arguments: FakeConstantContact.Contact.State.allCases)
  func skipsExistingContacts(state: FakeConstantContact.Contact.State) async throws {
    let service = service()
    let holder = await service.add(.init(address: "Ann+News@example.com", state: state, firstName: "Old"))
    for existing in ContactPusher.Options.ExistingContact.allCases
    where existing != .fillEmpty || state == .deleted || state == .unsubscribed {
      var options = ContactPusher.Options()
      options.existingContact = existing
      let report = try await ContactPusher(service.client(), options: options)
        .push(Lead(email: "ann+NEWS@example.com", firstName: "New", lastName: "Name"))
      guard case .skipped(.exists(let found)) = report.outcome else { throw TestFailure("\(report)") }
      #expect(found == report.contact?.state)
      #expect(report.contactID?.rawValue == holder.id)
    }
    #expect(await service.writes.isEmpty)
  }

  @Test func choosesTheWorkAddress() async throws {
    let service = service()
    let pusher = try await ContactPusher(service.client())
    var lead = Lead()
    lead.personalEmail = "private@example.com"
    lead.personalPhone = "555 0199"
    var report = try await pusher.push(lead)
    #expect(report.contact?.email?.address == "private@example.com")
    #expect(report.contact?.phoneNumbers == [PhoneNumber("555 0199", kind: .mobile)])
    lead.workEmail = "work@example.com"
    report = try await pusher.push(lead)
    #expect(report.contact?.email?.address == "work@example.com")
    lead.workEmail = "n/a"
    lead.personalEmail = "other@example.com"
    report = try await pusher.push(lead)
    #expect(report.email == "other@example.com")
  }

  @Test func skipsWithoutARequest() async throws {
    let service = service()
    let pusher = try await ContactPusher(service.client())
    for text in [nil, "", "  "] {
      let report = try await pusher.push(Lead(email: text))
      guard case .skipped(.noEmail) = report.outcome else { throw TestFailure("\(report)") }
    }
    for text in [
      "ann", "ann@", "@example.com", "a@b@example.com", "a b@example.com", "ann@example", "ann@example.", "n/a",
      String(repeating: "a", count: 80) + "@example.com",
    ] {
      let report = try await pusher.push(Lead(email: text))
      guard case .skipped(.invalidEmail) = report.outcome else { throw TestFailure("\(text)") }
    }
    #expect(await service.requests.isEmpty)
  }

  @Test func overlongValuesFailOrAreTruncated() async throws {
    let service = service()
    var lead = Lead(email: "ann@example.com")
    lead.jobTitle = String(repeating: "é", count: 60)
    let report = try await ContactPusher(service.client()).push(lead)
    guard case .failed(let error) = report.outcome else { throw TestFailure("\(report)") }
    #expect(error.code == .invalidInput)
    #expect(error.message == "`job_title` is 60 characters; the limit is 50")
    #expect(await service.requests.isEmpty)

    var options = ContactPusher.Options()
    options.overlongValue = .truncate
    let truncated = try await ContactPusher(service.client(), options: options).push(lead)
    #expect(truncated.notes == [.truncated(field: "job_title", limit: 50)])
    #expect(truncated.contact?.jobTitle == String(repeating: "é", count: 50))
  }

  @Test func conflictMeansThatTheContactExists() async throws {
    for wording in FakeConstantContact.ConflictWording.allCases {
      var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
      configuration.conflictWording = wording
      let service = FakeConstantContact(configuration)
      let client = try await service.client()
      let holder = await service.add(.init(address: "ann@example.com", state: .unsubscribed))
      // The lookup finds nothing, as it does when another client creates the contact in between.
      let blind = BlindSearch(base: service)
      let hidden = ConstantContact(
        tokens: client.pipeline.tokens, transport: blind, configuration: client.configuration)
      let report = try await ContactPusher(hidden).push(Lead(email: "ann@example.com"))
      guard case .skipped(.exists(.unsubscribed)) = report.outcome else { throw TestFailure("\(report)") }
      #expect(report.contactID?.rawValue == holder.id)
      #expect(await service.writes.isEmpty)
    }
  }

  @Test(arguments: [InjectedFault.dropAfterWrite, .truncatedBody, .malformedJSON])
  func lostResponseIsLookedUpBeforeARetry(fault: InjectedFault) async throws {
    let service = service()
    await service.inject(fault, times: 1) { $0.method == .post }
    let report = try await ContactPusher(service.client()).push(Lead(email: "ann@example.com"))
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(report.notes == [.confirmedByLookup])
    #expect(await service.requestCountsByOperation["contacts.create"] == 1)
    #expect(await service.allContacts.count == 1)
  }

  @Test func lostRequestIsRetriedAfterALookup() async throws {
    let service = service()
    await service.inject(.dropBeforeWrite, times: 2) { $0.method == .post }
    let report = try await ContactPusher(service.client()).push(Lead(email: "ann@example.com"))
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(
      await service.requests.map(\.operation) == [
        "contacts.list", "contacts.create", "contacts.list", "contacts.create", "contacts.list", "contacts.create",
      ])
  }

  @Test func addsToListsByNameAndLeavesTheRestUnchanged() async throws {
    let service = service()
    let list = await service.add(list: "Newsletter")
    let other = await service.add(list: "Other")
    await service.add(
      .init(address: "ann@example.com", state: .implicit, firstName: "Ann", jobTitle: "Director", lists: [other]))
    var options = ContactPusher.Options()
    options.lists = [.name("newsletter")]
    options.existingContact = .addToLists
    let pusher = try await ContactPusher(service.client(), options: options)
    let report = try await pusher.push(Lead(email: "ann@example.com", firstName: "Different"))
    guard case .updated(let update) = report.outcome else { throw TestFailure("\(report)") }
    #expect(update.lists == [ListID(list)])
    let contact = try #require(await service.contact(email: "ann@example.com"))
    #expect(contact.firstName == "Ann")
    #expect(contact.jobTitle == "Director")
    #expect(contact.state == .implicit)
    #expect(Set(contact.lists) == [list, other])

    let repeated = try await pusher.push(Lead(email: "ann@example.com"))
    guard case .skipped(.exists(.active)) = repeated.outcome else { throw TestFailure("\(repeated)") }
    let new = try await pusher.push(Lead(email: "bob@example.com"))
    #expect(new.listIDs == [ListID(list)])
    #expect(await service.requestCountsByOperation["lists.list"] == 2)
  }

  @Test func fillsOnlyEmptyProperties() async throws {
    let service = service()
    await service.add(.init(address: "ann@example.com", state: .explicit, firstName: "Ann"))
    var options = ContactPusher.Options()
    options.existingContact = .fillEmpty
    var lead = Lead(email: "ann@example.com", firstName: "Different", lastName: "Lee")
    lead.workPhone = "555 0100"
    let report = try await ContactPusher(service.client(), options: options).push(lead)
    guard case .updated(let update) = report.outcome else { throw TestFailure("\(report)") }
    #expect(update.fields == ["last_name", "phone_numbers"])
    let contact = try #require(await service.contact(email: "ann@example.com"))
    #expect(contact.firstName == "Ann")
    #expect(contact.lastName == "Lee")
    #expect(contact.state == .explicit)
  }

  @Test func customFieldsByName() async throws {
    let service = service()
    let known = await service.add(customField: "Favourite colour")
    var lead = Lead(email: "ann@example.com")
    lead.customFields = ["favourite_colour": "blue", "Salutation": "Dr."]
    let report = try await ContactPusher(service.client()).push(lead)
    #expect(report.notes == [.notSent(field: "custom_fields.Salutation", reason: .noCustomField)])
    #expect(report.contact?.customFields == [ContactCustomField(CustomFieldID(known), value: "blue")])

    var options = ContactPusher.Options()
    options.createsCustomFields = true
    let pusher = try await ContactPusher(service.client(), options: options)
    lead.workEmail = "bob@example.com"
    #expect(try await pusher.push(lead).contact?.customFields?.count == 2)
    lead.workEmail = "cid@example.com"
    #expect(try await pusher.push(lead).contact?.customFields?.count == 2)
    #expect(await service.customFields.count == 2)
  }

  @Test func missingListFailsTheLead() async throws {
    let service = service()
    var options = ContactPusher.Options()
    options.lists = [.name("Nowhere")]
    let report = try await ContactPusher(service.client(), options: options).push(Lead(email: "ann@example.com"))
    guard case .failed(let error) = report.outcome else { throw TestFailure("\(report)") }
    #expect(error.code == .unknownName && error.advice.kind == .fixConfiguration)
    #expect(error.message.contains("Nowhere"))
    #expect(await service.writes.isEmpty)
  }
}

/// Responds to every lookup with no contact until a creation was requested.
private struct BlindSearch: HTTPTransport {
  let base: FakeConstantContact

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let created = await base.requestCountsByOperation["contacts.create"] ?? 0
    if request.operation == "contacts.list" && created == 0 {
      return TransportResponse(status: 200, body: .init(#"{"contacts":[]}"#.utf8))
    }
    return try await base.send(request)
  }
}

struct TestFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
