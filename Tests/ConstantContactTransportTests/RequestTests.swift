import ConstantContactTransport
import Foundation
import Testing

extension URL {
  static var example: URL {
    URL(string: "https://api.cc.email/v3/contacts?email=ann%40example.com") ?? URL(filePath: "/")
  }
}

@Suite struct RequestTests {
  @Test func descriptionHidesTheQuery() {
    let request = TransportRequest(
      method: .get, url: .example, body: .bytes(Data("ann".utf8)), operation: "contacts.get")
    #expect(request.description == "GET api.cc.email/v3/contacts")
    #expect(!shown(request).contains("ann"))
  }

  @Test func methodsAreUppercased() {
    #expect(TransportMethod(rawValue: "patch") == .patch)
    #expect(
      [TransportMethod.get, .post, .put, .patch, .delete].map(\.description) == [
        "GET", "POST", "PUT", "PATCH", "DELETE",
      ]
    )
  }

  @Test(arguments: [
    "", " ", "GET ", " GET", "GET /evil HTTP/1.1\r\nX-A: 1\r\n\r\nGET", "GET\n", "GÉT", "G\u{0}T", "G:T", "G/T",
    "\u{7F}",
    "CONNECT", "connect",
  ])
  func invalidMethodsAreRefused(method: String) {
    let request = TransportRequest(method: TransportMethod(rawValue: method), url: .example)
    let error = #expect(throws: TransportError.self) { try request.validate() }
    #expect(error?.code == .invalidRequest)
    #expect(error?.delivery == .notSent)
    #expect(error?.message.contains("\n") == false)
  }

  @Test(arguments: ["GET", "post", "M-SEARCH", "X_1!#$%&'*+.^`|~"])
  func tokensAreValidMethods(method: String) throws {
    try TransportRequest(method: TransportMethod(rawValue: method), url: .example).validate()
  }

  /// Unicode maps the dotless i and the sharp s to ASCII letters.
  @Test func onlyASCIILettersAreUppercased() {
    #expect(TransportMethod(rawValue: "p\u{131}ng").rawValue == "P\u{131}NG")
    #expect(TransportMethod(rawValue: "pa\u{DF}").rawValue == "PA\u{DF}")
  }

  @Test(arguments: [
    ("X-A", "a\r\nX-B: 1"), ("X-A", "a\n"), ("X-A", "\u{0}"), ("X-A", "é"), ("X-A", "\u{7F}"), ("X A", "1"), ("", "1"),
    ("X-A:", "1"), ("É", "1"), ("X-A\r\nX-B", "1"), ("Host", "example.com"), ("content-LENGTH", "5"),
    ("Transfer-Encoding", "chunked"),
  ])
  func invalidHeaderFieldsAreRefused(name: String, value: String) {
    var headers: TransportHeaders = ["X-Fine": "1"]
    headers.append(name, value)
    let error = #expect(throws: TransportError.self) {
      try TransportRequest(method: .get, url: .example, headers: headers).validate()
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.delivery == .notSent)
    #expect(error?.message.contains("\n") == false)
  }

  @Test func plainHeaderFieldsAreValid() throws {
    let headers: TransportHeaders = ["X-a1!#$%&'*+-.^_`|~": "a\tb ~!", "Empty": ""]
    try TransportRequest(method: .get, url: .example, headers: headers).validate()
  }

  @Test(arguments: [
    "http://127.0.0.1/a b", "http://127.0.0.1/a\r\nX-A: 1", "http://127.0.0.1/\u{0}", "https://a\r\nb/",
  ])
  func rawControlCharactersInURLsNeverPass(text: String) {
    guard let url = URL(dataRepresentation: Data(text.utf8), relativeTo: nil, isAbsolute: true) else { return }
    do {
      try TransportRequest(method: .get, url: url).validate()
      // Foundation has percent-encoded them.
      #expect(url.absoluteString.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    } catch {
      #expect((error as? TransportError)?.code == .invalidRequest)
    }
  }

  @Test(arguments: [
    (99, TransportStatus.Kind.other), (100, .informational), (199, .informational), (200, .successful),
    (299, .successful),
    (300, .redirection), (399, .redirection), (400, .clientError), (499, .clientError), (500, .serverError),
    (599, .serverError), (600, .other), (0, .other), (-1, .other), (.max, .other), (.min, .other),
  ])
  func kindFollowsFromTheFirstDigit(code: Int, kind: TransportStatus.Kind) {
    #expect(TransportStatus(rawValue: code).kind == kind)
    #expect("\(TransportStatus(rawValue: code))" == "\(code)")
  }

  @Test func responseDescriptionHidesTheBody() {
    let response = TransportResponse(status: 404, headers: ["A": "1"], body: Data("ann@example.com".utf8))
    #expect(response.description == "404, 15 bytes")
    #expect(!shown(response).contains("ann"))
    #expect(response.headers["a"] == "1")
  }

  @Test func errorDescriptionHidesTheCause() {
    struct Cause: Error { let url = "https://ann.example.com" }
    let error = TransportError(.timedOut, delivery: .uncertain, message: "too late", cause: Cause())
    #expect(error.description == "timedOut: too late")
    #expect(!shown(error).contains("ann"))
    #expect(error.cause is Cause)
  }
}
