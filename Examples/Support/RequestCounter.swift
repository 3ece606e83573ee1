internal import ConstantContactKit
internal import Foundation

/// Counts API requests, including failed ones, without requests for tokens.
public final class RequestCounter: @unchecked Sendable {
  // Safe to share: `value` is only accessed while `lock` is held.
  private let lock = NSLock()
  private var value = 0

  /// Creates a counter that starts at zero.
  public init() {}

  /// The number of requests.
  public var count: Int { lock.withLock { value } }

  func increment() { lock.withLock { value += 1 } }
}

/// A transport that counts requests.
struct CountingTransport: HTTPTransport {
  let base: any HTTPTransport
  let counter: RequestCounter

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    count(request)
    return try await base.send(request)
  }

  func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    count(request)
    return try await base.download(request, to: file)
  }

  private func count(_ request: TransportRequest) {
    if !request.operation.hasPrefix("oauth.") { counter.increment() }
  }
}
