#if os(Linux)
internal import ConstantContactTransport

extension TransportError {
  static let curlUnavailable = TransportError(
    .other, delivery: .notSent,
    message: "libcurl.so.4 is missing, older than 7.66, or built without TLS: install it, or use another transport")

  static func curlRejected(_ code: CInt) -> TransportError {
    TransportError(
      .invalidRequest, delivery: .notSent, message: "libcurl does not accept the request",
      cause: CurlFailure(code: code))
  }

  static func invalidResponse(_ code: CInt) -> TransportError {
    TransportError(
      .badResponse, delivery: .uncertain, message: "the response is not valid HTTP", cause: CurlFailure(code: code))
  }

  static func incompleteResponse(_ code: CInt) -> TransportError {
    TransportError(
      .connectionLost, delivery: .uncertain, message: "the connection was lost before the response was complete",
      cause: CurlFailure(code: code))
  }

  /// Converts a result code of libcurl.
  ///
  /// - Parameters:
  ///   - code: The code; not zero.
  ///   - isSent: Whether the request may have been sent.
  static func from(curl code: CInt, isSent: Bool) -> TransportError {
    guard isSent else { return unsent(code) }
    switch code {
    // No response, connection lost, send or receive failed, a body that is needed twice, aborted before a second attempt.
    case 18, 42, 52, 55, 56, 65: return incompleteResponse(code)
    // A version other than HTTP/1, an unreadable response or field, a failed decoder, an unknown encoding, a field too long.
    case 1, 8, 23, 43, 61, 100: return invalidResponse(code)
    case 26:
      return TransportError(
        .fileSystem, delivery: .uncertain, message: "the file changed while it was being sent",
        cause: CurlFailure(code: code))
    case 28:
      return TransportError(
        .timedOut, delivery: .uncertain, message: "the request timed out", cause: CurlFailure(code: code))
    // TLS errors after the handshake end the connection.
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98: return incompleteResponse(code)
    default:
      return TransportError(
        .other, delivery: .uncertain, message: "the request failed", cause: CurlFailure(code: code))
    }
  }

  private static func unsent(_ code: CInt) -> TransportError {
    let (kind, message): (Code, String) =
      switch code {
      case 5, 97: (.cannotConnect, "the proxy did not establish a connection")
      case 6: (.cannotConnect, "the server's host name was not found")
      case 1, 3, 43: (.invalidRequest, "the URL is not valid for a request")
      case 28: (.timedOut, "the request timed out")
      case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98:
        (.tlsFailed, "no secure connection could be established")
      case 27: (.other, "memory is exhausted")
      default: (.cannotConnect, "the server does not accept connections")
      }
    return TransportError(kind, delivery: .notSent, message: message, cause: CurlFailure(code: code))
  }
}
#endif
