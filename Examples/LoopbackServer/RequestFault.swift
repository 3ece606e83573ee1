internal import FlyingFox
internal import Foundation

/// The reason why the server itself refuses a request.
struct RequestFault: Error {
  let status: HTTPStatusCode
  let message: String

  init(_ status: HTTPStatusCode, _ message: String) {
    self.status = status
    self.message = message
  }

  static func malformed(_ message: String) -> RequestFault { RequestFault(.badRequest, message) }

  var response: HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: [.contentType: "text/plain; charset=utf-8"], body: Data((message + "\n").utf8))
  }
}
