import Foundation
import LoopbackServer
import Testing

@Suite struct RedirectAddressTests {
  @Test func readsLoopbackAddresses() throws {
    let usual = try RedirectAddress("http://localhost:8888/callback")
    #expect(usual.port == 8888 && usual.path == "/callback" && usual.addresses == [.ip4, .ip6])
    #expect(usual.uri == "http://localhost:8888/callback")
    #expect(try RedirectAddress("http://127.0.0.1:9").addresses == [.ip4])
    #expect(try RedirectAddress("http://127.0.0.1:9").path == "/")
    #expect(try RedirectAddress("HTTP://LocalHost/a%20b").path == "/a%20b")
    #expect(try RedirectAddress("http://localhost/").port == 80)
    #expect(try RedirectAddress("http://[::1]:8888/callback").addresses == [.ip6])
  }

  /// Browsers send `{x|y}` unencoded, which URLSession does not.
  @Test func keepsPercentEncoding() throws {
    let address = try RedirectAddress("http://localhost:8888/cb")
    func callback(_ query: String) -> String? { address.callback(query: query)?.absoluteString }
    #expect(callback("") == "http://localhost:8888/cb")
    #expect(callback("code=a%2Fb&state=s") == "http://localhost:8888/cb?code=a%2Fb&state=s")
    #expect(callback("code=a%2Fb&text={x|ü}") == "http://localhost:8888/cb?code=a%2Fb&text=%7Bx%7C%C3%BC%7D")
    #expect(callback("code=100%") == nil)
  }

  @Test(arguments: [
    "https://localhost", "https://localhost:8888/callback", "http://example.com/callback", "http://0.0.0.0:8888/",
    "http://localhost.example.com/", "http://127.0.0.1.example.com/", "http://192.168.1.1:8888/", "myapp://callback",
    "localhost:8888", "", "http://localhost:8888/callback?a=b", "http://localhost:8888/#x", "http://localhost:0/",
    "http://localhost:65536/", "http://localhost:99999999999999999999/", "http://localhost:-1/",
    "http://user@example.com/",
  ])
  func rejectsOtherURIs(uri: String) {
    #expect(throws: RedirectAddress.Failure.self) { try RedirectAddress(uri) }
  }
}
