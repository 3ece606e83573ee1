import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Single leads pushed concurrently through one pusher, one client and one set of tokens.
@Suite struct StrategyConcurrencyTests {
  let clock = ManualClock(automatic: true)

  @Test func concurrentPushesShareLookupsAndOneRefresh() async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.latency = .milliseconds(80)
    configuration.accessTokenLifetime = .seconds(600)
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    await service.add(customField: "Color")
    for number in 0..<20 { await service.add(.init(address: "lead\(number)@example.com", firstName: "Old")) }
    let before = await service.allContacts
    let pusher = try await service.client().pusher { $0.lists = [.name("Newsletter")] }
    // The access token has expired.
    await clock.advance(by: .seconds(601))
    let reports = try await withThrowingTaskGroup(of: (Int, DeliveryReport).self) { group in
      for number in 0..<60 {
        group.addTask {
          var lead = Lead(email: "lead\(number % 30)@example.com", firstName: "New")
          lead.customFields = ["Color": "blue"]
          return (number, try await pusher.push(lead))
        }
      }
      return try await group.reduce(into: [Int: DeliveryReport]()) { $0[$1.0] = $1.1 }
    }
    #expect(reports.count == 60)
    for (number, report) in reports {
      if number % 30 < 20 {
        guard case .skipped(.exists(.active)) = report.outcome else { throw TestFailure("\(number): \(report)") }
      }
      #expect(report.email == "lead\(number % 30)@example.com")
    }
    // Each of the 10 new addresses comes up twice and is created once.
    #expect(reports.values.count { if case .created = $0.outcome { true } else { false } } == 10)
    #expect(await service.allContacts.count == 30)
    for contact in before { #expect(await service.contact(id: contact.id) == contact) }
    #expect(await service.requests.count { $0.path.hasPrefix("/oauth2") } == 1)
    #expect(await service.requestCountsByOperation["lists.list"] == 1)
    #expect(await service.requestCountsByOperation["customFields.list"] == 1)
    #expect(await service.maxRequestsInAnySecond <= 4)
  }
}
