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
      case .badServerResponse, .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData:
        isClosedWithoutAnswer(error, sawResponse: sawResponse)
          ? (.connectionLost, .uncertain, "the server closed the connection without an answer")
          : (.badResponse, .uncertain, "the answer is not HTTP")
      case .unknown:
        // All that Linux says of an answer libcurl or Foundation could not read to its end.
        sawResponse
          ? (.connectionLost, .uncertain, "the connection broke before the response was complete")
          : (.badResponse, .uncertain, "the answer is not HTTP")
      default:
        (.other, .uncertain, "the exchange failed")
      }
    return TransportError(code, delivery: delivery, message: message, cause: error)
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
