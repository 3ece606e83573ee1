import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@Suite struct ConsentCallbackTests {
  private let service = FakeConstantContact()
  private let store = MemoryTokenStore()

  private func flow(secret: String? = nil) -> AuthorizationFlow {
    let configuration = service.configuration
    let app = OAuthClient(
      clientID: configuration.clientID, clientSecret: secret ?? configuration.clientSecret,
      redirectURI: "http://localhost:8888/callback")
    return AuthorizationFlow(client: app, transport: service)
  }

  private func consent(secret: String? = nil, store: (any TokenStore)? = nil) async throws -> Consent {
    try await Consent(flow(secret: secret), scopes: [.contactData, .offlineAccess], store: store ?? self.store)
  }

  private func item(_ name: String, of request: AuthorizationRequest) -> String? {
    URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems?.first { $0.name == name }?.value
  }

  /// The callback of a browser after consent.
  private func callback(to request: AuthorizationRequest, state: String? = nil) async throws -> URL {
    let code = await service.issueAuthorizationCode(
      redirectURI: request.redirectURI, codeChallenge: item("code_challenge", of: request))
    var parts = try #require(URLComponents(string: request.redirectURI))
    parts.queryItems = [
      URLQueryItem(name: "code", value: code), URLQueryItem(name: "state", value: state ?? item("state", of: request)),
    ]
    return try #require(parts.url)
  }

  @Test func tokensAreStoredBeforeTheReply() async throws {
    let consent = try await consent()
    let reply = await consent.take(try await callback(to: consent.request))
    guard case .connected = reply else { throw Unexpected(reply) }
    let stored = try #require(await store.load())
    let grant = try await consent.grant()
    #expect(stored.accessToken == grant.credentials.accessToken && stored.refreshToken != nil)
  }

  @Test func callbackOfAnotherRequestIsIgnored() async throws {
    let consent = try await consent()
    let foreign = await consent.take(try await callback(to: consent.request, state: "foreign"))
    guard case .ignored = foreign else { throw Unexpected(foreign) }
    #expect(await store.load() == nil)
    #expect(await service.requests.isEmpty)
    let right = await consent.take(try await callback(to: consent.request))
    guard case .connected = right else { throw Unexpected(right) }
  }

  /// A page that is reloaded repeats the same code.
  @Test func repeatedCallbackHasTheSameReply() async throws {
    let consent = try await consent()
    let callback = try await callback(to: consent.request)
    _ = await consent.take(callback)
    let repeated = await consent.take(callback)
    guard case .connected = repeated else { throw Unexpected(repeated) }
    let grant = try await consent.grant()
    #expect(await store.load()?.accessToken == grant.credentials.accessToken)
    #expect(await service.requestCounts.filter { $0.key.contains("token") }.values.reduce(0, +) == 1)
  }

  /// The exchange is held until other requests have arrived at the redirect URI.
  @Test func strayCallbacksDuringTheExchangeDoNotEndIt() async throws {
    let store = HeldStore()
    let consent = try await consent(store: store)
    let callback = try await callback(to: consent.request)
    let exchange = Task { await consent.take(callback) }
    await store.isSaving()
    let strays = [
      "http://localhost:8888/callback", "http://localhost:8888/callback?code=c&state=foreign",
      callback.absoluteString + "&extra=1",
    ]
    for stray in strays {
      let reply = await consent.take(try #require(URL(string: stray)))
      guard case .ignored = reply else { throw Unexpected(reply) }
    }
    let reloaded = Task { await consent.take(callback) }
    await store.resume()
    for reply in [await exchange.value, await reloaded.value] {
      guard case .connected = reply else { throw Unexpected(reply) }
    }
    let grant = try await consent.grant()
    #expect(try await store.load()?.accessToken == grant.credentials.accessToken)
  }

  @Test func deniedConsentFails() async throws {
    let consent = try await consent()
    let state = try #require(item("state", of: consent.request))
    let url = try #require(URL(string: "http://localhost:8888/callback?error=access_denied&state=\(state)"))
    guard case .failed(let error as OAuthError) = await consent.take(url) else { throw Unexpected(nil) }
    #expect(Ending(error)?.status == 3)
    await #expect(throws: OAuthError.self) { try await consent.grant() }
    #expect(await store.load() == nil)
  }

  @Test func wrongSecretFails() async throws {
    let consent = try await consent(secret: "wrong")
    guard case .failed(let error as OAuthError) = await consent.take(try await callback(to: consent.request)) else {
      throw Unexpected(nil)
    }
    #expect(error.code == .invalidClient && Ending(error)?.status == 3)
  }

  @Test func tokensThatCannotBeStoredFail() async throws {
    let consent = try await consent(store: FullStore())
    guard case .failed = await consent.take(try await callback(to: consent.request)) else { throw Unexpected(nil) }
    await #expect(throws: OAuthError.self) { try await consent.grant() }
  }

  /// The code works only once: an abandoned exchange would lose the tokens.
  @Test func exchangeIsCompletedWhenTheCallerIsCancelled() async throws {
    let consent = try await consent()
    let callback = try await callback(to: consent.request)
    let caller = Task { await consent.take(callback) }
    caller.cancel()
    _ = await caller.value
    #expect(await consent.settle() != nil)
    #expect(await store.load() != nil)
  }

  @Test func waitForTheGrantCanBeCancelled() async throws {
    let consent = try await consent()
    let waiter = Task { try await consent.grant() }
    waiter.cancel()
    await #expect(throws: CancellationError.self) { try await waiter.value }
    #expect(await consent.settle() == nil)
  }
}

private struct Unexpected: Error {
  let reply: Consent.Reply?

  init(_ reply: Consent.Reply?) { self.reply = reply }
}

/// A store that saves after ``resume()`` only.
private actor HeldStore: TokenStore {
  private let base = MemoryTokenStore()
  private var held: CheckedContinuation<Void, Never>?

  func load() async throws -> OAuthCredentials? { await base.load() }

  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    await withCheckedContinuation { held = $0 }
    return await base.save(new, replacing: expected)
  }

  func clear() async throws { await base.clear() }

  func isSaving() async { while held == nil { await Task.yield() } }

  func resume() { held?.resume() }
}

/// A store that cannot save.
private struct FullStore: TokenStore {
  func load() async throws -> OAuthCredentials? { nil }
  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    throw OAuthError(.storage, message: "no space left")
  }
  func clear() async throws {}
}
