import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

struct TokenClientTests {
  let clock = LeapClock()

  private func client(_ client: OAuthClient, _ server: TokenServer) -> TokenClient {
    TokenClient(client: client, transport: server, time: clock.timeSource)
  }

  @Test func confidentialClientSendsItsSecretInTheHeaderOnly() async throws {
    let server = TokenServer()
    let app = OAuthClient(clientID: "id:1", clientSecret: "a+b/c:d e", redirectURI: "https://localhost/cb?x=1")
    _ = try await client(app, server).exchange(code: "c+o/d")
    let request = try #require(await server.requests.first)
    #expect(request.url.absoluteString == "https://authz.constantcontact.com/oauth2/default/v1/token")
    #expect(request.method == .post)
    #expect(request.operation == "oauth.token.exchange")
    #expect(request.timeout == .seconds(30))
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(request.headers["Accept"] == "application/json")
    #expect(request.headers["User-Agent"] == OAuthClient.defaultUserAgent)
    let field = try #require(request.headers["Authorization"])
    let pair = Data(base64Encoded: String(field.dropFirst("Basic ".count))).map { String(decoding: $0, as: UTF8.self) }
    #expect(pair == "id%3A1:a%2Bb%2Fc%3Ad%20e")
    #expect(
      try await server.form(0) == [
        "grant_type": "authorization_code", "code": "c+o/d", "redirect_uri": "https://localhost/cb?x=1",
      ]
    )
  }

  @Test func publicClientSendsItsIDInTheBody() async throws {
    let server = TokenServer()
    let tokens = client(OAuthClient(clientID: "id", redirectURI: "http://localhost:8080"), server)
    let credentials = try await tokens.exchange(code: "code", codeVerifier: "verifier")
    _ = try await tokens.refresh(credentials)
    #expect(await server.requests.map { $0.headers["Authorization"] } == [nil, nil])
    #expect(await server.requests[1].operation == "oauth.token.refresh")
    #expect(
      try await server.form(0) == [
        "grant_type": "authorization_code", "code": "code", "redirect_uri": "http://localhost:8080",
        "code_verifier": "verifier", "client_id": "id",
      ]
    )
    #expect(
      try await server.form(1) == ["grant_type": "refresh_token", "refresh_token": "R1", "client_id": "id"]
    )
  }

  @Test(arguments: [
    (#","expires_in":3600"#, 3_600.0), (#","expires_in":"7200""#, 7_200), ("", 86_400),
    (#","expires_in":null"#, 86_400),
    (#","expires_in":"soon""#, 86_400), (#","expires_in":1800000000"#, 86_400), (#","expires_in":-1"#, 86_400),
  ])
  func expiryIsSecondsFromNow(_ field: String, _ seconds: Double) async throws {
    let server = TokenServer(script: [{ _ in .json(#"{"access_token":"A"\#(field)}"#) }])
    let credentials = try await client(.confidential, server).exchange(code: "c")
    #expect(credentials.expiresAt == LeapClock.start.addingTimeInterval(seconds))
  }

  @Test func scopesAreTheUnionOfResponseAndToken() async throws {
    let token = jwt(#"{"scp":["contact_data"]}"#)
    let server = TokenServer(script: [
      { _ in .json(#"{"access_token":"\#(token)","scope":"campaign_data offline_access","refresh_token":"R"}"#) },
      { _ in .json(#"{"access_token":"plain"}"#) },
      { _ in .json(#"{"access_token":"plain"}"#) },
    ])
    let tokens = client(.confidential, server)
    let granted = try await tokens.exchange(code: "c")
    #expect(granted.scopes == [.contactData, .campaignData, .offlineAccess])
    #expect(try await tokens.refresh(granted).scopes == granted.scopes)
    #expect(try await tokens.exchange(code: "c").scopes == nil)
  }

  private static let responses: [(Int, String, OAuthError.Code, String?)] = [
    (400, #"{"error":"invalid_grant"}"#, .invalidGrant, "invalid_grant"),
    (401, #"{"error":"invalid_client"}"#, .invalidClient, "invalid_client"),
    (400, #"{"errorCode":"invalid_client","errorSummary":"x"}"#, .invalidClient, "invalid_client"),
    (401, "", .invalidClient, nil),
    (400, #"{"error":"invalid_scope"}"#, .invalidScope, "invalid_scope"),
    (400, #"{"error":"unauthorized_client"}"#, .refused, "unauthorized_client"),
    (400, #"{"errorCode":"E0000021","errorSummary":"x"}"#, .refused, "E0000021"),
    (403, "<html>blocked</html>", .refused, nil),
    (429, #"{"errorCode":"E0000047"}"#, .temporarilyUnavailable, "E0000047"),
    (500, "oops", .temporarilyUnavailable, nil),
    (400, #"{"error":"temporarily_unavailable"}"#, .temporarilyUnavailable, "temporarily_unavailable"),
    (302, "", .invalidResponse, nil),
    (200, "<html>hello</html>", .invalidResponse, nil),
    (200, "{}", .invalidResponse, nil),
    (200, #"{"access_token":""}"#, .invalidResponse, nil),
    (200, #"{"access_token":"a\nb"}"#, .invalidResponse, nil),
    (200, #"{"access_token":"a","token_type":"mac"}"#, .invalidResponse, nil),
    (400, #"{"error":"Bad thing: S3cret"}"#, .refused, nil),
  ]

  @Test(arguments: responses)
  func errorResponsesAreMapped(_ status: Int, _ body: String, _ code: OAuthError.Code, _ name: String?) async throws {
    let server = TokenServer(script: [{ _ in .json(body, status: TransportStatus(rawValue: status)) }])
    let tokens = client(.confidential, server)
    let error = try await oauthError { try await tokens.exchange(code: "c") }
    #expect(error.code == code)
    #expect(error.oauthError == name)
    #expect(error.status?.rawValue == status)
  }

  @Test func invalidClientMessageNamesTheRemedy() async throws {
    let server = TokenServer(script: [{ _ in TransportResponse(status: 401) }])
    let tokens = client(.confidential, server)
    let error = try await oauthError { try await tokens.exchange(code: "c") }
    #expect(error.message.contains("Check client ID and secret"))
  }

  @Test func secretsAreNotSentOverPlainHTTP() async throws {
    let server = TokenServer()
    let app = OAuthClient(clientID: "id", clientSecret: "s", baseURL: URL(string: "http://example.test/oauth2")!)
    let tokens = client(app, server)
    let error = try await oauthError { try await tokens.exchange(code: "c") }
    #expect(error.code == .invalidConfiguration)
    #expect(await server.count == 0)
  }

  @Test func newGrantHasAHigherGeneration() async throws {
    let tokens = client(.confidential, TokenServer())
    let first = try await tokens.exchange(code: "c")
    let second = try await tokens.refresh(first)
    #expect(second.generation == first.generation + 1)
    clock.advance(by: .seconds(3_600))
    #expect(try await tokens.exchange(code: "c").generation > second.generation)
  }
}
