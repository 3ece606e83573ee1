/// The status and header fields of a response.
public struct TransportResponseHead: Sendable, Hashable {
  /// The status code.
  public var status: TransportStatus
  /// The header fields.
  public var headers: TransportHeaders

  /// Creates a response head.
  public init(status: TransportStatus, headers: TransportHeaders = TransportHeaders()) {
    self.status = status
    self.headers = headers
  }
}
