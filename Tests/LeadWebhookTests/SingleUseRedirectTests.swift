import Foundation
import LoopbackServer
import Testing

@Suite struct SingleUseRedirectTests {
  private static let destination = "https://example.com/authorize?state=s3cr3t&redirect_uri=http%3A%2F%2Flocalhost"

  /// Returns a response. URLSession would follow the redirect.
  private func head(_ method: String, _ path: String, _ url: URL) async throws -> String {
    let connection = try LoopbackConnection(port: UInt16(try #require(url.port)))
    return try await connection.exchange("\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
  }

  @Test func redirectsOnce() async throws {
    let redirect = SingleUseRedirect(to: try #require(URL(string: Self.destination)))
    let url = try await redirect.start()
    #expect(url.host() == "127.0.0.1" && url.path() == "/start" && url.query() == nil)
    #expect(try await head("GET", "/favicon.ico", url).hasPrefix("HTTP/1.1 404 "))
    #expect(try await head("HEAD", "/start", url).hasPrefix("HTTP/1.1 405 "))

    let first = try await head("GET", "/start", url)
    #expect(first.hasPrefix("HTTP/1.1 303 ") && first.contains("Location: \(Self.destination)\r\n"))
    #expect(first.contains("Cache-Control: no-store") && first.contains("Referrer-Policy: no-referrer"))
    let second = try await head("GET", "/start", url)
    #expect(second.hasPrefix("HTTP/1.1 400 ") && !second.contains("s3cr3t"))

    await redirect.stop()
    await #expect(throws: (any Error).self) { try await head("GET", "/start", url) }
  }
}
