#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Status and header fields of a response.
public struct HTTPResponseHead: Sendable, Hashable {
  /// The status code.
  public var status: HTTPStatus
  /// The header fields.
  public var headers: HTTPHeaders

  /// Makes a head.
  public init(status: HTTPStatus, headers: HTTPHeaders = HTTPHeaders()) {
    self.status = status
    self.headers = headers
  }
}

/// A response with its whole body.
public struct HTTPResponse: Sendable, Hashable {
  /// Status and header fields.
  public var head: HTTPResponseHead
  /// The body; empty when there was none.
  public var body: Data

  /// The status code.
  public var status: HTTPStatus { head.status }
  /// The header fields.
  public var headers: HTTPHeaders { head.headers }

  /// Makes a response.
  public init(status: HTTPStatus, headers: HTTPHeaders = HTTPHeaders(), body: Data = Data()) {
    head = HTTPResponseHead(status: status, headers: headers)
    self.body = body
  }
}

extension HTTPResponse: Redacting {
  /// The status and the size of the body, never what it says.
  public var description: String { "\(status), \(body.count) bytes" }
}
