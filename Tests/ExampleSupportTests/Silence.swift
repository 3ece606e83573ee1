import FlyingFox

/// Responds to every request with 204.
struct Silence: HTTPHandler {
  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    HTTPResponse(statusCode: .noContent)
  }
}
