import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct StrategyTests {
  let clock = ManualClock(automatic: true)

  private func service(_ configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }) async
    -> FakeConstantContact
  {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configure(&configuration)
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter", id: "11111111-0000-0000-0000-000000000001")
    await service.add(customField: "Favorite color", id: "22222222-0000-0000-0000-000000000001")
    await service.add(
      customField: "Size", type: "single_select", choices: ["S", "M"], id: "22222222-0000-0000-0000-000000000002")
    return service
  }

  /// An account of contacts in every state.
  private func fill(_ service: FakeConstantContact, _ count: Int) async {
    let states = FakeConstantContact.Contact.State.allCases
    for number in 0..<count {
      await service.add(
        .init(address: "OLD\(number)@example.com", state: states[number % states.count], firstName: "Old"))
    }
    // The contacts have existed for a while.
    await clock.advance(by: .seconds(3_600))
  }

  private func lead(_ email: String, _ number: Int) -> Lead {
    var lead = Lead(email: email, firstName: "Añn \"\(number)\"", lastName: "Lee")
    lead.jobTitle = "CEO / CTO"
    lead.companyName = "Example"
    if number % 2 == 0 { lead.workPhone = "555 01\(number)" }
    if number % 3 == 0 { lead.personalPhone = "555 02\(number)" }
    if number % 5 == 0 { lead.companyPhone = "555 03\(number)" }
    if number % 3 == 1 { lead.address = Lead.Address(street: "1 Main St", city: "Boston", country: "US") }
    if number % 4 == 1 { lead.companyAddress.city = "Waltham" }
    if number % 7 == 0 { (lead.birthdayMonth, lead.birthdayDay, lead.anniversary) = (2, 29, "11/15/2006") }
    if number % 3 == 0 { lead.customFields = ["favorite color": "blue", "Unknown": "x"] }
    return lead
  }

  /// Every other lead is new.
  private func leads(_ count: Int) -> [Lead] {
    (0..<count).map { number in
      number % 2 == 0 ? lead("old\(number)@example.com", number) : lead("new\(number)@example.com", number)
    }
  }

  private func pusher(
    _ client: ConstantContact, _ configure: (inout ContactPusher.Options) -> Void = { _ in }
  ) -> ContactPusher {
    client.pusher {
      $0.lists = [.name("Newsletter")]
      $0.strategy = .fewestRequests
      configure(&$0)
    }
  }

  private func reports(_ pusher: ContactPusher, _ leads: [Lead], by way: PushWay) async throws -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    for try await report in pusher.push(leads, by: way) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }

  /// The values of the contacts by address, without IDs and dates.
  private func account(_ service: FakeConstantContact) async throws -> [String: [String]] {
    var contacts: [String: [String]] = [:]
    let client = try await service.client()
    let parts: Set<Contact.Part> = [.customFields, .listMemberships, .phoneNumbers, .streetAddresses, .taggings]
    for try await contact in client.contacts.list(ContactFilter(statuses: [.all]), including: parts) {
      let address = try #require(contact.email?.address?.lowercased())
      let email = contact.email
      let texts = [
        contact.firstName, contact.lastName, contact.jobTitle, contact.companyName, contact.anniversary,
        contact.createSource?.rawValue, email?.permissionToSend?.rawValue, email?.optInSource?.rawValue,
        contact.birthdayMonth.map(String.init), contact.birthdayDay.map(String.init), contact.state.rawValue,
      ].map { $0 ?? "-" }
      let phones = (contact.phoneNumbers ?? []).map { "\($0.kind?.rawValue ?? "") \($0.number ?? "")" }
      let addresses = (contact.streetAddresses ?? []).map { address in
        [address.kind?.rawValue, address.street, address.city, address.state, address.postalCode, address.country]
          .map { $0 ?? "-" }.joined(separator: "|")
      }
      let fields = (contact.customFields ?? []).map { "\($0.id) \($0.value ?? "") \($0.choiceIDs ?? [])" }
      let lists = (contact.listMemberships ?? []).map(\.rawValue) + (contact.taggings ?? []).map(\.rawValue)
      contacts[address] = texts + phones.sorted() + addresses.sorted() + fields.sorted() + lists.sorted()
    }
    return contacts
  }

  @Test(arguments: PushWay.allCases) func everyWayLeadsToTheSameAccount(way: PushWay) async throws {
    let (one, other) = (await service(), await service())
    for service in [one, other] { await fill(service, 300) }
    let before = await other.allContacts
    let leads = leads(200)
    let expected = try await reports(pusher(one.client()), leads, by: .oneByOne)
    let found = try await reports(pusher(other.client()), leads, by: way)
    #expect(found.map(\.position) == expected.map(\.position))
    #expect(found.map(\.status) == expected.map(\.status))
    #expect(found.count { if case .created = $0.outcome { true } else { false } } == 100)
    #expect(found.map(\.notes) == expected.map(\.notes))
    for report in found where report.status == .delivered {
      #expect(await other.contact(email: report.email ?? "")?.id == report.contactID?.rawValue)
      #expect(report.listIDs?.count == 1 && report.state == .active)
    }
    for contact in before { #expect(await other.contact(id: contact.id) == contact) }
    let (expectedAccount, foundAccount) = (try await account(one), try await account(other))
    #expect(foundAccount.keys.sorted() == expectedAccount.keys.sorted())
    for (address, contact) in expectedAccount { #expect(foundAccount[address] == contact, "\(address)") }
  }

  @Test func fewestRequestsSelectsTheCheapestWay() async throws {
    let service = await service()
    await fill(service, 2_000)
    let client = try await service.client()
    let reports = try await pusher(client).reports(leads(1_000))
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == 500)
    #expect(reports.count { if case .skipped(.exists) = $0.outcome { true } else { false } } == 500)
    // List, fields, count, four pages, import, poll, one page of new contacts.
    #expect(await service.requests.count == 10)
    #expect(await service.writes.allSatisfy { $0.kind == .created })
  }

  @Test func fewLeadsAreSearchedFor() async throws {
    let service = await service()
    await fill(service, 3_000)
    let reports = try await pusher(service.client()).reports(leads(2))
    #expect(reports.map(\.status) == [.skipped, .delivered])
    #expect(await service.requestCountsByOperation["activities.importContacts"] == nil)
  }

  @Test(arguments: [FakeConstantContact.Contact.State.implicit, .unsubscribed])
  func contactThatAppearsBeforeTheImportIsReported(state: FakeConstantContact.Contact.State) async throws {
    let service = await service()
    let client = try await client(of: service, through: Newcomer(base: service, state: state))
    let reports = try await reports(pusher(client), leads(4), by: .pagesThenImport)
    guard case .updated(let update) = reports[1].outcome else { throw TestFailure("\(reports)") }
    #expect(reports[1].notes.contains(.appearedBeforeImport))
    #expect(update.fields.contains("first_name"))
    #expect(update.lists.count == (state == .unsubscribed ? 0 : 1))
    let contact = try #require(await service.contact(email: "new1@example.com"))
    #expect(contact.state == state)
    #expect(contact.lists.count == update.lists.count)
    guard case .created = reports[3].outcome else { throw TestFailure("\(reports)") }
  }

  @Test func incompleteExportIsReplacedByPages() async throws {
    let service = await service()
    await fill(service, 40)
    let before = await service.allContacts
    let client = try await client(of: service, through: EmptyExport(base: service))
    let reports = try await reports(pusher(client), leads(20), by: .exportThenImport)
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == 10)
    #expect(await service.requestCountsByOperation["activities.importContacts"] == 1)
    for contact in before { #expect(await service.contact(id: contact.id) == contact) }
  }

  @Test func incompleteSnapshotRulesTheImportOut() async throws {
    let service = await service()
    await fill(service, 40)
    let before = await service.allContacts
    let client = try await client(of: service, through: UnreadableContact(base: service))
    let reports = try await reports(pusher(client), leads(20), by: .pagesThenImport)
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == 10)
    #expect(await service.requestCountsByOperation["activities.importContacts"] == nil)
    for contact in before { #expect(await service.contact(id: contact.id) == contact) }
  }

  @Test func leadsThatAnImportCannotHoldAreCreated() async throws {
    let service = await service()
    let longAddress = String(repeating: "a", count: 45) + "@example.com"
    var withChoice = Lead(email: "choice@example.com")
    withChoice.customFields = ["Size": "M"]
    let leads = [Lead(email: longAddress), withChoice, Lead(email: "plain@example.com")]
    let pusher = pusher(try await service.client())
    let plan = try await pusher.plan(leads)
    let start = await service.requests.count
    let reports = try await reports(pusher, leads, by: .pagesThenImport)
    #expect(reports.allSatisfy { if case .created = $0.outcome { true } else { false } })
    #expect(await service.requestCountsByOperation["contacts.create"] == 2)
    #expect(await service.requestCountsByOperation["activities.importContacts"] == 1)
    let requests = await service.requests.count - start
    #expect(plan.option(for: .pagesThenImport)?.requests(missing: 3).contains(requests) == true)
    #expect(await service.contact(email: "choice@example.com")?.choices.isEmpty == false)
  }

  @Test func importsAreCutIntoChunks() async throws {
    let service = await service()
    var pusher = pusher(try await service.client())
    pusher.importRows = 30
    let reports = try await reports(pusher, leads(200), by: .pagesThenImport)
    #expect(reports.map(\.position) == Array(0..<200))
    #expect(reports.allSatisfy { if case .created = $0.outcome { true } else { false } })
    #expect(await service.requestCountsByOperation["activities.importContacts"] == 7)
    #expect(await service.allContacts.count == 200)
  }

  @Test func bytesOfAnImportStayBelowTheLimit() async throws {
    let service = await service()
    let leads = (0..<4_500).map { number in
      var lead = Lead(email: "new\(number)@example.com")
      // Each character takes six bytes in JSON.
      lead.address.street = String(repeating: "\u{1}", count: 150)
      return lead
    }
    let pusher = pusher(try await service.client())
    let plan = try await pusher.plan(leads)
    let start = await service.requests.count
    let reports = try await reports(pusher, leads, by: .pagesThenImport)
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == 4_500)
    let imports = await service.requestCountsByOperation["activities.importContacts"] ?? 0
    #expect(imports >= 2)
    let requests = await service.requests.count - start
    #expect(plan.option(for: .pagesThenImport)?.requests(missing: 4_500).contains(requests) == true)
  }

  @Test func failedImportIsReportedForEachLead() async throws {
    let service = await service()
    await service.endNextActivity(.failed("The import failed"))
    let reports = try await reports(pusher(service.client()), leads(4), by: .pagesThenImport)
    for report in reports {
      guard case .failed(let error) = report.outcome else { throw TestFailure("\(report)") }
      #expect(error.code == .activityFailed && error.effect == .uncertain)
    }
    #expect(await service.writes.isEmpty)
  }

  @Test func lostResponseOfAnImportIsUncertainAndCanBePushedAgain() async throws {
    let service = await service()
    try await service.inject(.dropAfterWrite, into: "POST /activities/contacts_json_import")
    let pusher = pusher(try await service.client())
    let first = try await reports(pusher, leads(4), by: .pagesThenImport)
    for report in first {
      guard case .failed(let error) = report.outcome else { throw TestFailure("\(report)") }
      #expect(error.effect == .uncertain)
    }
    let second = try await reports(pusher, leads(4), by: .pagesThenImport)
    #expect(second.allSatisfy { if case .skipped(.exists(.active)) = $0.outcome { true } else { false } })
    #expect(await service.allContacts.count == 4)
  }

  @Test func failedSnapshotAttemptsNothing() async throws {
    let service = await service()
    await service.inject(.status(404), times: 100) { $0.operation == "contacts.list" }
    let reports = try await reports(pusher(service.client()), leads(4), by: .pagesThenCreate)
    guard case .failed(let error) = reports[0].outcome else { throw TestFailure("\(reports)") }
    #expect(error.code == .notFound)
    #expect(reports.dropFirst().allSatisfy { if case .notAttempted = $0.outcome { true } else { false } })
    #expect(await service.writes.isEmpty)
  }

  @Test func conflictAfterASnapshotIsSkipped() async throws {
    let service = await service()
    let client = try await client(of: service, through: Newcomer(base: service, state: .unsubscribed))
    let reports = try await reports(pusher(client), leads(4), by: .pagesThenCreate)
    guard case .skipped(.exists(.unsubscribed)) = reports[1].outcome else { throw TestFailure("\(reports)") }
    #expect(await service.contact(email: "new1@example.com")?.firstName == "Other")
  }

  @Test(arguments: PushWay.allCases) func dryRunWritesNothing(way: PushWay) async throws {
    let service = await service()
    await fill(service, 300)
    let pusher = pusher(try await service.client()) {
      $0.createsCustomFields = true
      $0.createsCustomFieldChoices = true
    }
    var dry: [DeliveryReport] = []
    for try await report in pusher.dryRun(leads(100), by: way) { dry.append(report) }
    dry.sort { $0.position < $1.position }
    #expect(await service.writes.isEmpty)
    #expect(await service.requests.allSatisfy { $0.method == "GET" || $0.operation == "activities.exportContacts" })
    #expect(await service.customFields.count == 2)
    for (position, report) in dry.enumerated() {
      #expect(report.position == position && report.status == .skipped)
      switch report.outcome {
      case .wouldCreate: #expect(position % 2 == 1)
      case .skipped(.exists): #expect(position % 2 == 0)
      default: Issue.record("\(report)")
      }
    }
  }

  @Test func dryRunOfUpdatesWritesNothing() async throws {
    let service = await service()
    await fill(service, 8)
    let pusher = try await service.client().pusher {
      $0.lists = [.name("Newsletter")]
      $0.existingContact = .fillEmpty
    }
    var outcomes: Set<String> = []
    for try await report in pusher.dryRun((0..<9).map { lead("old\($0)@example.com", $0) }) {
      outcomes.insert(String("\(report.outcome)".prefix { $0 != "(" }))
    }
    #expect(outcomes == ["would be updated", "would be created", "skipped: the contact exists "])
    #expect(await service.writes.isEmpty)
  }

  @Test func progressCoversSnapshotAndLeads() async throws {
    let service = await service()
    await fill(service, 600)
    let (snapshot, delivery) = (LastProgress(), LastProgress())
    let pusher = pusher(try await service.client()) {
      $0.progress = { ($0.phase == .snapshot ? snapshot : delivery).note($0.work) }
    }
    let reports = try await pusher.reports(leads(400))
    #expect(reports.count == 400)
    #expect(snapshot.value?.completed == 600 && snapshot.value?.fraction == 1)
    #expect(delivery.value?.completed == 400 && delivery.value?.total == 400)
  }
}

