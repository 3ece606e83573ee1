import ConstantContactKit
import ConstantContactTesting
import Foundation
import Soak
import Testing

/// The environment variables `SOAK_SEEDS` and `SOAK_LEADS` extend the run; the full run uses 50 and 10,000.
@Suite struct SoakTests {
  private static let seeds = number("SOAK_SEEDS") ?? 2
  private static let leads = number("SOAK_LEADS") ?? 1_000

  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap(Int.init) }

  @Test(arguments: 1...seeds)
  func everyLeadHasOneTrueOutcomeWhenATenthOfTheRequestsFail(seed: Int) async throws {
    let clock = ManualClock(automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.seed = UInt64(seed)
    configuration.faultRate = 0.1
    configuration.randomFaults = Soak.faults
    configuration.latency = .milliseconds(seed % 3 * 60)
    configuration.conflictWording = FakeConstantContact.ConflictWording.allCases[seed % 3]
    configuration.accessTokenLifetime = .seconds(seed % 2 == 0 ? 900 : 86_400)
    // Two requests per lead: the daily quota ends in mid-run.
    configuration.requestsPerDay = Self.leads
    let service = FakeConstantContact(configuration)
    let soak = Soak(seed: UInt64(seed), count: Self.leads)
    let before = await soak.populate(service)
    // On even seeds the client assumes the default quota, so that the server enforces the smaller one.
    let client = try await service.client { settings in
      if seed % 2 == 0 { settings.rateLimit = RateLimit(perDay: 10_000, time: clock.timeSource) }
    }
    let reports = try await soak.push(client)

    let violations = await soak.violations(reports, service, before: before)
    #expect(violations == [], "\(violations)")
    let pace = await soak.pace(service)
    #expect(pace.perSecond <= 4)
    #expect(pace.days.count >= 2, "the quota did not pause the run")
    #expect(pace.days.allSatisfy { $0 <= Self.leads })
    #expect(pace.days.first == Self.leads, "the run paused before the daily quota was used up")
  }
}
