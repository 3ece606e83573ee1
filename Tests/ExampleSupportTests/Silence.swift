import FlyingFox

/// Answers everything with nothing.
struct Silence: HTTPHandler {
  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    var headers = HTTPHeaders()
    headers[.connection] = "close"
    return HTTPResponse(statusCode: .noContent, headers: headers)
  }
}
