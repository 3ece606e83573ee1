#if Observability
public import ConstantContactTransport
public import Logging

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A transport that logs the bodies of requests and responses with swift-log, for debugging.
///
/// ```swift no-compile
/// let transport = BodyLoggingTransport(SystemTransport.shared, logger: logger, includesSuccesses: true)
/// let client = ConstantContact(tokens: tokens, transport: transport)
/// ```
///
/// - Warning: Bodies contain personal data, such as names and email addresses. Use this transport during development, and
///   keep its output out of production logs.
///
/// Each attempt with a response is logged, at level `trace` by default. Requests to the token endpoint are never logged:
/// their bodies contain secrets. Neither are header fields. Of a download, only the body of an error is logged.
public struct BodyLoggingTransport: HTTPTransport {
  /// The metadata keys.
  public enum MetadataKey {
    /// The operation, such as `contacts.create`.
    public static let operation = "constant_contact.operation"
    /// The status of the response.
    public static let status = "constant_contact.status"
    /// The body of the request, absent when the request has none or sends a file.
    public static let requestBody = "constant_contact.request_body"
    /// The body of the response.
    public static let responseBody = "constant_contact.response_body"
  }

  private let base: any HTTPTransport
  private let logger: Logger
  private let level: Logger.Level
  private let includesSuccesses: Bool
  private let limit: Int

  /// Creates a transport that sends requests with another transport.
  ///
  /// - Parameters:
  ///   - base: The transport that sends the requests.
  ///   - logger: The destination of the log messages.
  ///   - level: The level of the messages; `trace` by default.
  ///   - includesSuccesses: Whether 2xx responses are logged, or only errors, which is the default.
  ///   - limit: The number of bytes of each body to log; 4,096 by default.
  public init(
    _ base: any HTTPTransport,
    logger: Logger,
    level: Logger.Level = .trace,
    includesSuccesses: Bool = false,
    limit: Int = 4096
  ) {
    self.base = base
    self.logger = logger
    self.level = level
    self.includesSuccesses = includesSuccesses
    self.limit = max(0, limit)
  }

  /// Sends a request and logs the bodies.
  ///
  /// - Throws: The error of the underlying transport.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    let response = try await base.send(request)
    log(request, response.status, response.body)
    return response
  }

  /// Downloads to a file, and logs the body of an error.
  ///
  /// - Throws: The error of the underlying transport.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    let head = try await base.download(request, to: file)
    if head.status.kind != .successful { log(request, head.status, (try? Data(contentsOf: file)) ?? Data()) }
    return head
  }

  private func log(_ request: TransportRequest, _ status: TransportStatus, _ body: Data) {
    // The token endpoint is reached without a bearer token.
    guard request.headers["Authorization"]?.hasPrefix("Bearer ") == true, !request.operation.hasPrefix("oauth."),
      includesSuccesses || status.kind != .successful
    else { return }
    var metadata: Logger.Metadata = [
      MetadataKey.operation: "\(request.operation)",
      MetadataKey.status: "\(status.rawValue)",
      MetadataKey.responseBody: "\(text(body))",
    ]
    if case .bytes(let data) = request.body { metadata[MetadataKey.requestBody] = "\(text(data))" }
    logger.log(level: level, "Constant Contact bodies", metadata: metadata)
  }

  private func text(_ body: Data) -> String {
    let text = String(decoding: body.prefix(limit), as: UTF8.self)
    return body.count > limit ? "\(text)… (\(body.count) bytes)" : text
  }
}
#endif
