import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

/// From the browser's callback to stored tokens.
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

  /// What the browser comes back with when the owner agrees.
  private func callback(to request: AuthorizationRequest, state: String? = nil) async throws -> URL {
    let code = await service.issueAuthorizationCode(
      redirectURI: request.redirectURI, codeChallenge: item("code_challenge", of: request))
    var parts = try #require(URLComponents(string: request.redirectURI))
    parts.queryItems = [
      URLQueryItem(name: "code", value: code), URLQueryItem(name: "state", value: state ?? item("state", of: request)),
    ]
    return try #require(parts.url)
  }

  @Test func storesTheTokensBeforeItSaysConnected() async throws {
    let consent = try await consent()
    let reply = await consent.take(try await callback(to: consent.request))
    guard case .connected = reply else { throw Unexpected(reply) }
    let stored = try #require(await store.load())
    let grant = try await consent.grant()
    #expect(stored.accessToken == grant.credentials.accessToken && stored.refreshToken != nil)
  }

  @Test func goesOnAfterAnAnswerToAnotherRequest() async throws {
    let consent = try await consent()
    let foreign = await consent.take(try await callback(to: consent.request, state: "somebody-elses"))
    guard case .notTheAnswer = foreign else { throw Unexpected(foreign) }
    #expect(await store.load() == nil)
    #expect(await service.requests.isEmpty)
    let right = await consent.take(try await callback(to: consent.request))
    guard case .connected = right else { throw Unexpected(right) }
  }

  /// A page that is loaded again brings the same code again.
  @Test func aSecondTimeChangesNothing() async throws {
    let consent = try await consent()
    let callback = try await callback(to: consent.request)
    _ = await consent.take(callback)
    let again = await consent.take(callback)
    guard case .notTheAnswer = again else { throw Unexpected(again) }
    let grant = try await consent.grant()
    #expect(await store.load()?.accessToken == grant.credentials.accessToken)
  }

  @Test func deniedIsTheEnd() async throws {
    let consent = try await consent()
    let state = try #require(item("state", of: consent.request))
    let url = try #require(URL(string: "http://localhost:8888/callback?error=access_denied&state=\(state)"))
    guard case .failed(let error as OAuthError) = await consent.take(url) else { throw Unexpected(nil) }
    #expect(Ending(error)?.status == 3)
    await #expect(throws: OAuthError.self) { try await consent.grant() }
    #expect(await store.load() == nil)
  }

  @Test func aWrongSecretIsTheEnd() async throws {
    let consent = try await consent(secret: "wrong")
    guard case .failed(let error as OAuthError) = await consent.take(try await callback(to: consent.request)) else {
      throw Unexpected(nil)
    }
    #expect(error.code == .invalidClient && Ending(error)?.status == 3)
  }

  @Test func tokensThatCannotBeStoredAreNotConnected() async throws {
    let consent = try await consent(store: FullStore())
    guard case .failed = await consent.take(try await callback(to: consent.request)) else { throw Unexpected(nil) }
    await #expect(throws: OAuthError.self) { try await consent.grant() }
  }

  /// The code is spent once it has been sent: giving up then would lose the tokens.
  @Test func whatHasBegunIsFinishedThoughNobodyWaits() async throws {
    let consent = try await consent()
    let callback = try await callback(to: consent.request)
    let caller = Task { await consent.take(callback) }
    caller.cancel()
    _ = await caller.value
    #expect(await consent.settle() != nil)
    #expect(await store.load() != nil)
  }

  @Test func aWaitCanBeGivenUp() async throws {
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

/// A store without room.
private struct FullStore: TokenStore {
  func load() async throws -> OAuthCredentials? { nil }
  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    throw OAuthError(.storage, message: "no space left")
  }
  func clear() async throws {}
}
