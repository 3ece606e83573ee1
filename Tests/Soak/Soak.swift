public import ConstantContactKit
public import ConstantContactTesting
internal import Foundation

/// A long push into an account where a tenth of the requests fail, and the invariants that must hold afterwards.
public struct Soak: Sendable {
  /// Determines the leads, the existing contacts and the faults.
  public let seed: UInt64
  /// The number of leads.
  public let count: Int

  /// Creates a soak.
  public init(seed: UInt64, count: Int) {
    self.seed = seed
    self.count = count
  }

  /// The random faults. The daily limit exhausts the quota, and `populate(_:)` injects rejected tokens.
  public static let faults: [InjectedFault] = [
    .throttled, .status(500), .status(502, body: "<html>Bad gateway</html>"), .status(503), .status(504), .timeout,
    .timeoutAfterWrite, .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .malformedJSON,
    .latency(.seconds(3)),
  ]

  /// Adds existing contacts that some of the leads match, and rejects the token of every `interval`-th request.
  ///
  /// At random, two rejections in a row would happen, which correctly ends a connection.
  public func populate(_ service: FakeConstantContact, refusingOneIn interval: Int = 97) async -> [FakeConstantContact
    .Contact]
  {
    let requests = Locked(0)
    await service.inject(.unauthorized, times: .max) { request in
      guard !request.url.path().hasPrefix("/oauth2") else { return false }
      return requests.withLock {
        $0 += 1
        return $0 % interval == 0
      }
    }
    let states = FakeConstantContact.Contact.State.allCases
    for number in stride(from: 0, to: count, by: 10) {
      let state = states[(number / 10) % states.count]
      await service.add(.init(address: address(number), state: state, firstName: "Existing", lastName: "Contact"))
    }
    return await service.allContacts
  }

  /// The leads: one in 10 exists, one in 50 repeats an earlier one, one in 100 has no email address.
  public var leads: [Lead] {
    (0..<count).map { number in
      if number % 100 == 99 { return Lead(email: nil, firstName: "NoEmail") }
      if number % 50 == 48 { return Lead(email: address(number - 7).uppercased(), firstName: "Repeated") }
      return Lead(email: address(number), firstName: "L\(number)", lastName: "Soak")
    }
  }

  private func address(_ number: Int) -> String { "lead\(number).\(seed)@example.com" }

  /// Pushes the leads, and returns the reports in the order of the leads.
  public func push(_ client: ConstantContact, concurrency: Int = 8) async throws -> [DeliveryReport] {
    var options = ContactPusher.Options()
    options.exceededQuota = .wait
    options.concurrency = concurrency
    var reports: [DeliveryReport] = []
    for try await report in ContactPusher(client, options: options).push(leads) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }

  /// Returns descriptions of all violated invariants.
  ///
  /// - Parameters:
  ///   - reports: The reports of the push.
  ///   - service: The account afterwards.
  ///   - before: The contacts that existed before.
  public func violations(
    _ reports: [DeliveryReport],
    _ service: FakeConstantContact,
    before: [FakeConstantContact.Contact]
  ) async -> [String] {
    var violations: [String] = []
    func require(_ holds: Bool, _ what: @autoclosure () -> String) {
      if !holds { violations.append("seed \(seed): \(what())") }
    }
    require(reports.map(\.position) == Array(0..<count), "\(reports.count) reports for \(count) leads")

    let contacts = await service.allContacts
    var holders: [String: FakeConstantContact.Contact] = [:]
    for contact in contacts {
      guard let address = contact.address?.lowercased() else { continue }
      require(holders[address] == nil, "two contacts have one address")
      holders[address] = contact
    }
    for contact in before {
      require(await service.contact(id: contact.id) == contact, "\(contact) was written to")
    }
    let writes = await service.writes
    require(writes.allSatisfy { $0.kind == .created && $0.resource == .contact }, "something other than a creation")

    var claimed: Set<String> = []
    for report in reports {
      let holder = report.email.flatMap { holders[$0.lowercased()] }
      switch report.outcome {
      case .created:
        require(holder?.id == report.contactID?.rawValue, "\(report) names another contact")
        require(claimed.insert(report.contactID?.rawValue ?? "").inserted, "two leads claim one contact")
      case .skipped(.exists):
        require(holder != nil, "\(report), but the contact does not exist")
      case .failed(let error) where error.effect == .none:
        let existedBefore = before.contains { $0.id == holder?.id }
        require(holder == nil || existedBefore, "\(report) claims to have had no effect")
      case .updated, .notAttempted, .wouldCreate, .wouldUpdate:
        require(false, "\(report)")
      case .skipped, .failed:
        break
      }
    }
    let created = Set(writes.map(\.id))
    require(claimed.isSubset(of: created), "contacts are reported as created that were not")
    // A contact that was created but not reported as such belongs to a report with an uncertain outcome.
    let uncertain = reports.count { if case .failed(let error) = $0.outcome { error.effect != .none } else { false } }
    require(
      created.count - claimed.count <= uncertain,
      "\(created.count - claimed.count) creations unreported, \(uncertain) uncertain")
    return violations
  }

  /// Returns the most requests received in any second, and the number of accepted requests per UTC day.
  public func pace(_ service: FakeConstantContact) async -> (perSecond: Int, days: [Int]) {
    let accepted = await service.requests.filter { record in
      !record.path.hasPrefix("/oauth2") && (record.status != 429 || record.fault != nil)
    }
    let days = Dictionary(grouping: accepted) { Int($0.date.timeIntervalSince1970 / 86_400) }
    return (await service.maxRequestsInAnySecond, days.sorted { $0.key < $1.key }.map(\.value.count))
  }
}
