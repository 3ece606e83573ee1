import ConstantContactKit
import Foundation

/// A process that calls the API repeatedly until it is killed.
struct Worker {
  /// The settings, which are passed through the environment.
  struct Settings {
    static let prefix = "TOKEN_CROWD_"

    let server: URL
    let tokens: URL
    let deathRate: Double
    let refreshAhead: Duration

    var environment: [String: String] {
      [
        "SERVER": server.absoluteString, "TOKENS": tokens.path, "DEATH_RATE": "\(deathRate)",
        "REFRESH_AHEAD": "\(refreshAhead / .milliseconds(1))",
      ].reduce(into: [:]) { $0[Self.prefix + $1.key] = $1.value }
    }

    init(server: URL, tokens: URL, deathRate: Double, refreshAhead: Duration) {
      self.server = server
      self.tokens = tokens
      self.deathRate = deathRate
      self.refreshAhead = refreshAhead
    }

    init?(environment: [String: String]) {
      guard let server = environment[Self.prefix + "SERVER"].flatMap(URL.init),
        let tokens = environment[Self.prefix + "TOKENS"],
        let deathRate = environment[Self.prefix + "DEATH_RATE"].flatMap(Double.init),
        let ahead = environment[Self.prefix + "REFRESH_AHEAD"].flatMap(Double.init)
      else { return nil }
      self.init(
        server: server, tokens: URL(fileURLWithPath: tokens), deathRate: deathRate, refreshAhead: .milliseconds(ahead))
    }
  }

  let settings: Settings

  func run() async throws {
    let store = CrowdStore(
      file: settings.tokens, deathRate: settings.deathRate, refreshAhead: settings.refreshAhead)
    let app = OAuthClient(
      clientID: "sandbox-client", clientSecret: "sandbox-secret",
      baseURL: settings.server.appending(path: "oauth2/default/v1"))
    let transport = SystemTransport.shared
    let source = TokenSource(client: app, transport: transport, store: store, refreshAhead: settings.refreshAhead)
    var configuration = ConstantContactConfiguration(rateLimit: RateLimit(perSecond: 100, perDay: .max))
    configuration.baseURL = settings.server.appending(path: "v3")
    let client = ConstantContact(tokens: source, transport: transport, configuration: configuration)
    let driver = getppid()
    // Ends the worker with its driver, even during a call.
    Task.detached {
      while getppid() == driver { try await Task.sleep(for: .milliseconds(200)) }
      exit(0)
    }
    while true {
      do {
        _ = try await client.lists.find(named: "Newsletter")
        Journal.write(.call)
      } catch let error as ConstantContactError {
        if let cause = error.cause as? OAuthError, cause.code == .responseLost {
          Journal.write(.lost(try await source.currentCredentials()?.generation ?? -1))
        } else if error.code == .unauthorized {
          Journal.write(.late)
        } else {
          Journal.write(.failed("\(error) \(error.cause.map { "\($0)" } ?? "")"))
        }
      }
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...80)))
    }
  }
}
