internal import ConstantContactTesting
internal import ConstantContactTransport
internal import FlyingFox
internal import Foundation

/// Passes requests from the wire to the fake, and its responses back.
struct SandboxHandler: HTTPHandler {
  let fake: FakeConstantContact
  let hold: Duration
  let log: (@Sendable (String) -> Void)?

  /// The fake refuses bodies above 10 MB; one byte more is enough to see that.
  private static let maximumBodySize = 10 * 1_024 * 1_024 + 1

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let start = ContinuousClock.now
    let response = await respond(to: request)
    if let log {
      let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
      let outcome = response.map { "\($0.statusCode.code)" } ?? "connection cut"
      log("\(SandboxLine.text(for: request)) \(outcome) \(milliseconds) ms")
    }
    return response ?? .cut
  }

  /// Returns `nil` when the connection is to be cut.
  private func respond(to request: HTTPRequest) async -> HTTPResponse? {
    if let page = await SandboxPage.response(to: request, from: fake) { return page }
    do {
      return response(try await fake.send(try await translate(request)))
    } catch let error as TransportError where error.delivery == .notSent && error.code != .cannotConnect {
      return Self.badRequest
    } catch {
      // A fault that loses the connection, a client that went away, or a server that stops while it holds a response.
      return nil
    }
  }

  private func response(_ response: TransportResponse) -> HTTPResponse {
    var headers = HTTPHeaders()
    for field in response.headers.fields { headers.addValue(field.value, for: HTTPHeader(field.name)) }
    // FlyingFox keeps a connection open until its reader gives up, which delays stopping.
    headers[.connection] = "close"
    let status = HTTPStatusCode(response.status.rawValue, phrase: Self.phrase(response.status))
    return HTTPResponse(statusCode: status, headers: headers, body: response.body)
  }

  /// The response to a request that no transport would send, such as one for another host.
  private static var badRequest: HTTPResponse {
    let body = #"{"error_key":"bad_request","error_message":"The sandbox responds to valid requests for localhost."}"#
    return HTTPResponse(
      statusCode: .badRequest, headers: [.contentType: "application/json", .connection: "close"], body: Data(body.utf8))
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
    // The target as it stands in the request line: a decoded query would hide encoding mistakes.
    // The client's name for this machine goes into links to other pages. The fake refuses names that are not loopback.
    let host = request.headers[.host] ?? "127.0.0.1"
    guard request.target.rawValue.hasPrefix("/"),
      let url = URL(string: "http://" + host + request.target.rawValue, encodingInvalidCharacters: false)
    else {
      throw TransportError(.invalidRequest, delivery: .notSent, message: "the request target is not a URL")
    }
    var headers = TransportHeaders()
    // The framing of the request belongs to the connection, and the host is part of the URL.
    let framing: Set<HTTPHeader> = [.host, .contentLength, .transferEncoding, .connection]
    for (name, value) in request.headers where !framing.contains(name) { headers.append(name.rawValue, value) }
    let body = try await Self.body(of: request)
    return TransportRequest(
      method: TransportMethod(rawValue: request.method.rawValue),
      url: url,
      headers: headers,
      body: body.isEmpty ? nil : .bytes(body),
      timeout: hold
    )
  }

  /// Reads a body no further than the fake needs to refuse it.
  private static func body(of request: HTTPRequest) async throws -> Data {
    var body = Data()
    for try await chunk in request.bodySequence {
      body.append(chunk.prefix(maximumBodySize - body.count))
      if body.count >= maximumBodySize { break }
    }
    return body
  }
}
