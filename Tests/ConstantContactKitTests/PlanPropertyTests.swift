import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Random accounts, leads, options and ways, with and without faults.
@Suite struct PlanPropertyTests {
  private static let faults: [InjectedFault] = [
    .status(500), .status(502, body: "<html>Bad gateway</html>"), .status(503), .throttled, .unauthorized, .timeout,
    .timeoutAfterWrite, .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .malformedJSON, .latency(.seconds(2)),
    .status(409, body: #"[{"error_key":"contacts.api.conflict","error_message":"Email already exists"}]"#),
    .status(400, body: #"[{"error_key":"contacts.api.validation.error","error_message":"no"}]"#),
  ]

  private struct Run {
    let service: FakeConstantContact
    let pusher: ContactPusher
    let leads: [Lead]
    let way: PushWay
    let hasExactCost: Bool
  }

  private func run(_ random: inout SplitMix64, seed: Int) async throws -> Run {
    let clock = ManualClock(automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.seed = UInt64(seed)
    configuration.randomFaults = Self.faults
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    await service.add(list: "Customers")
    await service.add(customField: "Color")
    await service.add(customField: "Size", type: "single_select", choices: ["S"])
    let size = [0, 3, 40, 700].randomElement(using: &random) ?? 0
    for number in 0..<size {
      let state = FakeConstantContact.Contact.State.allCases.randomElement(using: &random) ?? .implicit
      await service.add(.init(address: "LEAD\(number * 2)@example.com", state: state, firstName: "Old"))
    }
    // The contacts have existed for a while.
    await clock.advance(by: .seconds(3_600))
    let (mayChoose, mayCreate) = (Bool.random(using: &random), Bool.random(using: &random))
    let leads = (0..<Int.random(in: 0...90, using: &random)).map { _ in
      var lead = Lead(email: "lead\(Int.random(in: 0..<90, using: &random))@example.com", firstName: "New")
      if Int.random(in: 0..<15, using: &random) == 0 { lead.workEmail = "n/a" }
      if Int.random(in: 0..<4, using: &random) == 0 { lead.customFields = ["color": "blue", "Other": "L"] }
      if mayChoose, Int.random(in: 0..<6, using: &random) == 0 { lead.customFields["Size"] = "S" }
      if mayChoose, Int.random(in: 0..<9, using: &random) == 0 {
        lead.workEmail = String(repeating: "a", count: 50) + (lead.workEmail ?? "")
      }
      return lead
    }
    var pusher = try await service.client().pusher {
      $0.strategy = .fewestRequests
      $0.lists =
        [[.name("Newsletter")], [.name("newsletter"), .name("Customers")]].randomElement(using: &random) ?? []
      $0.createsCustomFields = mayCreate
      $0.concurrency = Int.random(in: 1...8, using: &random)
    }
    pusher.importRows = [7, 40, 40_000].randomElement(using: &random) ?? 40_000
    let way = PushWay.allCases.randomElement(using: &random) ?? .oneByOne
    return Run(service: service, pusher: pusher, leads: leads, way: way, hasExactCost: !mayChoose && !mayCreate)
  }

  /// The requests to the API, without those for tokens.
  private func requests(_ service: FakeConstantContact) async -> Int {
    await service.requests.count { !$0.path.hasPrefix("/oauth2") }
  }

  private func pushed(_ run: Run) async throws -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    for try await report in run.pusher.push(run.leads, by: run.way) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }

  @Test(arguments: 1...60) func planEqualsTheRequestsWhenNothingFails(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let run = try await run(&random, seed: seed)
    let plan = try await run.pusher.plan(run.leads)
    let option = try #require(plan.option(for: run.way))
    #expect(option.isAvailable)
    let existing = Set(await run.service.allContacts.compactMap { $0.address?.lowercased() })
    let ready = run.pusher.check(run.leads).ready
    let missing = ready.count { !existing.contains(run.leads[$0].workEmail?.lowercased() ?? "") }
    let before = await requests(run.service)
    let reports = try await pushed(run)
    let made = await requests(run.service) - before
    #expect(reports.count == run.leads.count)
    #expect(reports.count { if case .created = $0.outcome { true } else { false } } == missing)
    let planned = option.requests(missing: missing)
    #expect(planned.contains(made), "seed \(seed): \(run.way) made \(made), planned \(planned)")
    #expect(option.requests.lowerBound <= made && made <= option.requests.upperBound)
    if run.hasExactCost, run.pusher.importRows == 40_000 { #expect(planned == made...made, "seed \(seed)") }
    #expect(run.pusher.options.concurrency > 0 && made <= option.maximumRequests)
  }

  @Test(arguments: 1...80) func planIsAnUpperBoundAndReportsAreTrueWhenCallsFail(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed) << 20)
    let run = try await run(&random, seed: seed)
    let plan = try await run.pusher.plan(run.leads)
    let contacts = await run.service.allContacts
    let rate = Double.random(in: 0...0.4, using: &random)
    for operation in FakeConstantContact.operations {
      try await run.service.setFaultRate(rate, Self.faults, of: "\(operation.method) \(operation.path)")
    }
    let before = await requests(run.service)
    let reports = try await pushed(run)
    let made = await requests(run.service) - before
    let bound = try #require(plan.option(for: run.way)).maximumRequests
    #expect(made <= bound, "seed \(seed): \(run.way) made \(made), at most \(bound)")
    try await verify(reports, run, contacts)
  }

  private func verify(
    _ reports: [DeliveryReport], _ run: Run, _ before: [FakeConstantContact.Contact]
  ) async throws {
    #expect(reports.map(\.position) == Array(run.leads.indices))
    for contact in before { #expect(await run.service.contact(id: contact.id) == contact) }
    let creations = await run.service.writes.filter { $0.resource == .contact }
    #expect(creations.allSatisfy { $0.kind == .created })
    let addresses = creations.compactMap { $0.address?.lowercased() }
    #expect(Set(addresses).count == addresses.count)
    let existing = Set(before.compactMap { $0.address?.lowercased() })
    for report in reports {
      let email = report.email?.lowercased() ?? ""
      let created = creations.first { $0.address?.lowercased() == email }
      switch report.outcome {
      case .created:
        #expect(created != nil && created?.id == report.contactID?.rawValue, "\(report)")
      case .skipped(.exists(let state)):
        #expect(existing.contains(email) || state == nil && created == nil, "\(report)")
      case .skipped(.duplicate(let first)):
        #expect(reports[first].email?.lowercased() == email)
      case .skipped, .notAttempted:
        #expect(created == nil, "\(report)")
      case .failed(let error):
        #expect(error.effect != .none || created == nil, "\(report)")
      case .updated, .wouldCreate, .wouldUpdate:
        Issue.record("\(report)")
      }
    }
  }
}
