import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Updates of existing contacts.
@Suite struct ExistingContactTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  @Test func fillingNotesWhatIsKept() async throws {
    let service = service()
    let client = try await service.client()
    let color = await service.add(customField: "Color")
    await service.add(customField: "Size")
    var contact = NewContact(email: "ann@example.com")
    contact.firstName = "Ann"
    contact.phoneNumbers = [PhoneNumber("1", kind: .home)]
    contact.customFields = [ContactCustomField(CustomFieldID(color), value: "red")]
    contact.anniversary = "2006-11-15"
    _ = try await client.contacts.create(contact)

    var lead = Lead(email: "ann@example.com", firstName: "Anna", lastName: "Lee")
    lead.workPhone = "2"
    lead.homePhone = "3"
    lead.customFields = ["Color": "blue", "Size": "L"]
    lead.anniversary = "11/15/2006"
    let pusher = client.pusher { $0.existingContact = .fillEmpty }
    let report = try await pusher.push(lead)
    guard case .updated(let update) = report.outcome else { throw TestFailure("\(report)") }
    #expect(update.fields == ["last_name", "phone_numbers", "custom_fields"])
    #expect(
      report.notes == [
        .notSent(field: "first_name", reason: .existingValue),
        .notSent(field: "phone_numbers.home", reason: .existingValue),
        .notSent(field: "custom_fields.Color", reason: .existingValue),
      ])
    #expect(report.contact?.phoneNumbers == [PhoneNumber("1", kind: .home), PhoneNumber("2", kind: .work)])
    let repeated = try await pusher.push(lead)
    guard case .skipped(.exists(.active)) = repeated.outcome else { throw TestFailure("\(repeated)") }
    #expect(repeated.notes == report.notes)
  }

  @Test func explicitConsentIsNotedOrRecorded() async throws {
    let service = service()
    await service.add(.init(address: "ann@example.com", state: .implicit))
    let client = try await service.client()
    let lead = Lead(email: "ann@example.com")
    for existing in ContactPusher.Options.ExistingContact.allCases {
      let report = try await client.pusher {
        $0.existingContact = existing
        $0.permission = .explicit(.givenByContact)
      }.push(lead)
      guard case .skipped(.exists(.active)) = report.outcome else { throw TestFailure("\(report)") }
      #expect(report.notes == [.permissionUnchanged(.implicit)])
    }
    #expect(await service.writes.isEmpty)
    let report = try await client.pusher {
      $0.existingContact = .addToLists
      $0.permission = .explicit(.givenByContact)
      $0.existingContactConsent = .givenByContact
    }.push(lead)
    guard case .updated(let update) = report.outcome else { throw TestFailure("\(report)") }
    #expect(update.fields == ["permission_to_send"])
    #expect(report.notes == [])
    #expect(await service.contact(email: "ann@example.com")?.state == .explicit)
  }

  @Test func consentNeverRaisesAnOptOut() async throws {
    let service = service()
    for state in [FakeConstantContact.Contact.State.unsubscribed, .tempHold, .deleted, .pendingConfirmation] {
      await service.add(.init(address: "\(state.rawValue)@example.com", state: state))
    }
    let pusher = try await service.client().pusher {
      $0.existingContact = .fillEmpty
      $0.permission = .explicit(.givenByContact)
      $0.existingContactConsent = .givenByContact
    }
    for state in [FakeConstantContact.Contact.State.unsubscribed, .tempHold, .deleted, .pendingConfirmation] {
      let report = try await pusher.push(Lead(email: "\(state.rawValue)@example.com"))
      guard case .skipped(.exists) = report.outcome else { throw TestFailure("\(report)") }
      #expect(report.notes.contains { if case .permissionUnchanged = $0 { true } else { false } })
    }
    #expect(await service.writes.isEmpty)
  }

  /// Changes the contact just before a request reaches the fake.
  private struct Interference: HTTPTransport {
    let base: FakeConstantContact
    let operation: String
    let contact: FakeConstantContact.Contact

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      if request.operation == operation { await base.add(contact) }
      return try await base.send(request)
    }
  }

  @Test(arguments: ["contacts.get", "contacts.replace"], [true, false])
  func optOutDuringAnUpdateIsRespected(operation: String, isDeletion: Bool) async throws {
    // A deletion between read and write is revived by the API's replacement: the documented race.
    if isDeletion && operation == "contacts.replace" { return }
    let service = service()
    let list = await service.add(list: "Newsletter")
    let contact = await service.add(.init(address: "ann@example.com", state: .implicit))
    var changed = contact
    changed.state = isDeletion ? .deleted : .unsubscribed
    changed.optOutSource = "Contact"
    let pusher = try await client(
      of: service, through: Interference(base: service, operation: operation, contact: changed)
    ).pusher {
      $0.lists = [.id(ListID(list))]
      $0.existingContact = .addToLists
    }
    let report = try await pusher.push(Lead(email: "ann@example.com"))
    guard case .skipped(.exists(let state)) = report.outcome else { throw TestFailure("\(report)") }
    #expect(state == (isDeletion ? .deleted : .unsubscribed))
    #expect(await service.writes.isEmpty)
    #expect(await service.contact(id: contact.id)?.state == changed.state)
  }

  @Test func nothingStandsBetweenReadAndWrite() async throws {
    let service = service()
    await service.add(list: "Newsletter")
    await service.add(.init(address: "ann@example.com", state: .implicit))
    var lead = Lead(email: "ann@example.com")
    lead.customFields = ["Color": "blue"]
    _ = try await service.client().pusher {
      $0.lists = [.name("Newsletter")]
      $0.existingContact = .fillEmpty
      $0.createsCustomFields = true
    }.push(lead)
    #expect(await service.requests.map(\.operation).suffix(2) == ["contacts.get", "contacts.replace"])
  }
}
