import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Random leads, random faults and random existing contacts.
@Suite struct PushPropertyTests {
  private static let faults: [InjectedFault] = [
    .status(500), .status(502, body: "<html>Bad gateway</html>"), .status(503), .throttled, .quotaExceeded, .timeout,
    .timeoutAfterWrite, .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .malformedJSON, .latency(.seconds(2)),
    .status(409, body: #"[{"error_key":"contacts.api.conflict","error_message":"Email already exists"}]"#),
    .status(400, body: #"[{"error_key":"contacts.api.validation.error","error_message":"no"}]"#),
  ]

  private func lead(_ random: inout SplitMix64) -> Lead {
    var lead = Lead(email: "lead\(Int.random(in: 0..<40, using: &random))@example.com", firstName: "New")
    if Int.random(in: 0..<15, using: &random) == 0 { lead.workEmail = ["", "n/a"].randomElement(using: &random) }
    if Bool.random(using: &random) { lead.personalPhone = "555 0100" }
    if Int.random(in: 0..<4, using: &random) == 0 { lead.customFields = ["Color": "blue", "Size": "L"] }
    if Int.random(in: 0..<20, using: &random) == 0 { lead.jobTitle = String(repeating: "x", count: 51) }
    return lead
  }

  @Test(arguments: 1...60)
  func everyReportIsTrue(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let clock = ManualClock(automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.seed = UInt64(seed)
    configuration.faultRate = Double.random(in: 0...0.5, using: &random)
    configuration.randomFaults = Self.faults
    configuration.conflictWording = FakeConstantContact.ConflictWording.allCases[seed % 3]
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    await service.add(customField: "Color")
    for number in 0..<40 where Int.random(in: 0..<3, using: &random) == 0 {
      let state = FakeConstantContact.Contact.State.allCases.randomElement(using: &random) ?? .implicit
      await service.add(.init(address: "LEAD\(number)@example.com", state: state, firstName: "Old"))
    }
    let before = await service.allContacts
    let existing = Set(before.map(\.id))
    let leads = (0..<50).map { _ in lead(&random) }
    let pusher = try await service.client().pusher {
      $0.lists = Bool.random(using: &random) ? [.name("Newsletter")] : []
      $0.exceededQuota = Bool.random(using: &random) ? .wait : .stop
      $0.createsCustomFields = Bool.random(using: &random)
      $0.concurrency = Int.random(in: 1...8, using: &random)
    }
    let reports = try await pusher.reports(leads)

    #expect(reports.map(\.position) == Array(leads.indices))
    for contact in before { #expect(await service.contact(id: contact.id) == contact) }
    let writes = await service.writes
    let requests = await service.requests
    #expect(writes.allSatisfy { $0.kind == .created })
    let creations = writes.filter { $0.resource == .contact }
    let addresses = creations.compactMap { $0.address?.lowercased() }
    #expect(Set(addresses).count == addresses.count)
    #expect(Set(addresses).isDisjoint(with: before.compactMap { $0.address?.lowercased() }))
    for report in reports {
      let email = report.email?.lowercased() ?? ""
      let created = creations.first { $0.address?.lowercased() == email }
      let holder = await service.contact(email: email)
      switch report.outcome {
      case .created:
        #expect(created != nil && created?.id == report.contactID?.rawValue, "seed \(seed): \(report)")
      case .skipped(.exists(let state?)):
        #expect(holder.map { existing.contains($0.id) } == true, "seed \(seed): \(report)")
        #expect((holder?.state == .deleted) == (state == .deleted))
      case .skipped(.exists(nil)):
        // The API said so, and the contact could not be read.
        #expect(requests.contains { $0.operation == "contacts.create" && $0.status == 409 })
        #expect(created == nil)
      case .skipped(.duplicate(let first)):
        #expect(reports[first].email?.lowercased() == email)
      case .skipped:
        #expect(created == nil)
      case .failed(let error) where error.effect == .none:
        // A lead that failed before a request may repeat one that was delivered.
        #expect(created == nil || error.code == .invalidInput, "seed \(seed): \(report)")
      case .failed:
        break
      case .notAttempted:
        #expect(created == nil, "seed \(seed): \(report)")
      case .updated, .wouldCreate, .wouldUpdate:
        Issue.record("seed \(seed): \(report)")
      }
    }
  }
}
