#if AsyncHTTPClient
internal import AsyncHTTPClient
internal import ConstantContactTransport
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension TransportError {
  static let redirectFollowed = TransportError(
    .invalidRequest,
    delivery: .uncertain,
    message: "the HTTPClient follows redirects: create it with `AsyncHTTPClientTransport.configuration`"
  )

  /// Converts an error of AsyncHTTPClient. The delivery is `notSent` only when no connection can have existed.
  static func from(_ error: any Error) -> TransportError {
    if let error = error as? TransportError { return error }
    let (code, delivery, message) = meaning(of: error)
    return TransportError(code, delivery: delivery, message: message, cause: error)
  }

  private typealias Meaning = (Code, Delivery, String)

  private static func meaning(of error: any Error) -> Meaning {
    switch error {
    case let error as HTTPClientError: meaning(of: error)
    case let error as NIOConnectionError where error.connectionErrors.isEmpty:
      (.cannotConnect, .notSent, "the server's host name was not found")
    case is NIOConnectionError, ChannelError.connectTimeout: noConnection
    case let error as IOError where error.errnoCode == ECONNREFUSED: noConnection
    case NIOSSLError.handshakeFailed, NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate,
      is NIOSSLExtraError:
      noSecureConnection
    case HTTPParserError.invalidEOFState, is IOError, is ChannelError, is NIOSSLError, is BoringSSLError: lost
    case is HTTPParserError: (.badResponse, .uncertain, "the response is not valid HTTP")
    default: (.other, .uncertain, "the request failed")
    }
  }

  private static func meaning(of error: HTTPClientError) -> Meaning {
    switch error {
    case .deadlineExceeded, .readTimeout, .writeTimeout:
      (.timedOut, .uncertain, "the request timed out")
    case .connectTimeout, .getConnectionFromPoolTimeout: noConnection
    case .socksHandshakeTimeout, .httpProxyHandshakeTimeout, .invalidProxyResponse, .proxyAuthenticationRequired:
      (.cannotConnect, .notSent, "the proxy did not establish a connection")
    case .tlsHandshakeTimeout: noSecureConnection
    case .remoteConnectionClosed, .uncleanShutdown: lost
    case .alreadyShutdown: (.other, .notSent, "the HTTPClient has been shut down")
    case .cancelled: (.other, .uncertain, "the HTTPClient was shut down before the response was complete")
    case .invalidURL, .emptyHost, .emptyScheme:
      (.invalidRequest, .notSent, "the URL is not valid for a request")
    case .bodyLengthMismatch: (.fileSystem, .uncertain, "the file changed while it was being sent")
    case .redirectLimitReached, .redirectCycleDetected:
      (redirectFollowed.code, redirectFollowed.delivery, redirectFollowed.message)
    default: (.other, .uncertain, "the request failed")
    }
  }

  private static let noConnection: Meaning = (.cannotConnect, .notSent, "the server does not accept connections")
  private static let noSecureConnection: Meaning = (.tlsFailed, .notSent, "no secure connection could be established")
  private static let lost: Meaning = (
    .connectionLost, .uncertain, "the connection was lost before the response was complete"
  )
}
#endif
