#if AsyncHTTPClient
import AsyncHTTPClient
import ConstantContactTransport
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

@testable import ConstantContactAsyncHTTPClient

/// Errors that cannot be caused on loopback. The delivery decides whether a request may be retried.
@Suite struct ErrorTests {
  @Test(
    arguments: [
      HTTPClientError.connectTimeout, HTTPClientError.getConnectionFromPoolTimeout, HTTPClientError.tlsHandshakeTimeout,
      HTTPClientError.httpProxyHandshakeTimeout, HTTPClientError.socksHandshakeTimeout,
      HTTPClientError.proxyAuthenticationRequired, HTTPClientError.alreadyShutdown, HTTPClientError.emptyHost,
      IOError(errnoCode: ECONNREFUSED, reason: "connect"), ChannelError.connectTimeout(.seconds(1)),
      NIOSSLError.handshakeFailed(.sslError([])), NIOSSLError.unableToValidateCertificate,
      NIOSSLExtraError.failedToValidateHostname,
    ] as [any Error])
  func errorsBeforeSendingAreNotSent(error: any Error) {
    #expect(TransportError.from(error).delivery == .notSent)
  }

  @Test(
    arguments: [
      HTTPClientError.readTimeout, HTTPClientError.writeTimeout, HTTPClientError.remoteConnectionClosed,
      HTTPClientError.deadlineExceeded, HTTPClientError.cancelled, HTTPClientError.requestStreamCancelled,
      HTTPClientError.redirectLimitReached, HTTPClientError.bodyLengthMismatch,
      IOError(errnoCode: ECONNRESET, reason: "read"), IOError(errnoCode: EPIPE, reason: "write"),
      ChannelError.ioOnClosedChannel, NIOSSLError.uncleanShutdown, BoringSSLError.sslError([]),
      HTTPParserError.invalidEOFState, HTTPParserError.invalidVersion, CocoaError(.featureUnsupported),
    ] as [any Error])
  func errorsAfterSendingAreUncertain(error: any Error) {
    #expect(TransportError.from(error).delivery == .uncertain)
  }

  @Test func errorsHaveTheirCodes() {
    #expect(TransportError.from(HTTPClientError.tlsHandshakeTimeout).code == .tlsFailed)
    #expect(TransportError.from(HTTPClientError.connectTimeout).code == .cannotConnect)
    #expect(TransportError.from(HTTPClientError.readTimeout).code == .timedOut)
    #expect(TransportError.from(HTTPParserError.invalidEOFState).code == .connectionLost)
    #expect(TransportError.from(HTTPParserError.invalidVersion).code == .badResponse)
    #expect(TransportError.from(NIOSSLError.unableToValidateCertificate).code == .tlsFailed)
    #expect(TransportError.from(CocoaError(.featureUnsupported)).code == .other)
  }
}
#endif
