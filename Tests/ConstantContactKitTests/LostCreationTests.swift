import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Creations whose response is lost.
@Suite struct LostCreationTests {
  let clock = ManualClock(automatic: true)

  private func service(_ wording: FakeConstantContact.ConflictWording = .namesContact) -> FakeConstantContact {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.conflictWording = wording
    return FakeConstantContact(configuration)
  }

  @Test(arguments: FakeConstantContact.ConflictWording.allCases, [2, 4])
  func conflictAfterALostResponseIsCreated(wording: FakeConstantContact.ConflictWording, lag: Int) async throws {
    let service = service(wording)
    await service.inject(.dropAfterWrite) { $0.operation == "contacts.create" }
    let pusher = try await client(of: service, through: LaggingSearch(service, lookups: lag)).pusher()
    let report = try await pusher.push(Lead(email: "ann@example.com"))
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(report.notes == [.confirmedByLookup])
    #expect(await service.writes.map(\.id) == [report.contactID?.rawValue])
  }

  @Test(arguments: [2, 3])
  func conflictAfterALostResponseIsCreatedAfterTheQuotaResets(lag: Int) async throws {
    let service = service()
    await service.inject(.dropAfterWrite) { $0.operation == "contacts.create" }
    await service.inject(.quotaExceeded) { $0.operation == "contacts.create" }
    let pusher = try await client(of: service, through: LaggingSearch(service, lookups: lag))
      .pusher { $0.exceededQuota = .wait }
    let report = try await pusher.push(Lead(email: "ann@example.com"))
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(report.notes == [.confirmedByLookup])
    #expect(clock.elapsed > .seconds(3_600))
    #expect(await service.allContacts.count == 1)
  }

  @Test func exceededQuotaAfterALostResponseIsUncertain() async throws {
    let service = service()
    await service.inject(.dropBeforeWrite) { $0.operation == "contacts.create" }
    await service.inject(.quotaExceeded) { $0.operation == "contacts.create" }
    let report = try await service.client().pusher().push(Lead(email: "ann@example.com"))
    guard case .failed(let error) = report.outcome else { throw TestFailure("\(report)") }
    #expect(error.code == .quotaExceeded && error.effect == .uncertain)
    #expect(error.message.contains("look up the email address"))
  }

  @Test func olderContactIsNotClaimedAsCreated() async throws {
    let service = service()
    await service.add(.init(address: "ann@example.com"))
    await clock.advance(by: .seconds(86_400))
    await service.inject(.dropBeforeWrite) { $0.operation == "contacts.create" }
    let pusher = try await client(of: service, through: LaggingSearch(service, lookups: 2)).pusher()
    let report = try await pusher.push(Lead(email: "ann@example.com"))
    guard case .skipped(.exists(.active)) = report.outcome else { throw TestFailure("\(report)") }
    #expect(await service.writes.isEmpty)
  }

  @Test func retryPolicyAndDeadlineOfTheClientApply() async throws {
    let service = service()
    await service.inject(.dropBeforeWrite, times: .max) { $0.operation == "contacts.create" }
    let client = try await service.client()
    for (count, client) in [
      (1, client.with { $0.retry = RetryPolicy.none }), (1, client.with { $0.deadline = .seconds(10) }),
    ] {
      let before = await service.requestCountsByOperation["contacts.create", default: 0]
      var patient = client
      // A pause that exceeds the deadline of the second client.
      if patient.options.retry == nil { patient = patient.with { $0.retry = Self.slow } }
      let report = try await patient.pusher().push(Lead(email: "ann@example.com"))
      guard case .failed(let error) = report.outcome else { throw TestFailure("\(report)") }
      #expect(error.effect == .uncertain)
      #expect(await service.requestCountsByOperation["contacts.create", default: 0] - before == count)
    }
  }

  private static var slow: RetryPolicy {
    var policy = RetryPolicy()
    policy.baseDelay = .seconds(20)
    policy.random = { 0.9 }
    return policy
  }
}
