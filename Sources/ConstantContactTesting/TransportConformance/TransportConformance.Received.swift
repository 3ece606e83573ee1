public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TransportConformance {
  /// A request as a server received it.
  public struct Received: Sendable, Hashable {
    /// The method's token as it stood in the request line.
    public let method: String
    /// The request target as it stood there: path and query, undecoded.
    public let target: String
    /// The fields, in order.
    public let headers: TransportHeaders
    /// The body; empty when there was none.
    public let body: Data

    /// Makes a record.
    public init(method: String, target: String, headers: TransportHeaders, body: Data) {
      self.method = method
      self.target = target
      self.headers = headers
      self.body = body
    }
  }
}
