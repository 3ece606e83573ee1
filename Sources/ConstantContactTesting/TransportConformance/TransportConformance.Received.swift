public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TransportConformance {
  /// A request as received by a server.
  public struct Received: Sendable, Hashable {
    /// The method's token in the request line.
    public let method: String
    /// The request target in the request line: path and query, not decoded.
    public let target: String
    /// The header fields, in order.
    public let headers: TransportHeaders
    /// The body; empty when the request has none.
    public let body: Data

    /// Creates a record.
    public init(method: String, target: String, headers: TransportHeaders, body: Data) {
      self.method = method
      self.target = target
      self.headers = headers
      self.body = body
    }
  }
}
