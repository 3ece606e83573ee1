import ConstantContactTransport
import Foundation
import Testing

extension URL {
  static var example: URL {
    URL(string: "https://api.cc.email/v3/contacts?email=ann%40example.com") ?? URL(filePath: "/")
  }
}

@Suite struct RequestTests {
  @Test func theQueryIsNotShown() {
    let request = TransportRequest(
      method: .get, url: .example, body: .bytes(Data("ann".utf8)), operation: "contacts.get")
    #expect(request.description == "GET api.cc.email/v3/contacts")
    #expect(!shown(request).contains("ann"))
  }

  @Test func methodsAreUpperCase() {
    #expect(TransportMethod(rawValue: "patch") == .patch)
    #expect(
      [TransportMethod.get, .post, .put, .patch, .delete].map(\.description) == [
        "GET", "POST", "PUT", "PATCH", "DELETE",
      ]
    )
  }

  @Test(arguments: [
    (99, TransportStatus.Kind.other), (100, .informational), (199, .informational), (200, .successful),
    (299, .successful),
    (300, .redirection), (399, .redirection), (400, .clientError), (499, .clientError), (500, .serverError),
    (599, .serverError), (600, .other), (0, .other), (-1, .other),
  ])
  func theFirstDigitIsTheKind(code: Int, kind: TransportStatus.Kind) {
    #expect(TransportStatus(rawValue: code).kind == kind)
    #expect("\(TransportStatus(rawValue: code))" == "\(code)")
  }

  @Test func aResponseShowsNoBody() {
    let response = TransportResponse(status: 404, headers: ["A": "1"], body: Data("ann@example.com".utf8))
    #expect(response.description == "404, 15 bytes")
    #expect(!shown(response).contains("ann"))
    #expect(response.headers["a"] == "1")
  }

  @Test func anErrorKeepsItsCauseToItself() {
    struct Cause: Error { let url = "https://ann.example.com" }
    let error = TransportError(.timedOut, delivery: .uncertain, message: "too late", cause: Cause())
    #expect(error.description == "timedOut: too late")
    #expect(!shown(error).contains("ann"))
    #expect(error.cause is Cause)
  }

  @Test func aDownloadByWayOfMemory() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "download-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let request = TransportRequest(method: .get, url: .example)
    let head = try await Fixed().download(request, to: file)
    #expect(head.status == 200)
    #expect(try Data(contentsOf: file) == Data("abc".utf8))
    let error = await #expect(throws: TransportError.self) {
      try await Fixed().download(request, to: file.appending(path: "nowhere"))
    }
    #expect(error?.code == .fileSystem)
    #expect(error?.delivery == .delivered)
  }

  private struct Fixed: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
      TransportResponse(status: 200, body: Data("abc".utf8))
    }
  }
}
