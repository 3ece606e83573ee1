internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the fake is about to answer. Handlers return it or, to leave early, throw it.
struct Reply: Error {
  var status: Int
  var headers = TransportHeaders()
  var body: Data

  init(_ status: Int, _ json: JSON, headers: TransportHeaders = TransportHeaders()) {
    self.status = status
    self.headers = headers
    self.headers["Content-Type"] = "application/json"
    body = json.data
  }

  init(_ status: Int, text: String = "", contentType: String? = nil) {
    self.status = status
    headers["Content-Type"] = contentType
    body = Data(text.utf8)
  }

  /// An error as the gateway gives it: one object.
  static func gateway(_ status: Int, _ key: String, _ message: String) -> Reply {
    Reply(status, ["error_key": .string(key), "error_message": .string(message)])
  }

  /// An error as the service behind the gateway gives it: an array.
  static func service(_ status: Int, _ key: String, _ message: String) -> Reply {
    Reply(status, [["error_key": .string("contacts.api." + key), "error_message": .string(message)]])
  }

  static func invalid(_ faults: [String]) -> Reply {
    service(400, "validation.error", faults.joined(separator: ", "))
  }

  static func notFound(_ message: String = "The requested resource was not found.") -> Reply {
    service(404, "not_found", message)
  }

  static func conflict(_ message: String) -> Reply { service(409, "conflict", message) }

  static var unauthorized: Reply {
    var reply = gateway(401, "unauthorized", "Unauthorized")
    reply.headers["WWW-Authenticate"] = "Bearer realm=api.cc.email"
    reply.headers["x-amzn-ErrorType"] = "UnauthorizedException"
    return reply
  }

  static var throttled: Reply { gateway(429, "throttled", "Too Many Requests") }
  static var quotaExceeded: Reply { gateway(429, "quota_exceeded", "Limit Exceeded") }
  static var accessDenied: Reply {
    gateway(403, "access_denied", "Request forbidden due to insufficient user privileges.")
  }
}
