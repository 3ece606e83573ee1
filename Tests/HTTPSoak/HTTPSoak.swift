public import ConstantContactKit
internal import ConstantContactTesting
internal import Foundation
internal import SandboxServer
internal import Soak

/// The soak over real HTTP: the same leads and the same faults, against the sandbox on this machine, in real time. Limits are
/// high and pauses short, so that it is over in seconds.
public enum HTTPSoak {
  /// Pushes leads into an account where a tenth of the requests goes wrong.
  ///
  /// - Parameters:
  ///   - seed: Decides the leads, who is there already, and the faults.
  ///   - count: How many leads are pushed.
  ///   - transport: What carries the bytes.
  /// - Returns: Everything that is not as it has to be, and how many requests the service saw.
  public static func run(
    seed: UInt64,
    count: Int,
    transport: any HTTPTransport
  ) async throws -> (violations: [String], requests: Int) {
    var account = FakeConstantContact.Configuration()
    account.seed = seed
    account.requestsPerSecond = 10_000
    account.requestsPerDay = 1_000_000
    account.faultRate = 0.1
    account.randomFaults = Soak.faults.map { if case .latency = $0 { .latency(.milliseconds(50)) } else { $0 } }
    let service = FakeConstantContact(account)
    let soak = Soak(seed: seed, count: count)
    let before = await soak.populate(service)
    let server = SandboxServer(service)
    try await server.start()
    do {
      let client = try await client(of: service, at: server, transport)
      let reports = try await soak.push(client, concurrency: 16)
      await server.stop()
      return (await soak.violations(reports, service, before: before), await service.requests.count)
    } catch {
      await server.stop()
      throw error
    }
  }

  private static func client(
    of service: FakeConstantContact,
    at server: SandboxServer,
    _ transport: any HTTPTransport
  ) async throws -> ConstantContact {
    guard let url = await server.url else { throw URLError(.badURL) }
    let tokens = await service.issueTokens(scopes: ["contact_data", "offline_access"])
    let store = MemoryTokenStore()
    try await store.replace(
      with: Credentials(
        accessToken: tokens.accessToken, refreshToken: tokens.refreshToken,
        expiresAt: Date(timeIntervalSinceNow: 86_400), scopes: [.contactData, .offlineAccess]))
    var settings = ConstantContactConfiguration(
      baseURL: url.appending(path: "v3"), rateLimit: RateLimit(perSecond: 1_000, perDay: 1_000_000))
    settings.attemptTimeout = .seconds(1)
    settings.retry.baseDelay = .milliseconds(20)
    settings.retry.throttleDelay = .milliseconds(20)
    let app = OAuthClient(
      clientID: service.configuration.clientID, clientSecret: service.configuration.clientSecret,
      baseURL: url.appending(path: "oauth2/default/v1"))
    return ConstantContact(app: app, store: store, transport: transport, configuration: settings)
  }
}
