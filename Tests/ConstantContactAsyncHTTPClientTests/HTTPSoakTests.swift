#if AsyncHTTPClient
import ConstantContactAsyncHTTPClient
import HTTPSoak
import Testing

@Suite struct HTTPSoakTests {
  @Test func overRealHTTPEveryLeadHasOneTrueOutcome() async throws {
    let (violations, requests) = try await HTTPSoak.run(seed: 1, count: 300, transport: AsyncHTTPClientTransport.shared)
    #expect(violations == [], "\(violations)")
    #expect(requests > 600)
  }
}
#endif
