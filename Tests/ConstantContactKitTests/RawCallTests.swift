import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RawCallTests {
  let clock = ManualClock(automatic: true)

  @Test func appliesLimitsTokensAndRetries() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    await service.add(.init(address: "a+b@example.com"))
    let client = try await service.client()
    await service.inject(.status(503), times: 1) { _ in true }
    await service.expireAccessTokens()
    let response = try await client.call(.get, "/contacts", query: [("email", "a+b@example.com")])
    #expect(response.status == 200)
    #expect(response.headers["x-amzn-RequestId"] != nil)
    let json: JSONValue = try JSONCoding.decode(response.body)
    #expect(json["contacts"] != .array([]))
    for _ in 0..<8 { _ = try await client.call(.get, "/contact_lists") }
    #expect(await service.maxRequestsInAnySecond <= 4)
  }

  @Test func bodyIsJSONUnlessAHeaderOverridesIt() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    let body = try JSONCoding.body(["name": "Newsletter"])
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
      try await client.call(.post, "/contact_lists", body: JSONCoding.body(["name": "Newsletter"]))
    }
    #expect(error?.effect == .uncertain)
    #expect(await service.requests.count == 1)
  }

  @Test(arguments: ["contacts", "/contacts?x=1", "/contacts#x", "/contacts/../account", "/contacts/{id}", ""])
  func invalidPathIsRejected(path: String) async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    let error = await #expect(throws: ConstantContactError.self) { try await client.call(.get, path) }
    #expect(error?.code == .invalidInput)
    #expect(await service.requests.isEmpty)
  }
}
