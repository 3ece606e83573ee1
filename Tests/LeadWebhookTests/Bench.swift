import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation

@testable import LeadWebhook

/// An account on a simulated clock that only the test advances, and a folder for consecutive services.
final class Bench: Sendable {
  let clock = ManualClock()
  let account: FakeConstantContact
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("lead-webhook-\(UUID().uuidString)")
  private let recorder = Recorder()

  init(configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }) {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    // No lead waits for the rate limit, so that time passes only in tests that are about time.
    configuration.requestsPerSecond = 1_000
    configure(&configuration)
    account = FakeConstantContact(configuration)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var notes: [String] { recorder.lines }

  func folder(patience: Duration = .seconds(10)) async throws -> ServiceFolder {
    try await ServiceFolder(url, patience: patience)
  }

  /// Returns a started service.
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
      note: { self.recorder.append($0) })
    try await service.start()
    return service
  }

  /// Returns when a condition holds, without advancing the clock.
  func until(_ condition: () async throws -> Bool) async rethrows {
    while try await !condition() { await Task.yield() }
  }

  /// Advances the clock whenever no lead is in progress, until none is left.
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

  /// Advances the clock in small steps, also while leads are in progress, until a condition holds.
  func flow(until condition: () async throws -> Bool) async rethrows {
    while try await !condition() { await clock.advance(by: .milliseconds(100)) }
  }

  /// The names of the files in the outbox.
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

/// Lines from any thread.
final class Recorder: @unchecked Sendable {
  // Safe to share: `recorded` is only accessed while `lock` is held.
  private let lock = NSLock()
  private var recorded: [String] = []

  var lines: [String] { lock.withLock { recorded } }

  func append(_ line: String) { lock.withLock { recorded.append(line) } }
}

extension Submission {
  /// Leads with these addresses.
  static func of(_ addresses: String..., key: String? = nil) throws -> Submission {
    let leads = addresses.map { "{\"work_email\": \"\($0)\"}" }.joined(separator: ",")
    return try Submission(body: Array("[\(leads)]".utf8), key: key)
  }
}
