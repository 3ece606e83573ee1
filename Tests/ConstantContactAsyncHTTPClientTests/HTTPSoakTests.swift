#if AsyncHTTPClient
import ConstantContactAsyncHTTPClient
import Soak
import Testing

@Suite struct HTTPSoakTests {
  @Test(arguments: 1...2)
  func soakOverHTTPWithInjectedFaults(seed: UInt64) async throws {
    let violations = try await Soak(seed: seed, count: 400).violations(over: AsyncHTTPClientTransport.shared)
    #expect(violations == [], "\(violations)")
  }
}
#endif
