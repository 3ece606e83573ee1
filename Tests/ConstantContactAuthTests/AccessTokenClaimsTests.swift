import ConstantContactAuth
import Foundation
import Testing

struct AccessTokenClaimsTests {
  @Test(
    arguments: [
      (#"{"scp":["contact_data","account_read"]}"#, ["contact_data", "account_read"]),
      (#"{"scp":"contact_data  account_read"}"#, ["contact_data", "account_read"]),
      (#"{"scope":"contact_data account_read"}"#, ["contact_data", "account_read"]),
      (#"{"scope":"contact_data","scp":["account_read"]}"#, ["contact_data", "account_read"]),
      (#"{"scope":7,"scp":["account_read"]}"#, ["account_read"]),
      (#"{"scp":[]}"#, nil), (#"{"scope":""}"#, nil), (#"{"scp":null}"#, nil), ("{}", nil),
    ] as [(String, [String]?)]
  )
  func scopesAreReadFromArraysAndStrings(_ payload: String, _ scopes: [String]?) throws {
    let claims = try #require(AccessTokenClaims(token: jwt(payload)))
    #expect(claims.scopes == scopes.map { Set($0.map(OAuthScope.init(rawValue:))) })
  }

  @Test(arguments: [#"{"exp":1800000000}"#, #"{"exp":"1800000000"}"#, #"{"exp":1.8e9}"#])
  func expiryIsRead(_ payload: String) throws {
    #expect(
      try #require(AccessTokenClaims(token: jwt(payload))).expiresAt == Date(timeIntervalSince1970: 1_800_000_000)
    )
  }

  // Payloads with 0, 1 and 2 bytes in the last group, and with both '-' and '_'.
  @Test(arguments: ["", "x", "xx", "ÿ~~~???>>>", "日本語"])
  func base64URLAlphabetAndPaddingAreRead(_ filler: String) throws {
    let token = jwt(#"{"scope":"contact_data","f":"\#(filler)"}"#)
    #expect(AccessTokenClaims(token: token)?.scopes == [.contactData])
    let parts = token.split(separator: ".")
    let padded = parts[1] + String(repeating: "=", count: (4 - parts[1].count % 4) % 4)
    #expect(AccessTokenClaims(token: "\(parts[0]).\(padded).\(parts[2])")?.scopes == [.contactData])
  }

  @Test(arguments: ["", "opaque", "a.b", "a.b.c", "..", "a.%%%%.c", "a.bm90IGpzb24.c", "a.W10.c", "a.b.c.d"])
  func invalidTokensHaveNoClaims(_ token: String) {
    #expect(AccessTokenClaims(token: token) == nil)
    #expect(AccessToken(jwt: token) == AccessToken(token))
  }

  @Test func identifiersAreKeptAndNotPrinted() throws {
    let token = jwt(#"{"sub":"owner@example.com","platform_user_id":"plat-1","cid":"client-1","exp":1800000000}"#)
    let claims = try #require(AccessTokenClaims(token: token))
    #expect(claims.subject == "owner@example.com")
    #expect(claims.platformUserID == "plat-1")
    #expect(claims.clientID == "client-1")
    let text = allDescriptions(claims)
    for value in ["owner", "plat-1", "client-1"] { #expect(!text.contains(value)) }
    let numbers = try #require(AccessTokenClaims(token: jwt(#"{"sub":"","platform_user_id":42,"cid":[]}"#)))
    #expect(numbers.subject == nil && numbers.platformUserID == "42" && numbers.clientID == nil)
  }

  @Test(arguments: ["1e30", "-1e300", "1e308", "1e999", "\"nan\"", "\"inf\"", "\"-1e400\""])
  func extremeExpiriesDoNotTrap(exp: String) throws {
    let token = AccessToken(jwt: jwt(#"{"exp":\#(exp)}"#))
    #expect(!allDescriptions(token).isEmpty)
    if let date = token.expiresAt { #expect((0...253_402_300_799).contains(date.timeIntervalSince1970)) }
  }

  @Test(arguments: [#"{"a":"#, "["])
  func deeplyNestedTokensHaveNoClaims(opening: String) {
    let token = jwt(String(repeating: opening, count: 100_000))
    #expect(AccessTokenClaims(token: token) == nil)
  }

  @Test func tokenFromJWTHasExpiryAndScopes() {
    let token = AccessToken(jwt: jwt(#"{"exp":1800000000,"scp":["contact_data"]}"#))
    #expect(token.expiresAt == Date(timeIntervalSince1970: 1_800_000_000))
    #expect(token.scopes == [.contactData])
    #expect(AccessToken(token.value).scopes == nil)
    #expect(AccessToken(token.value).expiresAt == nil)
  }

  @Test func rejectedStaticTokenIsAnError() async throws {
    let provider = StaticTokenProvider(AccessToken("fixed"))
    #expect(try await provider.accessToken().value == "fixed")
    #expect(try await provider.accessToken(replacing: AccessToken("another")).value == "fixed")
    let error = try await oauthError { try await provider.accessToken(replacing: AccessToken("fixed")) }
    #expect(error.code == .reconnectRequired)
  }
}
