#if os(Linux)
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// One call under way. It ends once: with the response, a failure, the timeout or a cancellation, whichever is first.
final class CurlExchange: Sendable {
  private struct State {
    var result: Result<TransportResponse, any Error>?
    var continuation: CheckedContinuation<TransportResponse, any Error>?
  }

  let request: TransportRequest
  let body: CurlRequestBody?
  /// The file to write the response body to; `nil` holds it in memory.
  let file: DownloadFile?
  let maximumResponseSize: Int
  let certificateAuthorities: String?
  let deadline: ContinuousClock.Instant
  private let state = Locked(State())

  init(
    _ request: TransportRequest, file: DownloadFile?, maximumResponseSize: Int, certificateAuthorities: String?
  ) throws {
    self.request = request
    self.file = file
    self.maximumResponseSize = maximumResponseSize
    self.certificateAuthorities = certificateAuthorities
    deadline = ContinuousClock.now.advanced(by: request.timeout.limitedToCentury)
    body = try CurlRequestBody(request.body)
  }

  /// Hands the exchange to the loop and waits for it to end.
  func run(on loop: CurlLoop) async throws -> TransportResponse {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let result = state.withLock { state in
          if state.result == nil { state.continuation = continuation }
          return state.result
        }
        if let result { continuation.resume(with: result) } else { loop.enqueue(self) }
      }
    } onCancel: {
      // The caller does not wait for the loop, which removes the transfer when it gets to it.
      if end(.failure(CancellationError())) { loop.enqueue(self) }
    }
  }

  var hasEnded: Bool { state.withLock { $0.result != nil } }

  /// Ends the exchange. Returns `false` when it has ended before.
  @discardableResult
  func end(_ result: Result<TransportResponse, any Error>) -> Bool {
    let (isFirst, continuation) = state.withLock {
      state -> (Bool, CheckedContinuation<TransportResponse, any Error>?) in
      guard state.result == nil else { return (false, nil) }
      state.result = result
      defer { state.continuation = nil }
      return (true, state.continuation)
    }
    continuation?.resume(with: result)
    return isFirst
  }
}
#endif
