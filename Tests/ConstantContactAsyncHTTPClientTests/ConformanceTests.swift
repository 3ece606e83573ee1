#if AsyncHTTPClient
import ConstantContactAsyncHTTPClient
import ConstantContactTesting
import ScriptedServer
import Testing

@Suite struct ConformanceTests {
  // One after the other: many measure time, or count what one server received.
  @Test(.serialized, arguments: TransportConformance.cases)
  func conforms(_ conformanceCase: TransportConformance.Case) async throws {
    try await conformanceCase.run(AsyncHTTPClientTransport.shared, on: RawServer())
  }
}
#endif
