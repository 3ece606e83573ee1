internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A response before it is delivered. Handlers return it or, to leave early, throw it.
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

  /// Creates an error in the gateway's shape: one object.
  static func gateway(_ status: Int, _ key: String, _ message: String) -> Reply {
    Reply(status, ["error_key": .string(key), "error_message": .string(message)])
  }

  /// Creates an error in the shape of the API behind the gateway: an array.
  static func service(_ status: Int, _ key: String, _ message: String) -> Reply {
    Reply(status, [["error_key": .string("contacts.api." + key), "error_message": .string(message)]])
  }

  /// Creates a 400 that names the faults, at most twenty of them.
  static func invalid(_ faults: [String]) -> Reply {
    service(400, "validation.error", faults.prefix(20).joined(separator: ", "))
  }

  static func notFound(_ message: String = "The requested resource was not found.") -> Reply {
    service(404, "not_found", message)
  }

  static func conflict(_ message: String) -> Reply { service(409, "conflict", message) }

  /// Creates the 501 for everything that the API may know and the fake does not.
  static func notSimulated(_ message: String) -> Reply { gateway(501, "not_simulated", message) }

  static var unauthorized: Reply {
    var reply = gateway(401, "unauthorized", "Unauthorized")
    reply.headers["WWW-Authenticate"] = "Bearer realm=api.cc.email"
    reply.headers["x-amzn-ErrorType"] = "UnauthorizedException"
    return reply
  }

  static var tooLarge: Reply { Reply(413, ["message": "Request Too Long"]) }
  static var throttled: Reply { gateway(429, "throttled", "Too Many Requests") }
  static var quotaExceeded: Reply { gateway(429, "quota_exceeded", "Limit Exceeded") }
  static var accessDenied: Reply {
    gateway(403, "access_denied", "Request forbidden due to insufficient user privileges.")
  }
}
