#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A fault injected into a request. See ``FakeConstantContact/inject(_:times:when:)``.
public enum InjectedFault: Sendable, Hashable {
  /// A response with this status and body, such as a 503. Nothing is written.
  case status(Int, body: String = "")
  /// 429 `throttled`. Nothing is written.
  case throttled
  /// 429 `quota_exceeded`. Nothing is written.
  case quotaExceeded
  /// 401, as if the access token had been revoked. Nothing is written.
  case unauthorized
  /// A 302 to another host, which a client must not follow with its token. Nothing is written.
  case redirect(to: URL)
  /// The server cannot be reached: the request is not sent.
  case refuseConnection
  /// No response within the request's timeout. Nothing is written.
  case timeout
  /// No response within the request's timeout, although the request was carried out.
  case timeoutAfterWrite
  /// The connection is lost before the request is carried out.
  case dropBeforeWrite
  /// The connection is lost after the request was carried out: a lost response.
  case dropAfterWrite
  /// The request is carried out, and half of the response arrives.
  case truncatedBody
  /// The request is carried out, and the response is not JSON.
  case malformedJSON
  /// The request is carried out, and the response has no body.
  case emptyBody
  /// The request is carried out, and the response is delayed.
  case latency(Duration)
}

extension InjectedFault {
  /// Whether the request is still carried out.
  var carriesOut: Bool {
    switch self {
    case .status, .throttled, .quotaExceeded, .unauthorized, .redirect, .refuseConnection, .timeout, .dropBeforeWrite:
      false
    case .timeoutAfterWrite, .dropAfterWrite, .truncatedBody, .malformedJSON, .emptyBody, .latency: true
    }
  }
}
