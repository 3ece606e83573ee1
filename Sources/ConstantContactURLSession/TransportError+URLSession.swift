internal import ConstantContactTransport
internal import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

extension TransportError {
  /// Converts an error of `URLSession`. The delivery is `notSent` only when no connection can have existed.
  static func from(_ error: any Error, sawResponse: Bool) -> TransportError {
    let (code, delivery, message): (Code, Delivery, String) =
      switch URLError.Code(rawValue: (error as NSError).code) {
      case .timedOut:
        (.timedOut, .uncertain, "the request timed out")
      case .cannotFindHost, .dnsLookupFailed:
        (.cannotConnect, .notSent, "the server's host name was not found")
      case .cannotConnectToHost:
        (.cannotConnect, .notSent, "the server does not accept connections")
      case .notConnectedToInternet:
        (.cannotConnect, .uncertain, "there is no network connection")
      case .networkConnectionLost:
        (.connectionLost, .uncertain, "the connection was lost before the response was complete")
      case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
        .clientCertificateRequired:
        (.tlsFailed, .notSent, "no secure connection could be established")
      case .badServerResponse, .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData, .unsupportedURL:
        isClosedWithoutResponse(error, sawResponse: sawResponse)
          ? (.connectionLost, .uncertain, "the server closed the connection without a response")
          : (.badResponse, .uncertain, "the response is not valid HTTP")
      case .unknown where isHandshakeFailure(error):
        (.tlsFailed, .notSent, "no secure connection could be established")
      case .unknown:
        // Linux reports every response that libcurl or Foundation could not read completely as `unknown`.
        sawResponse
          ? (.connectionLost, .uncertain, "the connection was lost before the response was complete")
          : (.badResponse, .uncertain, "the response is not valid HTTP")
      default:
        (.other, .uncertain, "the request failed")
      }
    return TransportError(code, delivery: delivery, message: message, cause: error)
  }

  /// Linux reports TLS failures by libcurl's text only. These texts belong to the handshake, before any request is sent;
  /// with any other text the delivery stays uncertain.
  private static func isHandshakeFailure(_ error: any Error) -> Bool {
    #if canImport(Darwin)
    return false
    #else
    let words = (error as NSError).userInfo[NSLocalizedDescriptionKey] as? String ?? ""
    return [
      "SSL_connect", "SSL certificate problem", "certificate subject name", "gnutls_handshake",
      "server certificate verification failed",
    ].contains { words.contains($0) }
    #endif
  }

  /// Linux uses this code for an empty response only.
  private static func isClosedWithoutResponse(_ error: any Error, sawResponse: Bool) -> Bool {
    #if canImport(Darwin)
    false
    #else
    (error as NSError).code == URLError.Code.badServerResponse.rawValue && !sawResponse
    #endif
  }
}
