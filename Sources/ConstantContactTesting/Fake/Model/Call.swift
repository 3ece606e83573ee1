internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A request as the fake reads it.
struct Call {
  let method: String
  /// The path's segments after `/v3`, decoded.
  let segments: [String]
  /// Scheme, host and port, for links to other pages.
  let origin: String
  let query: [(name: String, value: String)]
  let headers: TransportHeaders
  let body: Data

  init(_ request: TransportRequest) throws {
    method = request.method.rawValue
    segments = request.url.path(percentEncoded: true).split(separator: "/").map {
      // In a path `+` is itself.
      PercentEncoding.decodeFormValue($0.replacing("+", with: "%2B")) ?? String($0)
    }
    let port = request.url.port.map { ":\($0)" } ?? ""
    origin = "\(request.url.scheme ?? "https")://\(request.url.host() ?? "localhost")\(port)"
    query = PercentEncoding.decodeQuery(request.url.query(percentEncoded: true) ?? "")
    headers = request.headers
    body = try request.body?.data() ?? Data()
  }

  /// The body, when it is declared as JSON and fits.
  func json(_ shape: Shape) throws -> JSON {
    let type = headers["Content-Type"]?.split(separator: ";").first.map { $0.lowercased() }
    guard type == "application/json" else {
      throw Reply.service(415, "unsupported_media_type", "Content-Type must be application/json.")
    }
    guard let json = try? JSON(parsing: body), json.object != nil else {
      throw Reply.service(400, "json.error", "The JSON payload is malformed.")
    }
    let faults = shape.faults(in: json, at: "")
    if !faults.isEmpty { throw Reply.invalid(faults) }
    return json
  }
}
