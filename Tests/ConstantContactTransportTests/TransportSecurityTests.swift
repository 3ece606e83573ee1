import ConstantContactTransport
import Foundation
import Testing

@Suite struct TransportSecurityTests {
  @Test(arguments: [
    "https://api.cc.email/v3", "HTTPS://api.cc.email", "https://127.evil.com", "http://localhost:8080/x",
    "http://LOCALHOST", "http://127.0.0.1", "http://127.5.5.5:1", "http://[::1]:8080/x", "http://127.255.255.255",
  ])
  func acceptsHTTPSAndLoopback(text: String) throws {
    try TransportSecurity.check(try #require(URL(string: text)))
  }

  @Test(arguments: [
    "http://api.cc.email", "http://127.evil.com", "http://localhost.evil.com", "http://127.0.0.1.evil.com",
    "http://127.0.0.256", "http://127.0.0", "http://0127.0.0.1", "http://[::2]", "http://[::ffff:8.8.8.8]",
    "http://evil.com#@127.0.0.1", "http://128.0.0.1", "http://notlocalhost", "http://0.0.0.0", "http://127.0.0.+1",
    "HTTP://api.cc.email",
  ])
  func refusesPlainHTTPToOtherHosts(text: String) throws {
    let url = try #require(URL(string: text))
    let error = #expect(throws: TransportError.self) { try TransportSecurity.check(url) }
    #expect(error?.code == .insecure)
    #expect(error?.delivery == .notSent)
    #expect(throws: TransportError.self) { try TransportRequest(method: .get, url: url).validate() }
  }

  @Test(arguments: [
    "https://user:hunter2@api.cc.email", "https://user@api.cc.email", "http://localhost@evil.com", "https:///v3",
    "ftp://api.cc.email", "file:///etc/passwd", "/v3/contacts", "mailto:ann@example.com",
    "https://api.cc.email:99999", "https://api.cc.email:0", "https://api.cc.email:99999999999", "https://a%0D%0Ab",
    "https://api%00.evil.com", "https://api%2Fevil.com", "https://api%20.evil.com", "https://[::1%25eth0]",
  ])
  func refusesInvalidURLs(text: String) throws {
    let url = try #require(URL(string: text))
    let error = #expect(throws: TransportError.self) { try TransportSecurity.check(url) }
    #expect(error?.code == .invalidRequest)
    #expect(error?.delivery == .notSent)
    #expect(error.map { !"\($0)".contains("hunter2") } == true)
  }

  @Test func acceptsInternationalHostNames() throws {
    let url = try #require(URL(string: "https://bücher.example/v3"))
    #expect(url.absoluteString.contains("xn--"))
    try TransportSecurity.check(url)
  }

  @Test(arguments: [
    ("https://api.cc.email/a", "https://API.cc.email:443/b", true),
    ("http://localhost/a", "http://localhost:80/b", true),
    ("https://api.cc.email", "http://api.cc.email", false),
    ("https://api.cc.email", "https://api.cc.email.evil.com", false),
    ("https://api.cc.email", "https://api.cc.email:444", false),
  ])
  func sameOriginComparesSchemeHostAndPort(one: String, other: String, same: Bool) throws {
    let (one, other) = (try #require(URL(string: one)), try #require(URL(string: other)))
    #expect(TransportSecurity.haveSameOrigin(one, other) == same)
    #expect(TransportSecurity.haveSameOrigin(other, one) == same)
  }
}
