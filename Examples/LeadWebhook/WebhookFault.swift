internal import ExampleSupport
internal import FlyingFox
internal import Foundation

/// The reason why a request is refused, as the sender receives it.
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

  init(_ status: HTTPStatusCode, _ code: String, _ message: String, row: Int? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.row = row
  }

  /// A body that cannot be read. The message contains the row and the column, but no value.
  init(_ error: InputError) {
    self.init(.badRequest, "unreadable", error.description, row: error.row)
  }

  init(_ refusal: Refusal) {
    switch refusal {
    case .stopping:
      self.init(.serviceUnavailable, "stopping", "The service is stopping. Retry the request.")
      headers = [(Self.retryAfter, "5")]
    case .full:
      self.init(.serviceUnavailable, "outbox_full", "Too many leads are waiting. Retry the request later.")
      headers = [(Self.retryAfter, "60")]
    case .storage:
      self.init(.serviceUnavailable, "storage", "The leads could not be stored. Retry the request later.")
      headers = [(Self.retryAfter, "60")]
    case .keyReused:
      self.init(
        .unprocessableContent, "key_reused", "An earlier request used this Idempotency-Key with another body.")
    }
  }

  static func methodNotAllowed(_ allowed: String) -> WebhookFault {
    var fault = WebhookFault(.methodNotAllowed, "method_not_allowed", "The only method is \(allowed).")
    fault.headers = [(HTTPHeader("Allow"), allowed)]
    return fault
  }

  static func unauthorized(_ message: String) -> WebhookFault {
    var fault = WebhookFault(.unauthorized, "unauthorized", message)
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
  static func json(_ value: some Encodable, isHead: Bool = false, status: HTTPStatusCode = .ok) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: isHead ? Data() : Data((JSONLine.text(value) + "\n").utf8)
    )
  }
}
