import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

struct RedactionTests {
  private let secrets = ["acc3ss-S", "r3fresh-S", "cl1ent-S", "1d-S", "c0de-S", "ver1fier-S"]
  private let app = OAuthClient(clientID: "1d-S", clientSecret: "cl1ent-S", redirectURI: "https://localhost")
  private let pair = OAuthCredentials(accessToken: "acc3ss-S", refreshToken: "r3fresh-S", scopes: [.contactData])

  private func expectClean(_ value: some Any, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = allDescriptions(value)
    for secret in secrets { #expect(!text.contains(secret), sourceLocation: sourceLocation) }
  }

  @Test func descriptionsContainNoSecret() async throws {
    let store = MemoryTokenStore(pair)
    let server = TokenServer()
    let source = TokenSource(client: app, transport: server, store: store, time: LeapClock().timeSource)
    _ = try await source.accessToken()
    expectClean(app)
    expectClean(pair)
    expectClean([pair])
    expectClean(Optional(pair))
    expectClean(pair.token)
    expectClean(StaticTokenProvider(pair.token))
    expectClean(TokenClient(client: app, transport: server))
    expectClean(store)
    expectClean(source)
    expectClean(try #require(AccessTokenClaims(token: jwt(#"{"sub":"acc3ss-S"}"#))))
    #expect("\(pair)".contains("contact_data"))
  }

  @Test func sourceWithARejectedRefreshTokenContainsNoSecret() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }])
    let source = TokenSource(
      client: app, transport: server, store: MemoryTokenStore(pair), time: LeapClock().timeSource)
    _ = try await oauthError { try await source.accessToken(replacing: pair.token) }
    expectClean(source)
    // As part of another value, too.
    expectClean([source as any AccessTokenProvider])
    struct Client { let tokens: any AccessTokenProvider }
    expectClean(Client(tokens: source))
  }

  @Test func flowsAndStoresContainNoSecret() async throws {
    let flow = AuthorizationFlow(client: app, transport: TokenServer(), time: LeapClock().timeSource)
    let request = try await flow.begin()
    let url = try #require(URL(string: "https://localhost?code=c0de-S&state=\(request.state)"))
    _ = try await flow.finish(url, for: request)
    expectClean(flow)
    #expect(!allDescriptions(flow).contains(request.state))
    expectClean(FileTokenStore(file: URL(fileURLWithPath: "/tmp/1d-S/tokens.json")))
  }

  @Test(arguments: [200, 302, 400, 401, 403, 429, 500])
  func errorsContainNoSecretThatTheServerRepeats(_ status: Int) async throws {
    let echo = "acc3ss-S r3fresh-S cl1ent-S 1d-S c0de-S ver1fier-S"
    let bodies = [
      #"{"error":"\#(echo)","error_description":"\#(echo)"}"#,
      #"{"error":"invalid_grant","error_description":"\#(echo)"}"#,
      #"{"errorCode":"r3fresh-S","errorSummary":"\#(echo)"}"#, #"{"access_token":["\#(echo)"]}"#, echo,
    ]
    for body in bodies {
      let server = TokenServer(
        script: Array(repeating: { _ in .json(body, status: TransportStatus(rawValue: status)) }, count: 9)
      )
      let time = LeapClock().timeSource
      let tokens = TokenClient(client: app, transport: server, time: time)
      expectClean(try await oauthError { try await tokens.exchange(code: "c0de-S", codeVerifier: "ver1fier-S") })
      expectClean(try await oauthError { try await tokens.refresh(pair) })
      let source = TokenSource(client: app, transport: server, store: MemoryTokenStore(pair), time: time)
      expectClean(try await oauthError { try await source.accessToken(replacing: pair.token) })
    }
  }

  @Test func causesAreNotPartOfDescriptions() async throws {
    struct Talkative: Error { let secret = "r3fresh-S" }
    let server = TokenServer(script: [{ _ in throw Talkative() }])
    let tokens = TokenClient(client: app, transport: server)
    let error = try await oauthError { try await tokens.refresh(pair) }
    #expect(error.cause is Talkative)
    expectClean(error)
  }
}
