import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RawCallTests {
  let clock = ManualClock(automatic: true)

  @Test func usesLimitsTokensAndRetries() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    await service.add(.init(address: "a+b@example.com"))
    let client = try await service.client()
    await service.inject(.status(503), times: 1) { _ in true }
    await service.expireAccessTokens()
    let response = try await client.call(.get, "/contacts", query: [("email", "a+b@example.com")])
    #expect(response.status == 200)
    #expect(response.headers["x-amzn-RequestId"] != nil)
    let json: RawJSON = try JSONCoding.decode(response.body)
    #expect(json["contacts"] != .array([]))
    for _ in 0..<8 { _ = try await client.call(.get, "/contact_lists") }
    #expect(await service.maxRequestsInAnySecond <= 4)
  }

  @Test func bodyIsJSONByDefault() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    let body = try TransportBody.json(["name": "Newsletter"])
    #expect(try await client.call(.post, "/contact_lists", body: body).status == 201)
    let error = await #expect(throws: ConstantContactError.self) {
      try await client.call(.post, "/contact_lists", headers: ["Content-Type": "text/plain"], body: body)
    }
    #expect(error?.status == 415)
  }

  @Test func ambiguousPostIsNotRetried() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    await service.inject(.dropAfterWrite, times: 1) { _ in true }
    let error = await #expect(throws: ConstantContactError.self) {
      try await client.call(.post, "/contact_lists", body: TransportBody.json(["name": "Newsletter"]))
    }
    #expect(error?.effect == .uncertain)
    #expect(await service.requests.count == 1)
  }

  @Test(arguments: ["contacts", "/contacts?x=1", "/contacts#x", "/contacts/../account", "/contacts/{id}", ""])
  func invalidPathIsRefused(path: String) async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    let error = await #expect(throws: ConstantContactError.self) { try await client.call(.get, path) }
    #expect(error?.code == .invalidInput)
    #expect(await service.requests.isEmpty)
  }

  @Test(arguments: [
    ("https://api.cc.email/v3", "/v3/account/summary", "https://api.cc.email/v3/account/summary"),
    ("https://api.cc.email/v3", "/account/summary", "https://api.cc.email/v3/account/summary"),
    ("https://api.cc.email/v3/", "/v3/account/summary", "https://api.cc.email/v3/account/summary"),
    ("https://api.cc.email/v3", "/v3x/summary", "https://api.cc.email/v3/v3x/summary"),
    ("http://127.0.0.1:8080", "/v3/account/summary", "http://127.0.0.1:8080/v3/account/summary"),
    ("http://127.0.0.1:8080/", "/account/summary", "http://127.0.0.1:8080/account/summary"),
    ("https://proxy.example/cc/v3", "/cc/v3/lists", "https://proxy.example/cc/v3/lists"),
  ])
  func pathMayBeginWithTheBasePath(base: String, path: String, expected: String) async throws {
    let transport = ScriptedTransport([.json(200, "{}")])
    let configuration = ConstantContactConfiguration(
      baseURL: try #require(URL(string: base)), time: clock.timeSource)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: transport, configuration: configuration)
    _ = try await client.call(.get, path)
    #expect(await transport.requests.first?.url.absoluteString == expected)
  }
}
