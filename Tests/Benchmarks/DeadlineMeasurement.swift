import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import SandboxServer

/// Measures in real time how long after its deadline a call ends, whatever it waits for.
///
/// Run it with `swift run -c release benchmarks deadline [calls]`.
struct DeadlineMeasurement {
  let calls: Int
  private let deadline = Duration.milliseconds(500)

  private struct HangingTokens: AccessTokenProvider {
    func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      return AccessToken("never")
    }
  }

  private struct HangingTransport: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      return TransportResponse(status: 200)
    }
  }

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "deadline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print("\(calls) calls each, at the same time, with a deadline of 500 ms; time from the deadline to the error")
    let token = StaticTokenProvider(AccessToken("t"))

    try await measure("a token provider that never returns") {
      client(tokens: HangingTokens(), transport: ScriptedTransport())
    }

    let limitFile = folder.appending(path: "limit.json")
    let limitLock = try await FileLock.acquire(at: limitFile.path + ".lock")
    let shared = RateLimit(perSecond: 1_000_000, perDay: .max, store: FileRateLimitStore(file: limitFile))
    try await measure("a rate limit file locked by another process") {
      client(tokens: token, transport: ScriptedTransport(), rateLimit: shared)
    }
    limitLock.release()

    let tokenFile = folder.appending(path: "tokens.json")
    let store = FileTokenStore(file: tokenFile)
    _ = try await store.save(
      OAuthCredentials(accessToken: "old", refreshToken: "r", expiresAt: .distantPast), replacing: nil)
    let refreshLock = try await FileLock.acquire(at: tokenFile.path + ".refresh.lock")
    let source = TokenSource(
      client: OAuthClient(clientID: "id", clientSecret: "secret"), transport: ScriptedTransport(), store: store)
    try await measure("a refresh lock held by another process") {
      client(tokens: source, transport: ScriptedTransport())
    }
    refreshLock.release()

    let busy = RateLimit(perSecond: 1, perDay: .max)
    try await measure("background calls behind interactive ones") {
      var client = client(tokens: token, transport: HangingTransport(), rateLimit: busy)
      client = client.with { $0.priority = .background }
      return client
    }

    try await measure("a transport that never returns") { client(tokens: token, transport: HangingTransport()) }

    let fake = FakeConstantContact()
    await fake.acceptAccessToken("t")
    await fake.inject(.timeout, times: .max)
    let server = SandboxServer(fake)
    try await server.start()
    if let url = await server.url {
      try await measure("a server that never responds, over HTTP") {
        client(tokens: token, transport: URLSessionTransport.shared, baseURL: url.appending(path: "v3"))
      }
    }
    await server.stop()
  }

  private func client(
    tokens: any AccessTokenProvider,
    transport: any HTTPTransport,
    rateLimit: RateLimit = RateLimit(perSecond: 1_000_000, perDay: .max),
    baseURL: URL? = nil
  ) -> ConstantContact {
    var configuration = ConstantContactConfiguration(rateLimit: rateLimit)
    configuration.deadline = deadline
    if let baseURL { configuration.baseURL = baseURL }
    return ConstantContact(tokens: tokens, transport: transport, configuration: configuration)
  }

  private func measure(_ name: String, _ makeClient: () -> ConstantContact) async throws {
    let client = makeClient()
    let clock = ContinuousClock()
    let late = try await withThrowingTaskGroup(of: Double.self) { group in
      for _ in 0..<calls {
        group.addTask {
          let start = clock.now
          do {
            _ = try await client.lists.list().collect()
            return .nan
          } catch {
            return (clock.now - start - deadline) / .milliseconds(1)
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted()
    }
    let unended = late.count { $0.isNaN }
    print(
      String(
        format: "%6.1f ms median, %6.1f ms at most, %d without an error: ", late[late.count / 2],
        late.filter { !$0.isNaN }.max() ?? 0, unended) + name)
  }
}
