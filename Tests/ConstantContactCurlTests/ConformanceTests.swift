#if os(Linux)
import ConstantContactCurl
import ConstantContactTesting
import ScriptedServer
import Testing

@Suite struct ConformanceTests {
  /// Before 7.80, nothing keeps libcurl from sending a GET again when a kept connection is lost.
  static var cases: [TransportConformance.Case] {
    let numbers = (CurlTransport.libraryVersion ?? "").split(separator: ".").compactMap { Int($0) }
    return numbers.lexicographicallyPrecedes([7, 80])
      ? TransportConformance.cases.filter { $0.name != "GET on a lost kept connection" } : TransportConformance.cases
  }

  // Serialized, because many cases measure time.
  @Test(.serialized, arguments: cases)
  func conforms(_ conformanceCase: TransportConformance.Case) async throws {
    try await conformanceCase.run(CurlTransport.shared, on: RawServer())
  }
}
#endif
