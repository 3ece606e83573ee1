#if AsyncHTTPClient
public import AsyncHTTPClient
public import ConstantContactTransport
internal import NIOCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A transport based on AsyncHTTPClient, for programs that use it anyway, or need its proxies, certificates or event loops.
///
/// It is in the product `ConstantContactAsyncHTTPClient` and requires the package trait `AsyncHTTPClient`:
///
/// ```swift no-compile
/// .package(url: "…/ConstantContactKit", from: "1.0.0", traits: ["AsyncHTTPClient"])
/// ```
///
/// It meets every requirement of ``HTTPTransport``: it follows no redirect, keeps no cookies and no cache, and returns a
/// 401 as a response. It does not decompress bodies. Timeouts are precise and cover the whole exchange. Bodies to and from
/// files are streamed in chunks of 64 KiB.
///
/// ## Use a custom client
///
/// ``shared`` suits most programs. Create a client to use a proxy, custom certificates or a separate connection pool, and
/// shut it down as usual:
///
/// ```swift no-compile
/// var configuration = AsyncHTTPClientTransport.configuration
/// configuration.proxy = .server(host: "proxy.internal", port: 3128)
/// let http = HTTPClient(configuration: configuration)
/// let client = ConstantContact(transport: AsyncHTTPClientTransport(client: http), …)
/// …
/// try await http.shutdown()
/// ```
///
/// ## Added header fields
///
/// `Host`, `Content-Length`, and `User-Agent: ConstantContactKit` when the request has none.
public struct AsyncHTTPClientTransport: HTTPTransport {
  /// The transport of this process, on its own client with ``configuration``. It is never shut down.
  public static let shared = AsyncHTTPClientTransport(client: HTTPClient(configuration: configuration))

  /// The largest response body to hold in memory, in bytes; 64 MiB by default.
  ///
  /// A larger body ends the exchange with ``TransportError/Code/responseTooLarge``. Downloads to a file have no limit.
  public var maximumResponseSize = TransportResponse.defaultMaximumSize

  private let client: HTTPClient

  /// Creates a transport on a client, which the caller shuts down after the last call.
  ///
  /// - Parameter client: A client created with ``configuration``, or with one that agrees with it in these points:
  ///   - It follows no redirects. A response after a redirect is refused with ``TransportError/Code/invalidRequest``,
  ///     because the request may have been sent twice.
  ///   - It has no tracer, because AsyncHTTPClient's spans contain the URL with its query.
  ///   - It does not retry connections. Otherwise an unreachable server is reported only after the connect timeout.
  public init(client: HTTPClient) { self.client = client }

  /// The recommended configuration of a client for this transport.
  ///
  /// - Redirects are not followed, and bodies are not decompressed.
  /// - A failed connection is reported at once. Retries are the task of `RetryPolicy`.
  /// - At most 32 connections per host, kept for 30 seconds. Servers keep them longer, so hardly any request is sent on a
  ///   connection that is being closed.
  /// - No tracer: AsyncHTTPClient's spans contain the URL, whose query may contain an email address.
  public static var configuration: HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      connectionPool: .init(idleTimeout: .seconds(30), concurrentHTTP1ConnectionsPerHostSoftLimit: 32),
      decompression: .disabled
    )
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.tracing.tracer = nil
    return configuration
  }

  /// Sends a request and returns its response with the whole body.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    return try await perform(request) { response in
      var body = Data()
      for try await chunk in response.body {
        guard chunk.readableBytes <= maximumResponseSize - body.count else {
          throw TransportError.responseTooLarge(limit: maximumResponseSize)
        }
        chunk.withUnsafeReadableBytes { bytes in
          bytes.withMemoryRebound(to: UInt8.self) { body.append($0) }
        }
      }
      return TransportResponse(status: response.head.status, headers: response.head.headers, body: body)
    }
  }

  /// Sends a request and writes the response body to a file as it arrives, in constant memory.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - file: The file to write to. What it contains is replaced; only its owner can read it.
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. The file is removed.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    try request.validate()
    let file = try DownloadFile(at: file)
    return try await file.fill {
      try await perform(request) { response in
        for try await chunk in response.body {
          try chunk.withUnsafeReadableBytes { try file.write($0) }
        }
        return response.head
      }
    }
  }

  private func perform<Value: Sendable>(
    _ request: TransportRequest,
    _ consume: @escaping @Sendable (HTTPClientResponse) async throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    guard request.timeout > .zero else { throw TransportError.timedOut(.notSent) }
    let converted = try HTTPClientRequest(request)

    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask {
        do {
          // The other task keeps the deadline: the client's would cover the response head only.
          let response = try await client.execute(converted, deadline: .distantFuture)
          guard response.history.count < 2 else { throw TransportError.redirectFollowed }
          let value = try await consume(response)
          // A cancelled body looks like a complete one.
          try Task.checkCancellation()
          return value
        } catch {
          try Task.checkCancellation()
          throw TransportError.from(error)
        }
      }
      group.addTask {
        try await ContinuousClock().sleep(for: request.timeout.limitedToCentury)
        throw TransportError.timedOut(.uncertain)
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
#else
/// A transport based on AsyncHTTPClient, which requires the trait `AsyncHTTPClient` of this package.
@available(*, unavailable, message: "enable the trait AsyncHTTPClient of the package ConstantContactKit")
public enum AsyncHTTPClientTransport {}
#endif
