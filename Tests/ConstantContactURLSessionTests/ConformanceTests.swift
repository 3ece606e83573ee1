import ConstantContactTesting
import ConstantContactURLSession
import ScriptedServer
import Testing

@Suite struct ConformanceTests {
  /// On Linux, these cases end the process inside Foundation: a response's trailers and a connection that is lost within its
  /// header fields with `Transfer completed, but there's no response`, the longest length with its conversion to an integer.
  static let fatalOnLinux = [
    "head cut short", "connection lost at every byte", "connection lost at every byte of chunks",
    "odd response: longest length", "wire: trailers", "wire: trailers that set the length",
    "wire: trailer like a status line", "wire: trailers cut short", "wire: 10,000 trailers",
  ]
  /// On Linux, libcurl resends a GET by itself, and Foundation gives no access to the option that prevents it.
  static let sentTwiceOnLinux = ["GET on a lost kept connection"]

  static var cases: [TransportConformance.Case] {
    #if canImport(Darwin)
    TransportConformance.cases
    #else
    TransportConformance.cases.filter { !(fatalOnLinux + sentTwiceOnLinux).contains($0.name) }
    #endif
  }

  // Serialized, because many cases measure time.
  @Test(.serialized, arguments: cases)
  func conforms(_ conformanceCase: TransportConformance.Case) async throws {
    try await conformanceCase.run(URLSessionTransport.shared, on: RawServer())
  }

  @Test func namesAreUnique() {
    #expect(Set(TransportConformance.cases.map(\.name)).count == TransportConformance.cases.count)
    let excluded = Self.fatalOnLinux + Self.sentTwiceOnLinux
    #expect(TransportConformance.cases.count { excluded.contains($0.name) } == excluded.count)
  }
}
