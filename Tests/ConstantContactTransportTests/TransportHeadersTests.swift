import ConstantContactTransport
import Testing

@Suite struct TransportHeadersTests {
  @Test func namesAreCaseInsensitive() {
    var headers: TransportHeaders = ["Content-Type": "a"]
    #expect(headers["content-TYPE"] == "a")
    headers["CONTENT-type"] = "b"
    #expect(headers.fields.map(\.value) == ["b"])
    headers["content-type"] = nil
    #expect(headers.fields.isEmpty)
    #expect(headers["content-type"] == nil)
  }

  @Test func repeatedFieldsKeepTheirOrder() {
    var headers: TransportHeaders = ["A": "1", "B": "x", "a": "2"]
    headers.append("A", "3")
    #expect(headers.values(named: "a") == ["1", "2", "3"])
    #expect(headers["A"] == "1, 2, 3")
    #expect(headers.fields.map(\.name) == ["A", "B", "a", "A"])
  }

  @Test(arguments: ["Authorization", "proxy-authorization", "COOKIE", "Set-Cookie", "X-API-Key", "location"])
  func secretValuesAreRedacted(name: String) {
    let headers: TransportHeaders = [name: "secret-value", "X-Plain": "plain-value"]
    let response = TransportResponse(status: 200, headers: headers)
    let request = TransportRequest(method: .get, url: .example, headers: headers)
    #expect(!shown(headers).contains("secret-value"))
    #expect(!shown(headers.fields).contains("secret-value"))
    #expect(!shown(response).contains("secret-value"))
    #expect(!shown(response.head).contains("secret-value"))
    #expect(!shown(request).contains("secret-value"))
    #expect(headers.description.contains("X-Plain: plain-value"))
    #expect(headers.description.contains("\(name): <redacted>"))
  }

  @Test func onlyASCIILettersAreFolded() {
    // The Kelvin sign, whose lower case is the letter k.
    let headers: TransportHeaders = ["X-\u{212A}": "1"]
    #expect(headers["x-k"] == nil)
    #expect(headers["X-\u{212A}"] == "1")
  }

  /// Every field of a response is looked at a few times, so this must not take time quadratic in their number.
  @Test(.timeLimit(.minutes(5)))
  func manyAndLongFields() {
    var headers = TransportHeaders()
    for index in 0..<50_000 { headers.append("X-Field-\(index % 1000)", "\(index)") }
    headers.append("X-Long", String(repeating: "x", count: 1_000_000))
    #expect(headers["x-field-7"]?.hasPrefix("7, 1007, ") == true)
    #expect(headers["X-LONG"]?.utf8.count == 1_000_000)
    #expect(headers["Retry-After"] == nil)
    headers["X-Field-7"] = nil
    #expect(headers.fields.count == 49_951)
  }
}
