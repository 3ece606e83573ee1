import ConstantContactTesting
import ConstantContactURLSession
import ScriptedServer
import Testing

@Suite struct ConformanceTests {
  /// On Linux, these cases end the process inside Foundation, with `Transfer completed, but there's no response`, and with
  /// the conversion of the length to an integer.
  static let fatalOnLinux = ["head cut short", "odd response: longest length"]

  static var cases: [TransportConformance.Case] {
    #if canImport(Darwin)
    TransportConformance.cases
    #else
    TransportConformance.cases.filter { !fatalOnLinux.contains($0.name) }
    #endif
  }

  // Serialized, because many cases measure time.
  @Test(.serialized, arguments: cases)
  func conforms(_ conformanceCase: TransportConformance.Case) async throws {
    try await conformanceCase.run(URLSessionTransport.shared, on: RawServer())
  }

  @Test func namesAreUnique() {
    #expect(Set(TransportConformance.cases.map(\.name)).count == TransportConformance.cases.count)
    #expect(TransportConformance.cases.count { Self.fatalOnLinux.contains($0.name) } == Self.fatalOnLinux.count)
  }
}
