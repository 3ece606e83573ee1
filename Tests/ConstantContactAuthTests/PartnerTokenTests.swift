import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct PartnerTokenTests {
  let clock = ManualClock(automatic: true)

  private func provider(_ transport: any HTTPTransport) -> PartnerTokenProvider {
    PartnerTokenProvider(
      clientID: "partner id", clientSecret: "s3:cret+", transport: transport, time: clock.timeSource)
  }

  @Test func asksByIDAndSecretOnceForManyCallers() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"access_token":"first","expires_in":3600,"token_type":"Bearer"}"#)
    ])
    let provider = provider(transport)
    let tokens = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<100 { group.addTask { try await provider.accessToken(replacing: nil).value } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(tokens == ["first"])
    let request = try #require(await transport.requests.first)
    #expect(request.url.query() == "grant_type=client_credentials")
    #expect(request.url.host() == "authz.constantcontact.com")
    let pair = Data("partner%20id:s3%3Acret%2B".utf8).base64EncodedString()
    #expect(request.headers["Authorization"] == "Basic \(pair)")
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(request.body == nil || request.body == .bytes(Data()))
    try await transport.verifyAllUsed()
  }

  @Test func asksAgainWhenATokenIsRefusedOrOver() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"access_token":"first","expires_in":3600}"#),
      .json(200, #"{"access_token":"second","expires_in":3600}"#),
      .json(200, #"{"access_token":"third","expires_in":3600}"#),
    ])
    let provider = provider(transport)
    let first = try await provider.accessToken(replacing: nil)
    let second = try await provider.accessToken(replacing: first)
    #expect(second.value == "second")
    try await clock.sleep(until: clock.now.advanced(by: .seconds(3601)))
    #expect(try await provider.accessToken(replacing: nil).value == "third")
  }

  @Test func aWrongSecretIsSaidSo() async throws {
    let transport = ScriptedTransport([.json(401, #"{"error":"invalid_client"}"#)])
    let error = await #expect(throws: OAuthError.self) { try await provider(transport).accessToken(replacing: nil) }
    #expect(error?.code == .invalidClient)
    #expect(!"\(String(describing: error))".contains("s3"))
  }

  @Test func nobodyIsAskedToReconnectWhereNothingWasGranted() async throws {
    let transport = ScriptedTransport([
      .json(400, #"{"error":"invalid_grant"}"#), .json(200, #"{"access_token":"first","expires_in":3600}"#),
    ])
    let provider = provider(transport)
    let error = await #expect(throws: OAuthError.self) { try await provider.accessToken(replacing: nil) }
    #expect(error?.code == .invalidClient)
    #expect(error?.oauthError == "invalid_grant")
    #expect(error?.status == 400)
    // No failure lasts.
    #expect(try await provider.accessToken(replacing: nil).value == "first")
  }
}
