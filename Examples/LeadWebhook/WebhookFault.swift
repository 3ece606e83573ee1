internal import ExampleSupport
internal import FlyingFox
internal import Foundation

/// Why a request is refused, as the sender is told.
struct WebhookFault: Error {
  private struct Body: Encodable {
    struct FaultBody: Encodable {
      let code: String
      let message: String
      let row: Int?
    }

    let error: FaultBody
  }

  let status: HTTPStatusCode
  let code: String
  let message: String
  var row: Int?
  var headers: [(HTTPHeader, String)] = []

  init(_ status: HTTPStatusCode, _ code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  /// A body that cannot be read. The message names the row and the column, never a value.
  init(_ error: InputError) {
    self.init(.badRequest, "unreadable", error.description)
    row = error.row
  }

  init(_ refusal: Refusal) {
    switch refusal {
    case .stopping:
      self.init(.serviceUnavailable, "stopping", "the service is about to end: send it again")
      headers = [(Self.retryAfter, "5")]
    case .full:
      self.init(.serviceUnavailable, "outbox_full", "too many leads wait already: send it again later")
      headers = [(Self.retryAfter, "60")]
    case .storage:
      self.init(.serviceUnavailable, "storage", "the leads could not be kept: send them again later")
      headers = [(Self.retryAfter, "60")]
    case .keyReused:
      self.init(.unprocessableContent, "key_reused", "this Idempotency-Key came with another body before")
    }
  }

  static func methodNotAllowed(_ allowed: String) -> WebhookFault {
    var fault = WebhookFault(.methodNotAllowed, "method_not_allowed", "only \(allowed)")
    fault.headers = [(HTTPHeader("Allow"), allowed)]
    return fault
  }

  static var unauthorized: WebhookFault {
    var fault = WebhookFault(
      .unauthorized, "unauthorized", "X-Signature: sha256=<HMAC of the body>, or Authorization: Bearer <secret>")
    fault.headers = [(HTTPHeader("WWW-Authenticate"), "Bearer")]
    return fault
  }

  var response: HTTPResponse {
    var response = HTTPResponse.json(
      Body(error: Body.FaultBody(code: code, message: message, row: row)), status: status)
    for (name, value) in headers { response.headers[name] = value }
    return response
  }

  private static let retryAfter = HTTPHeader("Retry-After")
}

extension HTTPResponse {
  static func json(_ value: some Encodable, _ isHead: Bool = false, status: HTTPStatusCode = .ok) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: "application/json",
        .cacheControl: "no-store",
        // FlyingFox answers on a kept connection 40 ms later.
        .connection: "close",
      ],
      body: isHead ? Data() : Data((JSONLine.text(value) + "\n").utf8)
    )
  }
}