/// Adds a contact that has the address of a lead, once the snapshot has been read.
private struct Newcomer: HTTPTransport {
  let base: FakeConstantContact
  let state: FakeConstantContact.Contact.State

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if request.method == .post, await base.contact(email: "new1@example.com") == nil {
      await base.add(.init(address: "new1@example.com", state: state, firstName: "Other"))
      try await base.configuration.time.sleepDuringWork(for: .seconds(10))
    }
    return try await base.send(request)
  }
}

/// Returns exports without rows.
private struct EmptyExport: HTTPTransport {
  let base: FakeConstantContact

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let response = try await base.send(request)
    guard request.operation == "activities.exportedCSV" else { return response }
    return TransportResponse(
      status: response.status, headers: response.headers, body: Data("Email address\r\n".utf8))
  }
}

/// Replaces the first contact of each page by one that cannot be read.
private struct UnreadableContact: HTTPTransport {
  let base: FakeConstantContact

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let response = try await base.send(request)
    guard request.operation == "contacts.list", request.method == .get,
      var body = try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any],
      var contacts = body["contacts"] as? [Any], contacts.count > 1
    else { return response }
    contacts[0] = 17
    body["contacts"] = contacts
    return TransportResponse(
      status: response.status, headers: response.headers, body: try JSONSerialization.data(withJSONObject: body))
  }
}
