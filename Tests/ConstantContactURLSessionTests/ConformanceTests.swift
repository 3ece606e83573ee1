import ConstantContactTesting
import ConstantContactURLSession
import ScriptedServer
import Testing

@Suite struct ConformanceTests {
  /// On Linux, this case ends the process: `NativeProtocol.swift: Transfer completed, but there's no response.`
  static let fatalOnLinux = "head cut short"

  static var cases: [TransportConformance.Case] {
    #if canImport(Darwin)
    TransportConformance.cases
    #else
    TransportConformance.cases.filter { $0.name != fatalOnLinux }
    #endif
  }

  // Serialized, because many cases measure time.
  @Test(.serialized, arguments: cases)
  func conforms(_ conformanceCase: TransportConformance.Case) async throws {
    try await conformanceCase.run(URLSessionTransport.shared, on: RawServer())
  }

  @Test func namesAreUnique() {
    #expect(Set(TransportConformance.cases.map(\.name)).count == TransportConformance.cases.count)
    #expect(TransportConformance.cases.contains { $0.name == Self.fatalOnLinux })
  }
}
