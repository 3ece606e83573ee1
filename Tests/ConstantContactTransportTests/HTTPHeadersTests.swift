import ConstantContactTransport
import Testing

@Suite struct HTTPHeadersTests {
  @Test func namesAreComparedWithoutCase() {
    var headers: TransportHeaders = ["Content-Type": "a"]
    #expect(headers["content-TYPE"] == "a")
    headers["CONTENT-type"] = "b"
    #expect(headers.fields.map(\.value) == ["b"])
    headers["content-type"] = nil
    #expect(headers.fields.isEmpty)
    #expect(headers["content-type"] == nil)
  }

  @Test func repeatsKeepTheirOrder() {
    var headers: TransportHeaders = ["A": "1", "B": "x", "a": "2"]
    headers.append("A", "3")
    #expect(headers.values(named: "a") == ["1", "2", "3"])
    #expect(headers["A"] == "1, 2, 3")
    #expect(headers.fields.map(\.name) == ["A", "B", "a", "A"])
  }

  @Test(arguments: ["Authorization", "proxy-authorization", "COOKIE", "Set-Cookie", "X-API-Key", "location"])
  func secretsAreNotShown(name: String) {
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

  @Test(arguments: [
    ("X-A", "a\r\nX-B: 1"), ("X-A", "a\n"), ("X-A", "\u{0}"), ("X-A", "é"), ("X-A", "\u{7F}"), ("X A", "1"), ("", "1"),
    ("X-A:", "1"), ("É", "1"),
  ])
  func fieldsThatBreakTheMessageAreFound(name: String, value: String) {
    var headers: TransportHeaders = ["X-Fine": "1"]
    #expect(headers.firstUnsendableName == nil)
    headers.append(name, value)
    #expect(headers.firstUnsendableName == name)
    #expect {
      try TransportRequest(method: .get, url: .example, headers: headers).validate()
    } throws: {
      let error = $0 as? TransportError
      return error?.code == .invalidRequest && error?.delivery == .notSent
    }
  }

  @Test func plainFieldsMayBeSent() {
    let headers: TransportHeaders = ["X-a1!#$%&'*+-.^_`|~": "a\tb ~!", "Empty": ""]
    #expect(headers.firstUnsendableName == nil)
  }
}
