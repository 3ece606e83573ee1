#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Status and header fields of a response.
public struct TransportResponseHead: Sendable, Hashable {
  /// The status code.
  public var status: TransportStatus
  /// The header fields.
  public var headers: TransportHeaders

  /// Makes a head.
  public init(status: TransportStatus, headers: TransportHeaders = TransportHeaders()) {
    self.status = status
    self.headers = headers
  }
}

/// A response with its whole body.
public struct TransportResponse: Sendable, Hashable {
  /// Status and header fields.
  public var head: TransportResponseHead
  /// The body; empty when there was none.
  public var body: Data

  /// The status code.
  public var status: TransportStatus { head.status }
  /// The header fields.
  public var headers: TransportHeaders { head.headers }

  /// Makes a response.
  public init(status: TransportStatus, headers: TransportHeaders = TransportHeaders(), body: Data = Data()) {
    head = TransportResponseHead(status: status, headers: headers)
    self.body = body
  }
}

extension TransportResponse: Redacting {
  /// The status and the size of the body, never what it says.
  public var description: String { "\(status), \(body.count) bytes" }
}
