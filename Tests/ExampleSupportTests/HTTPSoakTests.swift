import ConstantContactKit
import Soak
import Testing

@Suite struct HTTPSoakTests {
  /// The tests of the other transport contain the same.
  @Test(arguments: 1...2)
  func pushesSurviveFailuresOverHTTP(seed: UInt64) async throws {
    let violations = try await Soak(seed: seed, count: 400).violations(over: URLSessionTransport.shared)
    #expect(violations == [], "\(violations)")
  }
}
