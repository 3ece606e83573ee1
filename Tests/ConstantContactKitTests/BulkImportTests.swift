import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct BulkImportTests {
  let clock = ManualClock(automatic: true)

  func service(
    _ change: (inout FakeConstantContact.Configuration) -> Void = { _ in }
  ) async -> FakeConstantContact {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    (configuration.activityDelay, configuration.activityDuration) = (.seconds(5), .seconds(20))
    change(&configuration)
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    return service
  }

  /// Existing contacts must be older than the import.
  func wait() async throws { try await clock.timeSource.sleep(for: .seconds(60)) }

  func work(
    _ service: FakeConstantContact, _ change: (inout BulkImport.Options) -> Void = { _ in }
  ) async throws -> BulkImport {
    var options = BulkImport.Options(lists: [.name("newsletter")])
    change(&options)
    return BulkImport(try await service.client(), options: options)
  }

  @Test func everyVerdictIsReported() async throws {
    let service = await service()
    await service.add(.init(address: "old@example.com", state: .explicit, firstName: "Old"))
    await service.add(.init(address: "out@example.com", state: .unsubscribed))
    await service.add(.init(address: "gone@example.com", state: .deleted))
    try await wait()
    var tooLong = ImportedContact(email: "long@example.com")
    tooLong.jobTitle = String(repeating: "x", count: 51)
    var refused = ImportedContact(email: "phone@example.com")
    refused.phone = String(repeating: "5", count: 30)
    let rows = [
      ImportedContact(email: "new@example.com", firstName: "New"), ImportedContact(email: "Old@example.com"),
      ImportedContact(email: "out@example.com"), tooLong, ImportedContact(email: " NEW@example.com "),
      ImportedContact(email: "not an address"), refused, ImportedContact(firstName: "Ann"),
      ImportedContact(email: "gone@example.com"),
    ]
    let report = try await work(service) { $0.holdBack = { $0 == "gone@example.com" ? .deleted : nil } }.run(rows)
    #expect(
      Array(report) == [
        .created, .updated, .heldBack(.unsubscribed),
        .rejected(.invalid("`row.job_title` is 51 characters; the limit is 50")), .rejected(.duplicate(of: 0)),
        .rejected(.invalid("`row.email` is not an email address")), .rejected(.rejectedByAPI),
        .rejected(.invalid("`row` has neither `email` nor `sms_number`")), .heldBack(.deleted),
      ])
    #expect(report.created == 1 && report.updated == 1 && report.rejected == 5 && report.heldBack == 2)
    #expect(report.unconfirmed == 0 && report.activities.count == 1)
    #expect("\(report)" == "9 contacts: 1 created, 1 updated, 5 rejected, 2 held back, 0 unconfirmed")
    #expect(await service.contact(email: "old@example.com")?.state == .explicit)
    #expect(await service.contact(email: "out@example.com")?.state == .unsubscribed)
    #expect(await service.contact(email: "out@example.com")?.lists.isEmpty == true)
    #expect(await service.contact(email: "gone@example.com")?.state == .deleted)
    #expect(await service.contact(email: "new@example.com")?.lists.count == 1)
  }

  @Test func verdictsContainNoPersonalData() async throws {
    let rows = [ImportedContact(email: "ann@example"), ImportedContact(email: "ann@example.com")]
    let report = try await work(service()).run(rows)
    #expect(!report.map(\.description).joined().contains("ann"))
  }

  @Test func anEmptyInputSendsNothing() async throws {
    let service = await service()
    let report = try await work(service).run([ImportedContact]())
    #expect(report.isEmpty && report.activities.isEmpty)
    #expect(await service.activityStates.isEmpty)
  }

  @Test func missingNamesEndTheImportBeforeAnythingIsSent() async throws {
    let service = await service()
    await service.add(customField: "Favorite color")
    var row = ImportedContact(email: "ann@example.com")
    row.customFields = ["Favourite color": "red", "Shoe size": "42"]
    let rows = [ImportedContact(email: "bob@example.com"), row]
    let error = try await errorThrown { try await work(service).run(rows) }
    #expect(error.code == .unknownName && error.message.contains("\"Favourite color\" (similar: \"Favorite color\")"))
    #expect(error.message.contains("\"Shoe size\"") && !error.message.contains("42"))
    let list = try await errorThrown { try await work(service) { $0.lists = [.name("Newsleter")] }.run(rows) }
    #expect(list.code == .unknownName && list.message.contains("Newsletter"))
    let none = try await errorThrown { try await work(service) { $0.lists = [] }.run(rows) }
    #expect(none.code == .invalidInput)
    #expect(await service.activityStates.isEmpty)
  }

  @Test(arguments: BulkImport.Options.Format.allCases)
  func customFieldsAndChoicesAreResolvedByName(format: BulkImport.Options.Format) async throws {
    let service = await service()
    let color = await service.add(customField: "Favorite color", type: "single_select", choices: ["Red", "Blue"])
    let note = await service.add(customField: "Note")
    var red = ImportedContact(email: "red@example.com")
    red.customFields = ["FAVORITE COLOR": " red ", "note": "a \"b\", c"]
    var green = ImportedContact(email: "green@example.com")
    green.customFields = ["Favorite_color": "green"]
    let report = try await work(service) { $0.format = format }.run([red, green])
    #expect(report[0] == .created)
    #expect(report[1] == .rejected(.invalid("the custom field `Favorite_color` does not have this choice")))
    let contact = await service.contact(email: "red@example.com")
    #expect(contact?.customFields[note] == "a \"b\", c")
    let choices = await service.choices(ofCustomField: color)
    #expect(contact?.choices[color] == choices["Red"].map { [$0] })

    let created = try await work(service) {
      ($0.createsCustomFields, $0.createsCustomFieldChoices, $0.format) = (true, true, format)
    }.run(
      {
        var new = green; new.customFields["Shoe size"] = "42"; return [new]
      }())
    #expect(Array(created) == [.created])
    #expect(await service.choices(ofCustomField: color)["green"] != nil)
    #expect(await service.customFields.values.contains("Shoe size"))
  }

  @Test func valuesThatOnlyJSONHoldsAreSentAsJSON() async throws {
    let service = await service()
    var row = ImportedContact(email: "ann@example.com")
    row.workPhone = "555 1234"
    row.workAddress = ImportedAddress(street: "1 Main St", city: "Boston")
    let rows = [ImportedContact(email: "bob@example.com", firstName: "Bob"), row]
    #expect(Array(try await work(service).run(rows)) == [.created, .created])
    #expect(await service.requestCountsByOperation["activities.importContacts"] == 1)
    #expect(await service.requestCountsByOperation["activities.importCSV"] == nil)
    let csv = try await work(service) { $0.format = .csv }.run(rows)
    #expect(csv[0] == .updated)
    #expect(csv[1] == .rejected(.invalid("`row.work_phone` has no column in CSV imports")))
  }

  @Test func aRowThatCannotFitIsRejected() async throws {
    let service = await service()
    var work = try await work(service)
    work.limits.bytes = 800
    await service.add(customField: "Note")
    var large = ImportedContact(email: "large@example.com")
    large.customFields = ["Note": String(repeating: "n", count: 250)]
    let report = try await work.run([
      ImportedContact(email: "a@example.com"), large, ImportedContact(email: "b@example.com"),
    ])
    #expect(report[0] == .created && report[2] == .created)
    guard case .rejected(.invalid(let reason)) = report[1] else { throw TestFailure("\(report[1])") }
    #expect(reason.contains("bytes; the limit of an import is 800"))
  }

  @Test(arguments: BulkImport.Options.Format.allCases)
  func chunksKeepToTheLimits(format: BulkImport.Options.Format) async throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<12 {
      let service = await service()
      await service.add(customField: "Note")
      let requests = Locked<[(bytes: Int, lines: Int)]>([])
      let counting = CountingTransport(base: service, requests: requests)
      var work = BulkImport(
        try await client(of: service, through: counting), options: .init(lists: [.name("Newsletter")]))
      work = try await self.work(of: work, format: format)
      work.limits.bytes = 1_500 + Int(random.next() % 4_000)
      work.limits.lines = 2 + Int(random.next() % 30)
      let rows = (0..<Int(random.next() % 120)).map { number in
        var row = ImportedContact(email: "p\(number)@example.com")
        if random.next() % 3 == 0 { row.lastName = String(repeating: "é,", count: Int(random.next() % 20)) }
        if random.next() % 5 == 0 {
          row.customFields = ["Note": String(repeating: "\"", count: Int(random.next() % 100))]
        }
        return row
      }
      let report = try await work.run(rows)
      #expect(report.allSatisfy { $0 == .created })
      #expect(await service.contactCount == rows.count)
      for request in requests.withLock({ $0 }) {
        #expect(request.bytes <= work.limits.bytes)
        if format == .csv { #expect(request.lines <= work.limits.lines) }
      }
      #expect(requests.withLock { $0.count } >= (rows.count + work.limits.lines - 1) / work.limits.lines)
    }
  }

  private func work(of work: BulkImport, format: BulkImport.Options.Format) async throws -> BulkImport {
    var options = work.options
    options.format = format
    return BulkImport(work.client, options: options)
  }

  @Test func progressIsReported() async throws {
    let service = await service()
    let steps = Locked<[BulkImport.Progress]>([])
    let rows = (0..<30).map { ImportedContact(email: "p\($0)@example.com") }
    var work = try await work(service) { $0.progress = { progress in steps.withLock { $0.append(progress) } } }
    work.limits.lines = 11
    _ = try await work.run(rows)
    let all = steps.withLock { $0 }
    for step in BulkImport.Progress.Step.allCases {
      let last = all.last { $0.step == step }
      #expect(last?.work.completed == 30 && last?.work.total == 30, "\(step)")
    }
  }

  @Test func withoutReconciliationRowsAreUnconfirmed() async throws {
    let service = await service()
    let report = try await work(service) { $0.reconciles = false }.run([ImportedContact(email: "a@example.com")])
    #expect(Array(report) == [.unconfirmed(.notReconciled)])
    #expect(await service.requestCountsByOperation["contacts.list"] == nil)
  }

  @Test(arguments: [FakeConstantContact.ActivityEnd.failed("no"), .cancelled, .timedOut])
  func rowsOfAFailedActivityAreUnconfirmed(end: FakeConstantContact.ActivityEnd) async throws {
    let service = await service()
    await service.endNextActivity(end)
    let report = try await work(service).run([ImportedContact(email: "a@example.com")])
    #expect(Array(report) == [.unconfirmed(.failedActivity)])
  }

  @Test func aRefusedChunkIsRejected() async throws {
    let service = await service()
    try await service.inject(
      .status(400, body: #"[{"error_key":"activities.api.validation.error","error_message":"bad column"}]"#),
      into: "POST /activities/contacts_file_import")
    let report = try await work(service).run([ImportedContact(email: "a@example.com")])
    guard case .rejected(.refused(let reason)) = report[0] else { throw TestFailure("\(report[0])") }
    #expect(reason.contains("bad column"))
  }

  /// A contact that the API rejected, and that has changed meanwhile for another reason, is not reported as updated.
  @Test func aChangeByOthersIsNotTakenForAnUpdate() async throws {
    let service = await service()
    let contact = await service.add(.init(address: "old@example.com", state: .deleted))
    try await wait()
    var row = ImportedContact(email: "old@example.com")
    row.phone = String(repeating: "5", count: 30)
    await service.edit(.reviveContact(contact.id)) { $0.operation == "activities.get" }
    #expect(Array(try await work(service).run([row])) == [.unconfirmed(.changedByOthers)])
  }

  @Test func contactsWithOnlyANumberAreImported() async throws {
    let service = await service()
    var row = ImportedContact()
    row.smsNumber = "508-123-1235"
    #expect(Array(try await work(service).run([row, row])) == [.created, .rejected(.duplicate(of: 0))])
  }

  @Test func requestsHaveBackgroundPriority() async throws {
    let work = try await work(service())
    #expect(work.client.options.priority == .background)
  }
}

/// Records the sizes of imports.
struct CountingTransport: HTTPTransport {
  let base: FakeConstantContact
  let requests: Locked<[(bytes: Int, lines: Int)]>

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if request.operation.hasPrefix("activities.import"), let body = try request.body?.data() {
      // The lines of the form around the file: five before it and, without permission for text messages, seven after it.
      let lines = body.count { $0 == 0x0A } - 10
      requests.withLock { $0.append((body.count, lines)) }
    }
    return try await base.send(request)
  }
}
