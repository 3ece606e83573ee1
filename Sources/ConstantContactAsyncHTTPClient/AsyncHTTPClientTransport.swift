#if AsyncHTTPClient
public import AsyncHTTPClient
public import ConstantContactTransport
internal import NIOCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The transport on AsyncHTTPClient: for servers, above all on Linux, where it has none of the faults of Foundation's
/// `URLSession`.
///
/// It is in the product `ConstantContactAsyncHTTPClient`, and needs the package's trait of the same name:
///
/// ```swift no-compile
/// .package(url: "…/ConstantContactKit", from: "1.0.0", traits: ["AsyncHTTPClient"])
/// ```
///
/// It keeps every promise of ``HTTPTransport``: no redirect is followed, no cookie or cache is kept, a body is not
/// decompressed, and a 401 is a response. Timeouts are exact, and measured over the whole exchange. Bodies to and from a
/// file are streamed, 64 KiB at a time.
///
/// ## With a client of your own
///
/// ``shared`` suits most. Make a client for a proxy, for certificates or for another pool of connections, and shut it
/// down as you would any other:
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
/// ## What it adds to a request
///
/// `Host`, `Content-Length`, and `User-Agent: ConstantContactKit` when the request has none.
public struct AsyncHTTPClientTransport: HTTPTransport {
  /// The transport of this process, on a client of its own with ``configuration``. It is never shut down.
  public static let shared = AsyncHTTPClientTransport(client: HTTPClient(configuration: configuration))

  private let client: HTTPClient

  /// Makes a transport on a client, which the caller shuts down after the last call.
  ///
  /// - Parameter client: Made with ``configuration``, or with one that is like it in these points: it disallows redirects
  ///   (a response that one was followed for is refused with ``TransportError/Code/invalidRequest``: the request may have
  ///   been sent twice), has no tracer, since AsyncHTTPClient's spans hold the whole address with its query, and does not
  ///   retry connections, or an unreachable server is reported only after its connect timeout.
  public init(client: HTTPClient) { self.client = client }

  /// The configuration of a client that suits this transport, to be changed where need be.
  ///
  /// - Redirects are not followed, and bodies not decompressed.
  /// - Where no connection comes about, that is said at once: trying again is the business of `RetryPolicy`.
  /// - A host gets at most 32 connections at a time. They are kept for 30 seconds, which is less than servers keep them,
  ///   so that hardly any request goes out on one that is being closed.
  /// - No tracer: AsyncHTTPClient's spans hold the whole address, and in a query there may be an e-mail address.
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
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try request.validate()
    return try await perform(request) { response in
      var body = Data()
      for try await chunk in response.body {
        chunk.withUnsafeReadableBytes { bytes in
          bytes.withMemoryRebound(to: UInt8.self) { body.append($0) }
        }
      }
      return HTTPResponse(status: response.head.status, headers: response.head.headers, body: body)
    }
  }

  /// Sends a request and writes the body of the response to a file as it arrives, so that memory use does not grow with
  /// it. The file appears, and replaces what was there, when the body is complete; only its owner may read it.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. Then no file is left.
  public func download(_ request: HTTPRequest, to file: URL) async throws -> HTTPResponseHead {
    try request.validate()
    let partial = try PartialFile(for: file)
    do {
      let head = try await perform(request) { response in
        for try await chunk in response.body {
          try chunk.withUnsafeReadableBytes { try partial.write($0) }
        }
        return response.head
      }
      try partial.commit()
      return head
    } catch {
      partial.discard()
      throw error
    }
  }

  private func perform<Value: Sendable>(
    _ request: HTTPRequest,
    _ consume: @escaping @Sendable (HTTPClientResponse) async throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    guard request.timeout > .zero else { throw TransportError.timedOut(.notSent) }
    let converted = try HTTPClientRequest(request)

    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask {
        do {
          // The deadline is kept by the other task: this one would cover the head only.
          let response = try await client.execute(converted, deadline: .distantFuture)
          guard response.history.count < 2 else { throw TransportError.redirectFollowed }
          let value = try await consume(response)
          // A cancelled body looks like one that is complete.
          try Task.checkCancellation()
          return value
        } catch {
          try Task.checkCancellation()
          throw TransportError.from(error)
        }
      }
      group.addTask {
        try await ContinuousClock().sleep(for: request.timeout)
        throw TransportError.timedOut(.uncertain)
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
#else
/// The transport on AsyncHTTPClient, which needs the trait `AsyncHTTPClient` of this package.
@available(*, unavailable, message: "enable the trait AsyncHTTPClient of the package ConstantContactKit")
public enum AsyncHTTPClientTransport {}
#endif
