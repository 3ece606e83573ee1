import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import ExampleSupport
import Foundation

@testable import LeadWebhook

/// An account on a simulated clock, and a folder for services that come one after another.
final class Bench: Sendable {
  let clock = ManualClock(automatic: true)
  let account: FakeConstantContact
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("lead-webhook-\(UUID().uuidString)")
  private let noted = Locked<[String]>([])

  init(configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }) {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configure(&configuration)
    account = FakeConstantContact(configuration)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var notes: [String] { noted.withLock { $0 } }

  func folder(account: String = "test") async throws -> ServiceFolder {
    try await ServiceFolder(url, account: account, patience: .milliseconds(50))
  }

  /// A service that has started.
  func service(
    in folder: ServiceFolder,
    tokens: (any AccessTokenProvider)? = nil,
    options: ContactPusher.Options = .init(),
    retry: RetryPolicy = RetryPolicy(),
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

  /// Lets time pass until nothing waits any more.
  func finish(_ service: LeadService) async throws {
    var step = Duration.seconds(1)
    while await service.health.outbox.requests > 0 {
      try await clock.sleep(for: step)
      step = min(step * 2, .seconds(600))
    }
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

extension ManualClock {
  func sleep(for duration: Duration) async throws { try await sleep(until: now.advanced(by: duration)) }
}
