#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that goes wrong on purpose. See ``FakeConstantContact/inject(_:times:when:)``.
public enum InjectedFault: Sendable, Hashable {
  /// An answer with this status and body, such as a 503, in place of the real one. Nothing is written.
  case status(Int, body: String = "")
  /// 429 `throttled`. Nothing is written.
  case throttled
  /// 429 `quota_exceeded`. Nothing is written.
  case quotaExceeded
  /// 401, as if the access token had been revoked. Nothing is written.
  case unauthorized
  /// A 302 to another address, which a client must not follow with its token. Nothing is written.
  case redirect(to: URL)
  /// No answer within the request's timeout. Nothing is written.
  case timeout
  /// No answer within the request's timeout, although the service did what it was asked.
  case timeoutAfterWrite
  /// The connection is lost before the service acts.
  case dropBeforeWrite
  /// The connection is lost after the service acted, so that the client cannot know.
  case dropAfterWrite
  /// The service acts, and half of its answer arrives.
  case truncatedBody
  /// The service acts, and answers with something that is not JSON.
  case malformedJSON
  /// The service acts, and takes its time.
  case latency(Duration)
}

extension InjectedFault {
  /// Whether the request is still carried out.
  var letsThrough: Bool {
    switch self {
    case .status, .throttled, .quotaExceeded, .unauthorized, .redirect, .timeout, .dropBeforeWrite: false
    case .timeoutAfterWrite, .dropAfterWrite, .truncatedBody, .malformedJSON, .latency: true
    }
  }
}
