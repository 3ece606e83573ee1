import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Pushes 10,000 leads, half of them new, into an account of 20,000 contacts in all states, by each way: requests, time at the API's
/// limits, and CPU time with that of the in-memory account.
///
/// The accounts are compared contact by contact: existing contacts are unchanged, and the new ones are those of a push one by one. The
/// goal: at most 60 requests with the fewest.
struct PlanMeasurement {
  private static let states: [FakeConstantContact.Contact.State] = FakeConstantContact.Contact.State.allCases

  func run() async throws {
    let leads = (0..<10_000).map { number in
      var lead = Lead(email: number % 2 == 0 ? "old\(number)@example.com" : "new\(number)@example.com")
      (lead.firstName, lead.lastName, lead.companyName) = ("Ann \(number)", "Lee", "Example")
      if number % 3 == 0 { lead.workPhone = "555 \(number)" }
      if number % 5 == 0 { lead.address.city = "Boston" }
      if number % 7 == 0 { lead.customFields = ["Favorite color": "blue"] }
      return lead
    }
    var expected: [String: [String]]?
    for way in [nil] + PushWay.allCases.map(Optional.some) {
      let account = try await push(leads, by: way)
      let reference = expected ?? account
      expected = reference
      guard account == reference else {
        print("the account differs from that of the other ways")
        exit(1)
      }
    }
    print("all accounts are equal, contact by contact")
  }

  /// Pushes the leads into a new account.
  ///
  /// - Parameter way: The way; the one with the fewest requests when `nil`.
  /// - Returns: The values of the account's contacts, by address.
  private func push(_ leads: [Lead], by way: PushWay?) async throws -> [String: [String]] {
    let clock = ManualClock(automatic: true)
    var settings = FakeConstantContact.Configuration(time: clock.timeSource)
    settings.requestsPerDay = 100_000
    let fake = FakeConstantContact(settings)
    await fake.add(list: "Newsletter", id: "11111111-0000-0000-0000-000000000001")
    await fake.add(customField: "Favorite color", id: "22222222-0000-0000-0000-000000000001")
    for number in 0..<20_000 {
      let state = Self.states[number % Self.states.count]
      await fake.add(.init(address: "OLD\(number)@example.com", state: state, firstName: "Old"))
    }
    let before = await fake.allContacts
    var options = ContactPusher.Options()
    options.lists = [.name("Newsletter")]
    options.strategy = .fewestRequests
    let pusher = ContactPusher(try await fake.client(), options: options)
    let (start, cpu) = (clock.elapsed, Table.processTime())
    var created = 0
    let reports = if let way { pusher.push(leads, by: way) } else { pusher.push(leads) }
    for try await report in reports {
      if case .created = report.outcome { created += 1 }
    }
    let (time, cpuTime) = ((clock.elapsed - start) / .seconds(1), Table.processTime() - cpu)
    let requests = await fake.requests.count
    print(
      String(format: "%6d requests, %6.0f s at 4 requests/s, %6.2f s of CPU: ", requests, time, cpuTime)
        + (way.map(\.description) ?? "strategy fewestRequests"))
    var isRight = created == 5_000
    if way == nil { isRight = isRight && requests <= 60 }
    for contact in before where await fake.contact(id: contact.id) != contact { isRight = false }
    guard isRight else {
      print("\(created) contacts created, or an existing one was written to, or too many requests")
      exit(1)
    }
    return await values(of: fake)
  }

  private func values(of fake: FakeConstantContact) async -> [String: [String]] {
    var values: [String: [String]] = [:]
    for contact in await fake.allContacts {
      let json = try? JSONSerialization.jsonObject(with: contact.json) as? [String: Any]
      let phones = (json?["phone_numbers"] as? [[String: Any]] ?? []).map {
        "\($0["kind"] ?? "") \($0["phone_number"] ?? "")"
      }
      let addresses = (json?["street_addresses"] as? [[String: Any]] ?? []).map {
        "\($0["kind"] ?? "") \($0["city"] ?? "")"
      }
      values[contact.address?.lowercased() ?? ""] =
        [
          contact.state.rawValue, contact.firstName ?? "", contact.lastName ?? "", contact.companyName ?? "",
          contact.createSource ?? "",
        ] + contact.lists.sorted() + contact.customFields.map { "\($0.key)=\($0.value)" }.sorted() + phones.sorted()
        + addresses.sorted()
    }
    return values
  }
}
