public import ConstantContactKit
internal import ConstantContactTesting
internal import Foundation
internal import SandboxServer

extension Soak {
  /// Pushes the leads over HTTP to a sandbox on this machine, in real time with short pauses.
  ///
  /// - Returns: Descriptions of all violated invariants.
  public func violations(over transport: any HTTPTransport) async throws -> [String] {
    var settings = FakeConstantContact.Configuration()
    settings.seed = seed
    settings.requestsPerSecond = 100_000
    settings.requestsPerDay = 100_000
    settings.faultRate = 0.1
    settings.randomFaults = [
      .throttled, .status(500), .status(503), .timeout, .timeoutAfterWrite, .dropBeforeWrite, .dropAfterWrite,
      .truncatedBody,
      .malformedJSON, .latency(.milliseconds(50)),
    ]
    let service = FakeConstantContact(settings)
    let before = await populate(service, refusingOneIn: 300)
    let server = SandboxServer(service, hold: .seconds(5))
    try await server.start()
    guard let url = await server.url else { return ["the server is not listening"] }

    var configuration = ConstantContactConfiguration(
      baseURL: url.appending(path: "v3"), rateLimit: RateLimit(perSecond: 10_000, perDay: 100_000))
    configuration.attemptTimeout = .seconds(1)
    configuration.retry.baseDelay = .milliseconds(20)
    configuration.retry.throttleDelay = .milliseconds(20)
    let tokens = await service.issueTokens()
    let store = MemoryTokenStore()
    try await store.replace(
      with: OAuthCredentials(accessToken: tokens.accessToken, refreshToken: tokens.refreshToken, scopes: [.contactData])
    )
    let app = OAuthClient(
      clientID: settings.clientID, clientSecret: settings.clientSecret,
      baseURL: url.appending(path: "oauth2/default/v1"))
    let client = ConstantContact(app: app, store: store, transport: transport, configuration: configuration)

    let reports = try await push(client, concurrency: 32)
    await server.stop()
    return await violations(reports, service, before: before)
  }
}
