import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import ExampleSupport
import Foundation

@testable import LeadWebhook

/// An account on a simulated clock that only the test moves, and a folder for services that come one after another.
final class Bench: Sendable {
  let clock = ManualClock()
  let account: FakeConstantContact
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("lead-webhook-\(UUID().uuidString)")
  private let noted = Locked<[String]>([])

  init(configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }) {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    // No lead waits for its turn, so that time has to pass only where a test is about it.
    configuration.requestsPerSecond = 1_000
    configure(&configuration)
    account = FakeConstantContact(configuration)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var notes: [String] { noted.withLock { $0 } }

  func folder(account: String = "test", patience: Duration = .seconds(10)) async throws -> ServiceFolder {
    try await ServiceFolder(url, account: account, patience: patience)
  }

  /// A service that has started.
  func service(
    in folder: ServiceFolder,
    tokens: (any AccessTokenProvider)? = nil,
    options: ContactPusher.Options = .init(),
    retry: RetryPolicy = .none,
    settings: ServiceSettings = .init()
  ) async throws -> LeadService {
    var client = try await account.client { $0.retry = retry }
    if let tokens {
      client = ConstantContact(tokens: tokens, transport: account, configuration: client.configuration)
    }
    let service = LeadService(
      pusher: ContactPusher(client, options: options), folder: folder, settings: settings, time: clock.timeSource,
      note: { note in self.noted.withLock { $0.append(note) } })
    try await service.start()
    return service
  }

  /// Returns when a condition holds, without letting time pass.
  func until(_ condition: () async throws -> Bool) async rethrows {
    while try await !condition() { await Task.yield() }
  }

  /// Lets time pass, each time nothing is under way, until nothing is left to do.
  func finish(_ service: LeadService) async {
    while true {
      var outbox = await service.health.outbox
      await until {
        outbox = await service.health.outbox
        return outbox.requests == 0 || outbox.underWay == 0 && clock.sleeperCount > 0
      }
      if outbox.requests == 0 { return }
      await clock.advanceToNextSleeper()
    }
  }

  /// Lets time pass in small steps, also for what is under way, until a condition holds.
  func flow(until condition: () async throws -> Bool) async rethrows {
    while try await !condition() { await clock.advance(by: .milliseconds(100)) }
  }

  /// The files of the outbox.
  var kept: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent("accepted").path) }
  }

  /// The lines of the results log.
  var logged: [String] {
    get throws {
      let folder = url.appendingPathComponent("results")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").map(
          String.init)
      }
    }
  }
}

extension Submission {
  /// Leads with these addresses.
  static func of(_ addresses: String..., key: String? = nil) throws -> Submission {
    let leads = addresses.map { "{\"work_email\": \"\($0)\"}" }.joined(separator: ",")
    return try Submission(body: Array("[\(leads)]".utf8), key: key)
  }
}
