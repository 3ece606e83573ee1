public import ConstantContactTransport

/// An observer that also receives requests and responses with their bodies, for debugging.
///
/// - Important: **Bodies, paths and queries hold personal data**: names, email addresses, phone numbers. Use an observer of this
///   kind while debugging, and do not log what it receives.
///
/// ```swift
/// struct FailureDump: BodyObserver {
///   func attemptEnded(_ attempt: CallAttempt) {}
///
///   func attemptReceived(_ response: TransportResponse, to request: TransportRequest, of attempt: CallAttempt) {
///     guard response.status.kind != .successful else { return }
///     print(attempt.operation, response.status, String(decoding: response.body, as: UTF8.self))
///   }
/// }
/// ```
public protocol BodyObserver: CallObserver {
  /// Reports a response, whatever its status, before ``CallObserver/attemptEnded(_:)`` reports the attempt.
  ///
  /// An attempt without a response, such as one whose connection was lost, is not reported here.
  ///
  /// - Parameters:
  ///   - response: The response. The 2xx body of a download goes into its file and is empty here.
  ///   - request: The request without its credentials: the header fields `Authorization` and `x-api-key` are removed.
  ///   - attempt: The attempt so far.
  func attemptReceived(_ response: TransportResponse, to request: TransportRequest, of attempt: CallAttempt)
}
