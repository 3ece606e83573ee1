#if AsyncHTTPClient
import ConstantContactAsyncHTTPClient
import ConstantContactTesting
import ScriptedServer
import Testing

@Suite struct ConformanceTests {
  // Serialized, because many cases measure time.
  @Test(.serialized, arguments: TransportConformance.cases)
  func conforms(_ conformanceCase: TransportConformance.Case) async throws {
    try await conformanceCase.run(AsyncHTTPClientTransport.shared, on: RawServer())
  }
}
#endif
