#if os(Linux)
internal import CConstantContactCurl
public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A transport based on the system's libcurl, the default on Linux.
///
/// It meets every requirement of ``HTTPTransport``: it follows no redirect, keeps no cookies, cache or credentials, and
/// returns a 401 as a response, whatever challenge it contains. It never sends a request twice by itself. Timeouts are
/// precise and cover the whole exchange. ``TransportError/Delivery/notSent`` is exact with libcurl 7.80 or later: the request
/// was not sent when, and only when, libcurl had not begun to send it.
///
/// libcurl is loaded when the first request is sent. Version 7.66 is needed, 7.80 recommended; `SystemTransport` uses
/// `URLSession` where it is missing. All requests run on one thread, in which nothing else runs.
///
/// Requests use HTTP/1.1 on at most 32 connections per host. Proxies are those that the environment names (`https_proxy`,
/// `all_proxy`, `no_proxy`), never for addresses of this machine. Certificates are checked against the system's authorities,
/// or those of ``certificateAuthorities``.
///
/// ## Added header fields
///
/// `Host`, `Content-Length`, `User-Agent: ConstantContactKit` when the request has none, and `Accept-Encoding: deflate, gzip`
/// when the request has none. Bodies are decompressed unless the request has an `Accept-Encoding` of its own.
///
/// ## Invalid responses
///
/// A response whose end is uncertain is refused with ``TransportError/Code/badResponse`` or
/// ``TransportError/Code/connectionLost``: lengths that differ, an invalid header field, more than 512 KiB of header fields,
/// fewer bytes than announced. Trailers are ignored.
public struct CurlTransport: HTTPTransport {
  /// The transport of this process, with the system's certificate authorities.
  public static let shared = CurlTransport()

  /// Whether libcurl can be used. If not, every request fails with ``TransportError/Code/other``, unsent.
  public static var isAvailable: Bool { CurlLoop.shared != nil }

  /// The version of libcurl that is used, such as `7.88.1`, or `nil` when it is unavailable.
  public static var libraryVersion: String? {
    guard isAvailable else { return nil }
    let version = cccurl_version()
    return "\(version >> 16).\(version >> 8 & 0xFF).\(version & 0xFF)"
  }

  /// The largest response body to hold in memory, in bytes after decompression; 64 MiB by default.
  ///
  /// A larger body ends the exchange with ``TransportError/Code/responseTooLarge``. Downloads to a file have no limit.
  public var maximumResponseSize: Int

  /// A PEM file of the certificate authorities to trust instead of the system's; `nil` by default.
  public var certificateAuthorities: URL?

  /// Creates a transport. All transports share their connections, except between different authorities.
  ///
  /// - Parameters:
  ///   - maximumResponseSize: The largest response body to hold in memory, in bytes; 64 MiB by default.
  ///   - certificateAuthorities: A PEM file of the authorities to trust instead of the system's; none by default.
  public init(
    maximumResponseSize: Int = TransportResponse.defaultMaximumSize, certificateAuthorities: URL? = nil
  ) {
    self.maximumResponseSize = maximumResponseSize
    self.certificateAuthorities = certificateAuthorities
  }

  /// Sends a request and returns its response with the whole body.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    return try await perform(request, into: nil)
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
    return try await file.fill { try await perform(request, into: file).head }
  }

  private func perform(_ request: TransportRequest, into file: DownloadFile?) async throws -> TransportResponse {
    try Task.checkCancellation()
    guard request.timeout > .zero else { throw TransportError.timedOut(.notSent) }
    guard let loop = CurlLoop.shared else { throw TransportError.curlUnavailable }
    let exchange = try CurlExchange(
      request, file: file, maximumResponseSize: maximumResponseSize,
      certificateAuthorities: certificateAuthorities?.path(percentEncoded: false))
    guard request.method.rawValue != "HEAD" || exchange.body.map({ $0.size == 0 }) ?? true else {
      throw TransportError(
        .invalidRequest, delivery: .notSent, message: "libcurl cannot send a `HEAD` request with a body")
    }
    return try await exchange.run(on: loop)
  }
}
#endif
