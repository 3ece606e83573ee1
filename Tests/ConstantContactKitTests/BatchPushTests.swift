import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct BatchPushTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  private func leads(_ count: Int) -> [Lead] {
    (0..<count).map { Lead(email: "lead\($0)@example.com", firstName: "L\($0)") }
  }

  private func push(_ leads: [Lead], _ pusher: ContactPusher) async throws -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    for try await report in pusher.push(leads) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }

  @Test func everyLeadHasOneReport() async throws {
    let service = service()
    let reports = try await push(leads(50), ContactPusher(service.client()))
    #expect(reports.map(\.position) == Array(0..<50))
    #expect(await service.allContacts.count == 50)
    #expect(await service.maxRequestsInAnySecond <= 4)
    #expect(await service.requests.allSatisfy { $0.status != 429 })
    // 100 requests at 4 per second: 24 full seconds pass before the last four.
    #expect(clock.elapsed >= .seconds(24))
    #expect(clock.elapsed < .seconds(26))
  }

  @Test func duplicatesArePushedOnce() async throws {
    let service = service()
    var leads = leads(3)
    leads.append(Lead(email: " LEAD1@Example.com"))
    var personal = Lead()
    personal.personalEmail = "lead2@example.com"
    leads.append(personal)
    let reports = try await push(leads, ContactPusher(service.client()))
    guard case .skipped(.duplicate(of: 1)) = reports[3].outcome, case .skipped(.duplicate(of: 2)) = reports[4].outcome
    else { throw TestFailure("\(reports)") }
    #expect(await service.requestCountsByOperation["contacts.create"] == 3)
  }

  @Test func leadThatFailedWithoutARequestHasNoDuplicates() async throws {
    let service = service()
    var tooLong = Lead(email: "ann@example.com")
    tooLong.jobTitle = String(repeating: "x", count: 51)
    let reports = try await push([tooLong, Lead(email: "ann@example.com")], ContactPusher(service.client()))
    guard case .failed = reports[0].outcome, case .created = reports[1].outcome else { throw TestFailure("\(reports)") }
  }

  @Test func oneFailureDoesNotStopTheOthers() async throws {
    let service = service()
    await service.inject(
      .status(400, body: #"[{"error_key":"contacts.api.validation.error","error_message":"no"}]"#), times: 1
    ) {
      $0.method == .post
    }
    let reports = try await push(leads(10), ContactPusher(service.client()))
    #expect(reports.count { if case .failed = $0.outcome { true } else { false } } == 1)
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == 9)
  }

  @Test func exceededQuotaStopsAndReportsTheRestAsNotAttempted() async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.requestsPerDay = 21
    let service = FakeConstantContact(configuration)
    let client = try await service.client { $0.rateLimit = RateLimit(time: clock.timeSource) }
    var options = ContactPusher.Options()
    options.concurrency = 1
    let reports = try await push(leads(30), ContactPusher(client, options: options))
    #expect(reports.count == 30)
    #expect(reports.prefix(10).allSatisfy { $0.status == .delivered })
    guard case .failed(let error) = reports[10].outcome else { throw TestFailure("\(reports[10])") }
    #expect(error.code == .quotaExceeded)
    #expect(error.resumesAt != nil)
    #expect(
      reports[11...].allSatisfy {
        if case .notAttempted(let error) = $0.outcome { error.code == .quotaExceeded } else { false }
      })
    #expect(await service.requests.count == 22)
  }

  @Test func missingScopeStopsBeforeAnyRequest() async throws {
    let service = service()
    let client = try await service.client(scopes: [.campaignData, .offlineAccess])
    let reports = try await push(leads(30), ContactPusher(client))
    #expect(reports.count == 30)
    let failures = reports.compactMap { if case .failed(let error) = $0.outcome { error } else { nil } }
    #expect(!failures.isEmpty && failures.count <= 8)
    for error in failures {
      #expect(error.code == .missingScope)
      #expect(error.scope == .contactData)
      #expect(error.description.contains("contact_data") && error.advice.kind == .reconnect)
    }
    #expect(await service.requests.isEmpty)
  }

  @Test func revokedTokensStopThePush() async throws {
    let service = service()
    let client = try await service.client()
    await service.revokeTokens()
    let reports = try await push(leads(30), ContactPusher(client))
    #expect(reports.count == 30)
    let codes = Set(reports.compactMap { if case .failed(let error) = $0.outcome { error.code } else { nil } })
    #expect(codes == [.reconnectRequired])
    #expect(reports.contains { if case .notAttempted = $0.outcome { true } else { false } })
    #expect(await service.writes.isEmpty)
  }

  @Test func leadsAreTakenWhenTheyAreNeeded() async throws {
    let service = service()
    let taken = Counter()
    let source = (0..<100).lazy.map { number -> Lead in
      taken.increment()
      return Lead(email: "lead\(number)@example.com")
    }
    var options = ContactPusher.Options()
    options.concurrency = 3
    var seen = 0
    for try await _ in try await ContactPusher(service.client(), options: options).push(source) {
      seen += 1
      #expect(taken.value <= seen + 3)
      if seen == 10 { break }
    }
  }

  @Test func cancellationEndsThePushAtOnce() async throws {
    let manual = ManualClock()
    let service = FakeConstantContact(.init(time: manual.timeSource))
    let client = try await service.client()
    let leads = leads(100)
    let task = Task {
      var count = 0
      for try await _ in ContactPusher(client).push(leads) { count += 1 }
      return count
    }
    // The limiter has granted four requests, and the clock stands still.
    await manual.waitForSleepers()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func concurrentPushesOfOneAddressCreateItOnce() async throws {
    let service = service()
    let pusher = try await ContactPusher(service.client())
    let reports = try await withThrowingTaskGroup(of: DeliveryReport.self) { group in
      for _ in 0..<20 { group.addTask { try await pusher.push(Lead(email: "ann@example.com")) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == 1)
    #expect(reports.count { if case .skipped(.exists(.active)) = $0.outcome { true } else { false } } == 19)
    #expect(await service.allContacts.count == 1)
  }

  @Test func exceededQuotaIsAwaitedOnRequest() async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.requestsPerDay = 21
    let service = FakeConstantContact(configuration)
    let client = try await service.client { $0.rateLimit = RateLimit(time: clock.timeSource) }
    var options = ContactPusher.Options()
    options.exceededQuota = .wait
    let reports = try await push(leads(30), ContactPusher(client, options: options))
    #expect(reports.map(\.position) == Array(0..<30))
    #expect(reports.allSatisfy { if case .created = $0.outcome { true } else { false } }, "\(reports)")
    #expect(await service.allContacts.count == 30)
    let days = Set(await service.requests.map { Int($0.date.timeIntervalSince1970 / 86_400) })
    // A lead that was stopped between lookup and creation is looked up again.
    #expect((3...4).contains(days.count))
  }

  @Test func creationWithALostResponseIsConfirmedAfterTheQuotaResets() async throws {
    let service = service()
    let requests = Counter()
    await service.inject(.dropAfterWrite) { $0.method == .post && $0.operation == "contacts.create" }
    await service.inject(.quotaExceeded) { request in
      guard request.method == .get else { return false }
      requests.increment()
      return requests.value == 2
    }
    var options = ContactPusher.Options()
    options.exceededQuota = .wait
    let report = try await ContactPusher(service.client(), options: options).push(Lead(email: "ann@example.com"))
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(report.notes == [.confirmedByLookup])
    #expect(await service.requestCountsByOperation["contacts.create"] == 1)
  }
}
