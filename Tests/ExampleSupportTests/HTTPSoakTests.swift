import ConstantContactKit
import Soak
import Testing

@Suite struct HTTPSoakTests {
  /// The tests of the other transport contain the same.
  @Test(arguments: 1...1)
  func pushesSurviveFailuresOverHTTP(seed: UInt64) async throws {
    let violations = try await Soak(seed: seed, count: 200).violations(over: SystemTransport.shared)
    #expect(violations == [], "\(violations)")
  }
}
