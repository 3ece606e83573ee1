import ConstantContactKit
import Soak
import Testing

@Suite struct HTTPSoakTests {
  /// The same with the other transport is among its own tests.
  @Test(arguments: 1...2)
  func aTenthOfTheRequestsGoesWrongOverHTTPToo(seed: UInt64) async throws {
    let violations = try await Soak(seed: seed, count: 400).violations(over: URLSessionTransport.shared)
    #expect(violations == [], "\(violations)")
  }
}
