import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// The consent page, the device flow and refresh tokens of the fake.
@Suite struct FakeAuthorizationTests {
  private let clock = ManualClock()
  private let service: FakeConstantContact

  init() {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.redirectURIs = ["https://app.example.com/cb?tenant=7"]
    service = FakeConstantContact(configuration)
  }

  private static let base = "https://authz.constantcontact.com/oauth2/default/v1/"
  private static let good: [String: String?] = [
    "client_id": "sandbox-client", "redirect_uri": "http://localhost:8888/callback", "response_type": "code",
    "scope": "contact_data offline_access", "state": "s&t",
  ]

  private func page(_ changes: [String: String?] = [:]) throws -> URL {
    let items = Self.good.merging(changes) { $1 }.compactMap { name, value in value.map { (name: name, value: $0) } }
    return try #require(URL(string: Self.base + "authorize?" + PercentEncoding.query(items)))
  }

  private func post(_ address: String, _ form: [(name: String, value: String)]) async throws -> TransportResponse {
    var body = FormBody()
    for field in form { body.append(field.name, field.value) }
    let url = try #require(URL(string: address))
    return try await service.send(
      TransportRequest(
        method: .post, url: url, headers: ["Content-Type": FormBody.contentType], body: .bytes(body.data)))
  }

  private func get(_ url: URL) async throws -> TransportResponse {
    try await service.send(TransportRequest(method: .get, url: url))
  }

