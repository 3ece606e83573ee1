public import ConstantContactTransport
internal import ConstantContactURLSession

#if os(Linux)
internal import ConstantContactCurl
#endif
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The default transport: `URLSession` on Apple platforms, the system's libcurl on Linux.
///
/// On Linux it is `CurlTransport`, or ``URLSessionTransport`` where libcurl is missing, too old, or built without TLS. The
/// environment variable `CONSTANT_CONTACT_TRANSPORT=urlsession` selects ``URLSessionTransport``, in this release only.
public struct SystemTransport: HTTPTransport {
  /// The transport of this process.
  public static let shared = SystemTransport()

  private let chosen: any HTTPTransport

  private init() {
    #if os(Linux)
    let prefersURLSession = ProcessInfo.processInfo.environment["CONSTANT_CONTACT_TRANSPORT"] == "urlsession"
    chosen = prefersURLSession || !CurlTransport.isAvailable ? URLSessionTransport.shared : CurlTransport.shared
    #else
    chosen = URLSessionTransport.shared
    #endif
  }

  /// Sends a request and returns its response with the whole body, at most 64 MiB.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled.
  public func send(_ request: TransportRequest) async throws -> TransportResponse { try await chosen.send(request) }

  /// Sends a request and writes the response body to a file as it arrives, in constant memory.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - file: The file to write to. What it contains is replaced; only its owner can read it.
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. The file is removed.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    try await chosen.download(request, to: file)
  }
}
