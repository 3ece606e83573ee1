#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A response with its whole body.
public struct TransportResponse: Sendable, Hashable {
  /// The status and header fields.
  public var head: TransportResponseHead
  /// The body; empty when the response has none.
  public var body: Data

  /// The status code.
  public var status: TransportStatus { head.status }
  /// The header fields.
  public var headers: TransportHeaders { head.headers }

  /// Creates a response.
  public init(status: TransportStatus, headers: TransportHeaders = TransportHeaders(), body: Data = Data()) {
    head = TransportResponseHead(status: status, headers: headers)
    self.body = body
  }
}

extension TransportResponse {
  /// The default limit of a body in memory, decompressed: 64 MiB.
  public static let defaultMaximumSize = 64 * 1024 * 1024
}

extension TransportResponse: Redacting {
  /// The status and the size of the body, never its contents.
  public var description: String { "\(status), \(body.count) bytes" }
}
