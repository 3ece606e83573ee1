internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A request as the fake reads it.
struct Call {
  /// The limit of the gateway in front of the API, 10 MB.
  static let maximumBodySize = 10 * 1_024 * 1_024

  let method: String
  /// The path's segments, decoded. A trailing or doubled slash leaves an empty one.
  let segments: [String]
  /// Scheme, host and port, for links to other pages.
  let origin: String
  let query: [(name: String, value: String)]
  /// Whether each pair of the query is valid percent-encoding.
  let hasValidQuery: Bool
  let headers: TransportHeaders
  let body: Data

  init(_ request: TransportRequest) throws {
    method = request.method.rawValue
    let path = request.url.path(percentEncoded: true)
    segments =
      path.isEmpty || path == "/"
      ? []
      : path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0).map {
        // In a path `+` is itself.
        PercentEncoding.decodeFormValue($0.replacing("+", with: "%2B")) ?? String($0)
      }
    let port = request.url.port.map { ":\($0)" } ?? ""
    origin = "\(request.url.scheme ?? "https")://\(request.url.host() ?? "localhost")\(port)"
    let encodedQuery = request.url.query(percentEncoded: true) ?? ""
    query = PercentEncoding.decodeQuery(encodedQuery)
    // Malformed pairs are left out by the decoder.
    hasValidQuery = query.count == encodedQuery.split(separator: "&").count
    headers = request.headers
    body = try request.body?.data() ?? Data()
  }

  /// Returns the body when it is declared as JSON and has the shape.
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

  /// Throws a 400 when the request has query parameters.
  func requireNoParameters() throws { try Query(self, allowing: []).check() }
}
