public import ConstantContactKit
public import ConstantContactTesting
internal import Foundation

/// Many leads, pushed into an account where a tenth of the requests goes wrong, and what has to hold afterwards.
public struct Soak: Sendable {
  /// Decides the leads, who is there already, and the faults.
  public let seed: UInt64
  /// How many leads are pushed.
  public let count: Int

  /// Makes a soak.
  public init(seed: UInt64, count: Int) {
    self.seed = seed
    self.count = count
  }

  /// Whatever can go wrong with a request by chance. The day's own limit brings about that the quota is spent, and
  /// `populate(_:)` that tokens are refused.
  public static let faults: [InjectedFault] = [
    .throttled, .status(500), .status(502, body: "<html>Bad gateway</html>"), .status(503), .status(504), .timeout,
    .timeoutAfterWrite, .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .malformedJSON,
    .latency(.seconds(3)),
  ]

  /// Puts people into the account whom some of the leads will meet, and lets one request's token in so many be refused:
  /// by chance it would sometimes be twice in a row, and then a connection is rightly given up.
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
      await service.add(.init(address: address(number), state: state, firstName: "There", lastName: "Before"))
    }
    return await service.allContacts
  }

  /// The leads: a tenth is there already, one in 50 repeats an earlier one, one in 100 has no address.
  public var leads: [Lead] {
    (0..<count).map { number in
      if number % 100 == 99 { return Lead(email: nil, firstName: "Nobody") }
      if number % 50 == 48 { return Lead(email: address(number - 7).uppercased(), firstName: "Again") }
      return Lead(email: address(number), firstName: "L\(number)", lastName: "Soak")
    }
  }

  private func address(_ number: Int) -> String { "lead\(number).\(seed)@example.com" }

  /// Pushes the leads.
  public func push(_ client: ConstantContact, concurrency: Int = 8) async throws -> [DeliveryReport] {
    var options = ContactPusher.Options()
    options.spentQuota = .wait
    options.concurrency = concurrency
    var reports: [DeliveryReport] = []
    for try await report in ContactPusher(client, options: options).push(leads) { reports.append(report) }
    return reports.sorted { $0.position < $1.position }
  }

  /// Everything that is not as it has to be; empty when all is well.
  ///
  /// - Parameters:
  ///   - reports: What the push said.
  ///   - service: The account afterwards.
  ///   - before: Who was there before.
  public func violations(
    _ reports: [DeliveryReport],
    _ service: FakeConstantContact,
    before: [FakeConstantContact.Contact]
  ) async -> [String] {
    var violations: [String] = []
    func require(_ holds: Bool, _ what: @autoclosure () -> String) {
      if !holds { violations.append("seed \(seed): \(what())") }
    }
    require(reports.map(\.position) == Array(0..<count), "\(reports.count) outcomes for \(count) leads")

    let contacts = await service.allContacts
    var holders: [String: FakeConstantContact.Contact] = [:]
    for contact in contacts {
      guard let address = contact.address?.lowercased() else { continue }
      require(holders[address] == nil, "an address is there twice")
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
        require(holder?.id == report.contactID?.rawValue, "\(report) names somebody else")
        require(claimed.insert(report.contactID?.rawValue ?? "").inserted, "two leads claim one contact")
      case .skipped(.alreadyThere):
        require(holder != nil, "\(report), and nobody is there")
      case .failed(let error) where error.effect == .none:
        require(holder == nil, "\(report) is said to have had no effect")
      case .updated, .notTried:
        require(false, "\(report)")
      case .skipped, .failed:
        break
      }
    }
    let made = Set(writes.map(\.id))
    require(claimed.isSubset(of: made), "contacts are claimed that were not created")
    // What was created and not claimed is owned to as an outcome that is not known.
    let unsure = reports.count { if case .failed(let error) = $0.outcome { error.effect != .none } else { false } }
    require(made.count - claimed.count <= unsure, "\(made.count - claimed.count) creations unclaimed, \(unsure) unsure")
    return violations
  }

  /// The most requests in any second that the server saw, and how many it let through on each UTC day.
  public func pace(_ service: FakeConstantContact) async -> (perSecond: Int, days: [Int]) {
    let passed = await service.requests.filter { record in
      !record.path.hasPrefix("/oauth2") && (record.status != 429 || record.fault != nil)
    }
    let days = Dictionary(grouping: passed) { Int($0.date.timeIntervalSince1970 / 86_400) }
    return (await service.maxRequestsInAnySecond, days.sorted { $0.key < $1.key }.map(\.value.count))
  }
}
