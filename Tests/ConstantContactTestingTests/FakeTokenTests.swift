import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeTokenTests {
  private let scopes: Set<String> = ["contact_data", "offline_access"]

  private func contacts(_ desk: Desk, _ token: String?) async throws -> Response {
    Response(try await desk.fake.send(desk.request(.get, "/v3/contacts", token: .some(token))))
  }

  @Test(arguments: [nil, "wrong"])
  func requestsWithoutValidTokenAreRefused(token: String?) async throws {
    let desk = await Desk()
    let response = try await contacts(desk, token)
    #expect(response.status == 401)
    #expect(
      String(decoding: response.body, as: UTF8.self) == #"{"error_key":"unauthorized","error_message":"Unauthorized"}"#
    )
    #expect(response.headers["WWW-Authenticate"] == "Bearer realm=api.cc.email")
  }

  @Test func tokenWithoutScopeIsForbidden() async throws {
    let desk = await Desk(scopes: ["account_read"])
    let response = try await desk.call(.get, "/v3/contacts")
    #expect(response.status == 403 && response.string("error_key") == "access_denied")
  }

  @Test func accessTokensExpireOnTheClock() async throws {
    let desk = await Desk(automatic: false) { $0.accessTokenLifetime = .seconds(100) }
    await desk.clock.advance(by: .seconds(99))
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    await desk.clock.advance(by: .seconds(1))
    #expect(try await desk.call(.get, "/v3/contacts").status == 401)
  }

  @Test func accessTokensResembleRealOnes() async throws {
    let desk = await Desk()
    let parts = desk.token.split(separator: ".")
    #expect(parts.count == 3 && desk.token.count > 700)
    var claims = parts[1].replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    while claims.count % 4 != 0 { claims += "=" }
    let data = try #require(Data(base64Encoded: claims))
    let payload = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(payload["scp"] as? [String] == ["contact_data"])
    #expect(payload["cid"] as? String == "sandbox-client")
    #expect(payload["exp"] as? Int == 1_767_603_600 + 86_400)
  }

  @Test func refreshRotatesTokens() async throws {
    let desk = await Desk()
    let first = try #require(await desk.fake.issueTokens().refreshToken)
    let response = try await desk.refresh(first)
    #expect(response.status == 200 && response.int("expires_in") == 86_400)
    #expect(response.string("scope") == "contact_data offline_access")
    #expect(try await contacts(desk, response.string("access_token")).status == 200)
    let next = try #require(response.string("refresh_token"))
    #expect(next != first)
  }

  @Test func reuseOfSpentTokenRevokesSuccessors() async throws {
    let desk = await Desk()
    let first = try #require(await desk.fake.issueTokens().refreshToken)
    let other = try #require(await desk.fake.issueTokens().refreshToken)
    let second = try #require(try await desk.refresh(first).string("refresh_token"))
    let third = try #require(try await desk.refresh(second).string("refresh_token"))
    #expect(await desk.fake.isUsable(refreshToken: third))
    #expect(!(await desk.fake.isUsable(refreshToken: first)))
    let reuse = try await desk.refresh(first)
    #expect(reuse.status == 400 && reuse.string("error") == "invalid_grant")
    #expect(try await desk.refresh(third).string("error") == "invalid_grant")
    #expect(try await desk.refresh(other).status == 200, "tokens of other grants stay valid")
  }

  @Test func longLivedTokensStayTheSame() async throws {
    let desk = await Desk { $0.refreshTokenMode = .longLived }
    let token = try #require(await desk.fake.issueTokens().refreshToken)
    for _ in 0..<3 { #expect(try await desk.refresh(token).string("refresh_token") == token) }
  }

  @Test func unusedRefreshTokensExpireAfter180Days() async throws {
    let desk = await Desk(automatic: false)
    let token = try #require(await desk.fake.issueTokens().refreshToken)
    await desk.clock.advance(by: .seconds(180 * 86_400 - 1))
    #expect(await desk.fake.isUsable(refreshToken: token))
    await desk.clock.advance(by: .seconds(1))
    #expect(try await desk.refresh(token).string("error") == "invalid_grant")
  }

  @Test(arguments: ["sandbox-client:wrong", "other:sandbox-secret"])
  func unknownClientsAreRefused(basic: String) async throws {
    let desk = await Desk()
    let response = try await desk.postToken([("grant_type", "refresh_token")], basic: basic)
    #expect(response.status == 401 && response.string("error") == "invalid_client")
    #expect(response.headers["WWW-Authenticate"]?.hasPrefix("Basic") == true)
    #expect(try await desk.postToken([("client_id", "other")], basic: nil).status == 401)
  }

  @Test func codesWorkOnceForFiveMinutes() async throws {
    let desk = await Desk(automatic: false)
    let redirect = "https://localhost/callback"
    func exchange(_ code: String, _ uri: String = "https://localhost/callback") async throws -> Response {
      try await desk.postToken([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", uri)])
    }
    let code = await desk.fake.issueAuthorizationCode(scopes: scopes, redirectURI: redirect)
    let response = try await exchange(code)
    #expect(response.status == 200 && response.has("refresh_token"))
    #expect(try await exchange(code).string("error") == "invalid_grant")
    let other = await desk.fake.issueAuthorizationCode(scopes: ["contact_data"], redirectURI: redirect)
    #expect(try await exchange(other, "https://localhost/").string("error") == "invalid_grant")
    let online = await desk.fake.issueAuthorizationCode(scopes: ["contact_data"], redirectURI: redirect)
    #expect(!(try await exchange(online).has("refresh_token")))
    let late = await desk.fake.issueAuthorizationCode(scopes: scopes, redirectURI: redirect)
    await desk.clock.advance(by: .seconds(300))
    #expect(try await exchange(late).string("error") == "invalid_grant")
  }

  @Test func publicClientsNeedPKCE() async throws {
    let desk = await Desk()
    // The pair of RFC 7636, appendix B.
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    func exchange(_ verifier: String) async throws -> Response {
      let code = await desk.fake.issueAuthorizationCode(redirectURI: "app:/", codeChallenge: challenge)
      return try await desk.postToken(
        [
          ("client_id", "sandbox-client"), ("grant_type", "authorization_code"), ("code", code),
          ("redirect_uri", "app:/"), ("code_verifier", verifier),
        ],
        basic: nil
      )
    }
    #expect(try await exchange(verifier).status == 200)
    #expect(try await exchange(verifier.lowercased()).string("error") == "invalid_grant")
  }

  @Test func tokenEndpointHasItsOwnLimit() async throws {
    let desk = await Desk { $0.tokenRequestsPerSecond = 1 }
    let token = try #require(await desk.fake.issueTokens().refreshToken)
    let next = try #require(try await desk.refresh(token).string("refresh_token"))
    #expect(try await desk.refresh(next).status == 429)
    #expect(await desk.fake.isUsable(refreshToken: next), "a refused request spends no token")
    #expect(await desk.fake.requestsToday == 0)
  }

  @Test func tokensExpireAndAreRevoked() async throws {
    let desk = await Desk()
    let tokens = await desk.fake.issueTokens()
    let refresh = try #require(tokens.refreshToken)
    await desk.fake.expireAccessTokens()
    #expect(try await contacts(desk, tokens.accessToken).status == 401)
    #expect(await desk.fake.isUsable(refreshToken: refresh))
    await desk.fake.acceptAccessToken("fixed-token")
    #expect(try await contacts(desk, "fixed-token").status == 200)
    await desk.fake.revokeTokens()
    #expect(!(await desk.fake.isUsable(refreshToken: refresh)))
    #expect(try await contacts(desk, "fixed-token").status == 401)
    #expect(!"\(tokens)".contains(refresh) && !String(reflecting: tokens).contains(tokens.accessToken))
  }
}