  private func text(_ response: TransportResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  private func parameters(_ url: URL) -> [String: String] {
    Dictionary(
      PercentEncoding.decodeQuery(url.query(percentEncoded: true) ?? "").map { ($0.name, $0.value) },
      uniquingKeysWith: { $1 })
  }

  private func json(_ response: TransportResponse) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: response.body) as? [String: Any])
  }

  @Test func consentPageGrantsCodeOnce() async throws {
    let shown = try await get(page())
    #expect(shown.status == 200)
    #expect(shown.headers["Content-Type"]?.hasPrefix("text/html") == true)
    let html = text(shown)
    #expect(html.contains("<code>contact_data</code>") && html.contains(#"id="allow""#) && !html.contains("<script"))
    let token = try #require(html.firstMatch(of: /name="consent" value="([^"]+)"/)?.output.1)
    let form = [(name: "consent", value: String(token)), (name: "decision", value: "allow")]
    let response = try await post(Self.base + "authorize", form)
    #expect(response.status == 302)
    let target = try #require(response.headers["Location"].flatMap { URL(string: $0) })
    #expect(target.absoluteString.hasPrefix("http://localhost:8888/callback?code="))
    #expect(parameters(target)["state"] == "s&t")

    // The page works once.
    #expect(try await post(Self.base + "authorize", form).status == 400)
    let tokens = try await post(
      Self.base + "token",
      [
        ("grant_type", "authorization_code"), ("code", parameters(target)["code"] ?? ""),
        ("redirect_uri", "http://localhost:8888/callback"), ("client_id", "sandbox-client"),
        ("client_secret", "sandbox-secret"),
      ])
    #expect(tokens.status == 200)
    #expect(try json(tokens)["refresh_token"] as? String != nil)
  }

  @Test func denialRedirectsWithError() async throws {
    let target = try await service.deny(page())
    #expect(parameters(target)["error"] == "access_denied")
    #expect(parameters(target)["state"] == "s&t")
    #expect(parameters(target)["code"] == nil)
  }

  @Test func registeredRedirectURIKeepsItsParameters() async throws {
    let target = try await service.approve(page(["redirect_uri": "https://app.example.com/cb?tenant=7"]))
    #expect(target.absoluteString.hasPrefix("https://app.example.com/cb?tenant=7&code="))
  }

  @Test(arguments: [
    ["client_id": "unknown"], ["redirect_uri": "https://evil.example.com/"], ["redirect_uri": nil],
    ["redirect_uri": "http://localhost.evil.example.com/"], ["redirect_uri": "https://app.example.com/cb"],
  ])
  func unregisteredAppGetsErrorPageWithoutRedirect(changes: [String: String?]) async throws {
    let shown = try await get(page(changes))
    #expect(shown.status == 400)
    #expect(shown.headers["Location"] == nil)
    await #expect(throws: TransportError.self) { try await service.approve(page(changes)) }
  }

  @Test(
    arguments: [
      (["scope": "everything"], "invalid_scope"), (["scope": nil], "invalid_scope"),
      (["state": nil], "invalid_request"),
      (["response_type": "token"], "unsupported_response_type"),
      (["code_challenge": "abc", "code_challenge_method": "plain"], "invalid_request"),
    ] as [([String: String?], String)])
  func otherFaultsRedirectToTheApp(_ changes: [String: String?], _ error: String) async throws {
    #expect(parameters(try await service.approve(page(changes)))["error"] == error)
  }

  @Test func pageEscapesItsValues() async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.clientID = "<b>\"&'"
    let service = FakeConstantContact(configuration)
    let html = text(try await service.send(TransportRequest(method: .get, url: page(["client_id": "<b>\"&'"]))))
    #expect(html.contains("&lt;b&gt;&quot;&amp;&#39;") && !html.contains("<b>"))
  }

  // MARK: Devices

  private func startDevice() async throws -> (deviceCode: String, userCode: String) {
    let response = try await post(
      Self.base + "device/authorize", [("client_id", "sandbox-client"), ("scope", "contact_data offline_access")])
    let body = try json(response)
    #expect(body["verification_uri"] as? String == "https://authz.constantcontact.com/activate")
    #expect(body["interval"] as? Int == 5)
    return (try #require(body["device_code"] as? String), try #require(body["user_code"] as? String))
  }

  private func poll(_ deviceCode: String) async throws -> String {
    let response = try await post(
      Self.base + "token",
      [
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", deviceCode),
        ("client_id", "sandbox-client"),
      ])
    let body = try json(response)
    return body["error"] as? String ?? (body["refresh_token"] is String ? "granted" : "?")
  }

  @Test func activationPageApprovesDevice() async throws {
    let device = try await startDevice()
    #expect(try await poll(device.deviceCode) == "authorization_pending")
    #expect(try await poll(device.deviceCode) == "slow_down")
    let page = try #require(URL(string: "https://authz.constantcontact.com/activate?user_code=\(device.userCode)"))
    #expect(text(try await get(page)).contains(#"value="\#(device.userCode)""#))
    let typed = device.userCode.lowercased().replacing("-", with: "")
    let form = [(name: "user_code", value: typed), (name: "decision", value: "allow")]
    #expect(try await post("https://authz.constantcontact.com/activate", form).status == 200)
    #expect(try await post("https://authz.constantcontact.com/activate", form).status == 400)
    await clock.advance(by: .seconds(9))
    #expect(try await poll(device.deviceCode) == "slow_down")
    await clock.advance(by: .seconds(15))
    #expect(try await poll(device.deviceCode) == "granted")
    await clock.advance(by: .seconds(15))
    #expect(try await poll(device.deviceCode) == "invalid_grant")
  }

  @Test func deviceIsDeniedOrExpires() async throws {
    let refused = try await startDevice()
    #expect(await service.denyDevice(userCode: refused.userCode))
    #expect(try await poll(refused.deviceCode) == "access_denied")
    let late = try await startDevice()
    await clock.advance(by: .seconds(600))
    #expect(try await poll(late.deviceCode) == "expired_token")
    #expect(await service.approveDevice(userCode: late.userCode) == false)
    #expect(try await poll("unknown") == "invalid_grant")
  }

  // MARK: Refresh tokens

  @Test(arguments: [true, false])
  func reuseOfSpentTokenIsRecorded(endsFamily: Bool) async throws {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.reuseEndsFamily = endsFamily
    let service = FakeConstantContact(configuration)
    func refresh(_ token: String) async throws -> String? {
      var body = FormBody()
      for (name, value) in [
        ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", "sandbox-client"),
      ] { body.append(name, value) }
      let url = try #require(URL(string: Self.base + "token"))
      let response = try await service.send(
        TransportRequest(
          method: .post, url: url, headers: ["Content-Type": FormBody.contentType], body: .bytes(body.data)))
      return try json(response)["refresh_token"] as? String
    }
    let first = try #require(await service.issueTokens().refreshToken)
    #expect(await service.isNewest(refreshToken: first))
    let second = try #require(try await refresh(first))
    #expect(await service.isNewest(refreshToken: second))
    #expect(await !service.isNewest(refreshToken: first))
    #expect(try await refresh(first) == nil)
    #expect(try await refresh(second) == nil || !endsFamily)
    #expect(try await refresh("unknown") == nil)
    let kinds = await service.tokenRecords.map(\.kind)
    #expect(
      kinds == [.issued, .refreshed, .issued, .reused] + (endsFamily ? [.refused] : [.refreshed, .issued]) + [.refused])
  }

  // MARK: The account

  @Test func accountReturnsSummaryAndPrivileges() async throws {
    let tokens = await service.issueTokens(scopes: ["account_read"])
    func account(_ path: String, _ token: String) async throws -> TransportResponse {
      let url = try #require(URL(string: "https://api.cc.email/v3/account/" + path))
      return try await service.send(
        TransportRequest(method: .get, url: url, headers: ["Authorization": "Bearer \(token)"]))
    }
    #expect(
      try json(try await account("summary", tokens.accessToken))["organization_name"] as? String == "Sandbox, Inc.")
    let other = await service.issueTokens(scopes: ["contact_data"])
    #expect(try await account("summary", other.accessToken).status == 403)
    #expect(try await account("user/privileges", other.accessToken).status == 200)
    #expect(try await account("user/privileges", "wrong").status == 401)
  }
}
