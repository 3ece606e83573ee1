internal import ConstantContactTesting
internal import ConstantContactTransport
internal import FlyingFox
internal import Foundation

/// Turns a request from the wire into one for the fake, and its answer back.
struct SandboxHandler: HTTPHandler {
  let fake: FakeConstantContact
  let hold: Duration

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let answer: TransportResponse
    do {
      answer = try await fake.send(try await translate(request))
    } catch is TransportError {
      return .cut
    } catch is CancellationError {
      // The server stops while the answer is held.
      return .cut
    }
    var headers = HTTPHeaders()
    for field in answer.headers.fields { headers.addValue(field.value, for: HTTPHeader(field.name)) }
    // FlyingFox keeps a connection open until its reader gives up, which holds up stopping.
    headers[.connection] = "close"
    let status = HTTPStatusCode(answer.status.rawValue, phrase: Self.phrase(answer.status))
    return HTTPResponse(statusCode: status, headers: headers, body: answer.body)
  }

  private static func phrase(_ status: TransportStatus) -> String {
    switch status.kind {
    case .informational: "Continue"
    case .successful: "OK"
    case .redirection: "Found"
    case .clientError: "Client Error"
    case .serverError, .other: "Server Error"
    }
  }

  private func translate(_ request: HTTPRequest) async throws -> TransportRequest {
    // The target as it stood in the request line: a decoded query would hide encoding mistakes.
    // The client's own name for this machine, for links to other pages; a stranger's would not pass as loopback.
    let host = request.headers[.host] ?? "127.0.0.1"
    guard let url = URL(string: "http://" + host + request.target.rawValue) else {
      throw TransportError(.invalidRequest, delivery: .notSent, message: "the target is not a URL")
    }
    var headers = TransportHeaders()
    for (name, value) in request.headers { headers.append(name.rawValue, value) }
    let body = try await request.bodyData
    return TransportRequest(
      method: TransportMethod(rawValue: request.method.rawValue),
      url: url,
      headers: headers,
      body: body.isEmpty ? nil : .bytes(body),
      timeout: hold
    )
  }
}
