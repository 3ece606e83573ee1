import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct DeviceFlowTests {
  private let clock = ManualClock(automatic: true)
  private static let begun = #"""
    {"device_code":"D-1","user_code":"WXYZ-1234","verification_uri":"https://example.com/activate",
     "verification_uri_complete":"https://example.com/activate?user_code=WXYZ-1234","expires_in":600,"interval":7}
    """#
  private static let granted = #"{"access_token":"A","refresh_token":"R","expires_in":86400,"scope":"contact_data"}"#

  private static func failure(_ error: String) -> ScriptedTransport.Step {
    .json(400, #"{"error":"\#(error)","error_description":"prose"}"#)
  }

  private func flow(_ transport: ScriptedTransport) -> DeviceFlow {
    DeviceFlow(
      client: OAuthClient(clientID: "the-id", clientSecret: "the-secret"), transport: transport,
      time: clock.timeSource)
  }

  private func form(_ request: TransportRequest) throws -> [String: String] {
    let text = String(decoding: try request.body?.data() ?? Data(), as: UTF8.self)
    return Dictionary(uniqueKeysWithValues: PercentEncoding.decodeQuery(text).map { ($0.name, $0.value) })
  }

  @Test func pollsUntilAccessIsGranted() async throws {
    let transport = ScriptedTransport([
      .json(200, Self.begun), Self.failure("authorization_pending"), Self.failure("authorization_pending"),
      .json(200, Self.granted),
    ])
    let device = try await flow(transport).begin()
    #expect(device.userCode == "WXYZ-1234")
    #expect(device.verificationURI.absoluteString == "https://example.com/activate")
    #expect(device.verificationURIComplete?.absoluteString == "https://example.com/activate?user_code=WXYZ-1234")
    #expect(device.interval == .seconds(7))
    let start = clock.elapsed
    let grant = try await flow(transport).finish(device)
    #expect(clock.elapsed - start == .seconds(21))
    #expect(grant.credentials.refreshToken == "R")
    #expect(grant.warnings == [])

    let requests = await transport.requests
    #expect(
      requests[0].url.absoluteString == "https://authz.constantcontact.com/oauth2/default/v1/device/authorize")
    #expect(
      try form(requests[0]) == [
        "client_id": "the-id", "scope": "contact_data offline_access", "response_type": "code",
      ])
    #expect(
      try form(requests[1]) == [
        "client_id": "the-id", "device_code": "D-1", "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
      ])
    // An app with the device flow has no secret.
    #expect(requests.allSatisfy { $0.headers["Authorization"] == nil })
    try await transport.verifyAllUsed()
  }

  @Test func slowDownIncreasesTheInterval() async throws {
    let transport = ScriptedTransport([
      .json(200, Self.begun), Self.failure("slow_down"), Self.failure("authorization_pending"),
      Self.failure("slow_down"), .json(200, Self.granted),
    ])
    let device = try await flow(transport).begin()
    let start = clock.elapsed
    _ = try await flow(transport).finish(device)
    #expect(clock.elapsed - start == .seconds(7 + 12 + 12 + 17))
  }

  @Test(arguments: [
    ("expired_token", OAuthError.Code.expired), ("access_denied", .accessDenied), ("invalid_client", .invalidClient),
  ])
  func finalErrorsEndPolling(_ name: String, _ code: OAuthError.Code) async throws {
    let transport = ScriptedTransport([.json(200, Self.begun), Self.failure(name)])
    let device = try await flow(transport).begin()
    let error = try await oauthError { try await flow(transport).finish(device) }
    #expect(error.code == code)
    #expect(error.oauthError == name)
    #expect(!allDescriptions(error).contains("prose"))
  }

  @Test func transientErrorsAreRetriedAtLongerIntervals() async throws {
    let lost = TransportError(.connectionLost, delivery: .uncertain, message: "lost")
    let transport = ScriptedTransport([
      .json(200, Self.begun), .fail(lost), .json(503, ""), .json(429, ""), Self.failure("authorization_pending"),
      .json(200, Self.granted),
    ])
    let device = try await flow(transport).begin()
    let start = clock.elapsed
    _ = try await flow(transport).finish(device)
    #expect(clock.elapsed - start == .seconds(7 + 14 + 28 + 56 + 7))
  }

  @Test func pollingEndsWhenTheCodeExpires() async throws {
    let pending = ScriptedTransport.Step.json(400, #"{"error":"authorization_pending"}"#)
    let transport = ScriptedTransport([.json(200, Self.begun)] + Array(repeating: pending, count: 200))
    let device = try await flow(transport).begin()
    let start = clock.elapsed
    #expect(try await oauthError { try await flow(transport).finish(device) }.code == .expired)
    #expect(clock.elapsed - start <= .seconds(600))
    #expect(clock.elapsed - start > .seconds(590))
  }

  @Test func cancellationEndsPolling() async throws {
    let clock = ManualClock()
    let transport = ScriptedTransport([.json(200, Self.begun)])
    let flow = DeviceFlow(client: OAuthClient(clientID: "id"), transport: transport, time: clock.timeSource)
    let device = try await flow.begin()
    let waiting = Task { try await flow.finish(device) }
    await clock.waitForSleepers(1)
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    #expect(await transport.requests.count == 1)
  }

  @Test(arguments: [
    #"{"device_code":"D-1","user_code":"U","verification_uri":"https://example.com/a"}"#,
    #"{"device_code":"D-1","user_code":"U","verification_uri":"https://example.com/a","interval":"soon","expires_in":0}"#,
  ])
  func missingValuesHaveDefaults(body: String) async throws {
    let device = try await flow(ScriptedTransport([.json(200, body)])).begin()
    #expect(device.interval == .seconds(5))
    #expect(device.expiresAt == clock.date.addingTimeInterval(600))
    #expect(device.verificationURIComplete == nil)
  }

  @Test(arguments: [
    "<html>", "{}", #"{"device_code":"","user_code":"U","verification_uri":"https://example.com"}"#,
    #"{"device_code":"D-1","user_code":"U","verification_uri":"javascript:alert(1)"}"#,
  ])
  func invalidDeviceResponseIsAnError(body: String) async throws {
    let flow = flow(ScriptedTransport([.json(200, body)]))
    let error = try await oauthError { try await flow.begin() }
    #expect(error.code == .invalidResponse)
    #expect(!allDescriptions(error).contains("D-1"))
  }

  @Test func descriptionContainsNeitherCode() async throws {
    let device = try await flow(ScriptedTransport([.json(200, Self.begun)])).begin()
    let text = allDescriptions(device)
    #expect(!text.contains("D-1"))
    #expect(!text.contains("WXYZ"))
  }
}
