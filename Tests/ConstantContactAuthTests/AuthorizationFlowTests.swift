import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct AuthorizationFlowTests {
  private let clock = ManualClock()
  private let server = TokenServer()
  private let app = OAuthClient(
    clientID: "the id&", clientSecret: "the-secret", redirectURI: "https://app.example.com/callback")

  private func flow(_ app: OAuthClient? = nil) -> AuthorizationFlow {
    AuthorizationFlow(client: app ?? self.app, transport: server, time: clock.timeSource)
  }

  private func callback(_ query: String, at address: String = "https://app.example.com/callback") throws -> URL {
    try #require(URL(string: address + "?" + query))
  }

  private func parameters(_ request: AuthorizationRequest) -> [String: String] {
    let query = request.url.query(percentEncoded: true) ?? ""
    return Dictionary(uniqueKeysWithValues: PercentEncoding.decodeQuery(query).map { ($0.name, $0.value) })
  }

  @Test func requestURLIsTheAuthorizationPage() async throws {
    let request = try await flow().begin(scopes: [.contactData, .offlineAccess, .accountRead], promptsLogin: true)
    #expect(
      request.url.absoluteString.hasPrefix("https://authz.constantcontact.com/oauth2/default/v1/authorize?"))
    #expect(request.url.absoluteString.contains("scope=account_read%20contact_data%20offline_access&"))
    let parameters = parameters(request)
    #expect(parameters["client_id"] == "the id&")
    #expect(parameters["redirect_uri"] == "https://app.example.com/callback")
    #expect(parameters["response_type"] == "code")
    #expect(parameters["state"] == request.state)
    #expect(request.state.utf8.count == 43)
    #expect(parameters["code_challenge_method"] == "S256")
    #expect(parameters["code_challenge"]?.utf8.count == 43)
    #expect(parameters["prompt"] == "login")
    #expect(parameters["client_secret"] == nil)
    #expect(await server.count == 0)
  }

  @Test func offlineAccessIsRequestedByDefault() async throws {
    let request = try await flow().begin()
    #expect(request.scopes == [.contactData, .offlineAccess])
    #expect(parameters(request)["prompt"] == nil)
  }

  @Test func codeIsExchangedWithTheVerifierOfItsRequest() async throws {
    let flow = flow()
    let request = try await flow.begin()
    let grant = try await flow.finish(callback("code=c%2B1&state=\(request.state)"), for: request)
    #expect(grant.credentials.accessToken == "A1")
    #expect(grant.warnings == [])
    let form = try await server.form(0)
    #expect(form["grant_type"] == "authorization_code")
    #expect(form["code"] == "c+1")
    #expect(form["redirect_uri"] == "https://app.example.com/callback")
    #expect(form["client_secret"] == nil)
    #expect(await server.requests[0].headers["Authorization"]?.hasPrefix("Basic ") == true)
    // The fake below checks the verifier against the challenge.
    #expect(form["code_verifier"]?.utf8.count == 43)
  }

  @Test(arguments: [nil, "sandbox-secret"])
  func serverThatChecksPKCEAccepts(secret: String?) async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let app = OAuthClient(clientID: "sandbox-client", clientSecret: secret, redirectURI: "http://localhost:8080/")
    let flow = AuthorizationFlow(client: app, transport: service, time: clock.timeSource)
    let request = try await flow.begin()
    let challenge = try #require(parameters(request)["code_challenge"])
    let code = await service.issueAuthorizationCode(redirectURI: "http://localhost:8080/", codeChallenge: challenge)
    // Browsers add and remove the slash of an empty path.
    let grant = try await flow.finish(
      callback("code=\(PercentEncoding.encode(code))&state=\(request.state)", at: "http://localhost:8080"),
      for: request)
    #expect(grant.credentials.scopes == [.contactData, .offlineAccess])
    #expect(grant.credentials.refreshToken != nil)
    #expect(grant.warnings == [])
  }

  @Test func requestSurvivesARestart() async throws {
    let request = try await flow().begin()
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    let kept = try encoder.encode(request)
    let read = try JSONDecoder().decode(AuthorizationRequest.self, from: kept)
    #expect(read == request)
    let grant = try await flow().finish(callback("code=c&state=\(request.state)"), for: read)
    #expect(grant.credentials.accessToken == "A1")
  }

  @Test func requestIsFinishedOnce() async throws {
    let flow = flow()
    let request = try await flow.begin()
    let address = try callback("code=c&state=\(request.state)")
    _ = try await flow.finish(address, for: request)
    let error = try await oauthError { try await flow.finish(address, for: request) }
    #expect(error.code == .stateMismatch)
    #expect(await server.count == 1)
  }

  @Test func failedExchangeEndsTheRequest() async throws {
    let flow = flow()
    let request = try await flow.begin()
    await server.respondNext({ _ in .unavailable })
    let address = try callback("code=c&state=\(request.state)")
    #expect(try await oauthError { try await flow.finish(address, for: request) }.code == .temporarilyUnavailable)
    #expect(try await oauthError { try await flow.finish(address, for: request) }.code == .stateMismatch)
    #expect(await server.count == 1)
  }

  @Test(arguments: [
    "code=c&state=wrong", "code=c&state=", "code=c", "state=STATE", "code=&state=STATE", "code=c&code=d&state=STATE",
    "code=c&state=STATE&state=STATE", "code=c&error=access_denied&state=STATE", "",
  ])
  func invalidCallbackSendsNothingAndKeepsTheRequest(query: String) async throws {
    let flow = flow()
    let request = try await flow.begin()
    let address = try callback(query.replacing("STATE", with: request.state))
    let error = try await oauthError { try await flow.finish(address, for: request) }
    #expect(error.code == .invalidCallback || error.code == .stateMismatch)
    #expect(await server.count == 0)
    _ = try await flow.finish(callback("code=c&state=\(request.state)"), for: request)
  }

  @Test(arguments: [
    "http://app.example.com/callback", "https://app.example.com:8443/callback", "https://app.example.com/callback/x",
    "https://evil.example.com/callback", "https://app.example.com/Callback",
  ])
  func callbackAtAnotherURLIsRejected(address: String) async throws {
    let flow = flow()
    let request = try await flow.begin()
    let url = try callback("code=c&state=\(request.state)", at: address)
    #expect(try await oauthError { try await flow.finish(url, for: request) }.code == .invalidCallback)
    _ = try await flow.finish(callback("code=c&state=\(request.state)"), for: request)
  }

  @Test func queryOfTheRedirectURIHasToBePresent() async throws {
    var app = app
    app.redirectURI = "https://app.example.com/callback?tenant=7"
    let flow = flow(app)
    let request = try await flow.begin()
    let without = try callback("code=c&state=\(request.state)")
    #expect(try await oauthError { try await flow.finish(without, for: request) }.code == .invalidCallback)
    _ = try await flow.finish(callback("tenant=7&code=c&state=\(request.state)"), for: request)
    #expect(try await server.form(0)["redirect_uri"] == app.redirectURI)
  }

  @Test(arguments: [
    ("access_denied", OAuthError.Code.accessDenied), ("invalid_scope", .invalidScope),
    ("temporarily_unavailable", .temporarilyUnavailable), ("unauthorized_client", .invalidClient),
    ("something_else", .refused),
  ])
  func errorResponseEndsTheRequestWithoutItsDescription(_ name: String, _ code: OAuthError.Code) async throws {
    let flow = flow()
    let request = try await flow.begin()
    let url = try callback("error=\(name)&error_description=leaked%20prose&state=\(request.state)")
    let error = try await oauthError { try await flow.finish(url, for: request) }
    #expect(error.code == code)
    #expect(error.oauthError == name)
    #expect(!allDescriptions(error).contains("leaked"))
    #expect(await server.count == 0)
    #expect(try await oauthError { try await flow.finish(url, for: request) }.code == .stateMismatch)
  }

  @Test func implicitFlowIsRejected() async throws {
    let flow = flow()
    let request = try await flow.begin()
    let url = try #require(
      URL(string: "https://app.example.com/callback#access_token=secret-token&state=\(request.state)"))
    let error = try await oauthError { try await flow.finish(url, for: request) }
    #expect(error.code == .invalidCallback)
    #expect(error.message.contains("implicit flow"))
    #expect(!allDescriptions(error).contains("secret-token"))
  }

  @Test func requestExpiresAfterAnHour() async throws {
    let flow = flow()
    let request = try await flow.begin()
    await clock.advance(by: .seconds(3_600))
    let url = try callback("code=c&state=\(request.state)")
    #expect(try await oauthError { try await flow.finish(url, for: request) }.code == .expired)
    #expect(await server.count == 0)
  }

  @Test func callbackOfAnotherSessionIsRejected() async throws {
    let flow = flow()
    let (victim, attacker) = (try await flow.begin(), try await flow.begin())
    let url = try callback("code=stolen&state=\(attacker.state)")
    #expect(try await oauthError { try await flow.finish(url, for: victim) }.code == .stateMismatch)
    #expect(await server.count == 0)
    // Neither session is affected.
    _ = try await flow.finish(url, for: attacker)
    // Token requests are a second apart.
    await clock.advance(by: .seconds(2))
    _ = try await flow.finish(callback("code=c&state=\(victim.state)"), for: victim)
    #expect(await server.count == 2)
  }

  @Test func callbackDuringTheExchangeIsNotSentAgain() async throws {
    let gate = Gate()
    let server = TokenServer(gate: gate)
    let flow = AuthorizationFlow(client: app, transport: server, time: clock.timeSource)
    let request = try await flow.begin()
    let url = try callback("code=c&state=\(request.state)")
    let exchange = Task { try await flow.finish(url, for: request) }
    await gate.waitForArrivals(1)
    #expect(try await oauthError { try await flow.finish(url, for: request) }.code == .stateMismatch)
    await gate.open()
    #expect(try await exchange.value.credentials.accessToken == "A1")
    #expect(await server.count == 1)
  }

  @Test(arguments: [1e30, -1e300, 1.8e9])
  func decodedRequestWithAnExtremeDateIsExpired(createdAt: Double) async throws {
    let flow = flow()
    let request = try await flow.begin()
    var members = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(request)) as? [String: Any])
    members["created_at"] = createdAt
    let read = try JSONDecoder().decode(
      AuthorizationRequest.self, from: JSONSerialization.data(withJSONObject: members))
    let url = try callback("code=c&state=\(request.state)")
    #expect(try await oauthError { try await flow.finish(url, for: read) }.code == .expired)
    #expect(!allDescriptions(read).contains(request.state))
  }

  @Test func missingScopesAndRefreshTokenAreWarnings() async throws {
    let flow = flow()
    let request = try await flow.begin(scopes: [.contactData, .campaignData, .offlineAccess])
    await server.respondNext({ _ in .json(#"{"access_token":"A","scope":"contact_data offline_access"}"#) })
    let grant = try await flow.finish(callback("code=c&state=\(request.state)"), for: request)
    #expect(grant.warnings == [.noRefreshToken, .scopesNotGranted([.campaignData])])
    #expect("\(grant.warnings[0])".contains("offline_access"))
    #expect("\(grant.warnings[1])".contains("campaign_data"))
  }

  @Test func clientWithoutRedirectURICannotBegin() async throws {
    let flow = flow(OAuthClient(clientID: "id"))
    #expect(try await oauthError { try await flow.begin() }.code == .invalidConfiguration)
  }

  @Test func descriptionContainsNeitherStateNorVerifier() async throws {
    let request = try await flow().begin()
    let text = allDescriptions(request)
    let data = try JSONEncoder().encode(request)
    let verifier = try #require(JSONDecoder().decode([String: JSONText].self, from: data)["code_verifier"]?.text)
    #expect(!text.contains(request.state))
    #expect(!text.contains(verifier))
    #expect(!request.url.absoluteString.contains(verifier))
  }
}

/// A JSON value, if it is a string.
private struct JSONText: Decodable {
  let text: String?
  init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
}
