internal import ConstantContactTransport
internal import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

extension TransportError {
  static func timedOut(_ delivery: Delivery) -> TransportError {
    TransportError(.timedOut, delivery: delivery, message: "the exchange did not finish in time")
  }

  /// Says what an error of `URLSession` means. `notSent` only where no connection can have been there to send on.
  static func from(_ error: any Error, sawResponse: Bool) -> TransportError {
    let (code, delivery, message): (Code, Delivery, String) =
      switch URLError.Code(rawValue: (error as NSError).code) {
      case .timedOut:
        (.timedOut, .uncertain, "the exchange did not finish in time")
      case .cannotFindHost, .dnsLookupFailed:
        (.cannotConnect, .notSent, "the server's name was not found")
      case .cannotConnectToHost:
        (.cannotConnect, .notSent, "the server does not accept connections")
      case .notConnectedToInternet:
        (.cannotConnect, .uncertain, "there is no network")
      case .networkConnectionLost:
        (.connectionLost, .uncertain, "the connection broke before the response was complete")
      case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
        .clientCertificateRequired:
        (.tlsFailed, .notSent, "no secure connection came about")
      case .badServerResponse, .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData, .unsupportedURL:
        isClosedWithoutAnswer(error, sawResponse: sawResponse)
          ? (.connectionLost, .uncertain, "the server closed the connection without an answer")
          : (.badResponse, .uncertain, "the answer is not HTTP")
      case .unknown where isHandshakeFailure(error):
        (.tlsFailed, .notSent, "no secure connection came about")
      case .unknown:
        // All that Linux says of an answer that libcurl or Foundation could not read to its end.
        sawResponse
          ? (.connectionLost, .uncertain, "the response broke off before it was complete")
          : (.badResponse, .uncertain, "the answer cannot be read as HTTP")
      default:
        (.other, .uncertain, "the exchange failed")
      }
    return TransportError(code, delivery: delivery, message: message, cause: error)
  }

  /// Linux has no code for TLS, only libcurl's words. These are said of the handshake, before any request is sent; where
  /// libcurl says something else, the delivery stays uncertain.
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

  /// Linux has this code for an empty answer, and for nothing else.
  private static func isClosedWithoutAnswer(_ error: any Error, sawResponse: Bool) -> Bool {
    #if canImport(Darwin)
    false
    #else
    (error as NSError).code == URLError.Code.badServerResponse.rawValue && !sawResponse
    #endif
  }
}
