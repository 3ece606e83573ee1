internal import ConstantContactTransport
internal import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

/// One request under way. It ends once: with the response, a failure, the timeout or a cancellation, whichever is first.
final class Exchange: Sendable {
  private struct State {
    var body = Data()
    var result: Result<TransportResponse, any Error>?
    var continuation: CheckedContinuation<TransportResponse, any Error>?
  }

  private let task: URLSessionTask
  private let file: DownloadFile?
  private let state = Locked(State())

  init(task: URLSessionTask, file: DownloadFile?) {
    self.task = task
    self.file = file
  }

  /// Starts the task and waits for the exchange to end.
  func run() async throws -> TransportResponse {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let result = state.withLock { state in
          if state.result == nil { state.continuation = continuation }
          return state.result
        }
        if let result { continuation.resume(with: result) } else { task.resume() }
      }
    } onCancel: {
      end(.failure(CancellationError()), cancel: true)
    }
  }

  /// Ends the exchange unless it has ended.
  ///
  /// The task is cancelled and the caller resumed outside the lock, because both may call back into this object.
  func end(_ result: Result<TransportResponse, any Error>, cancel: Bool = false) {
    let (isFirst, continuation) = state.withLock {
      state -> (Bool, CheckedContinuation<TransportResponse, any Error>?) in
      guard state.result == nil else { return (false, nil) }
      state.result = result
      defer { state.continuation = nil }
      return (true, state.continuation)
    }
    guard isFirst else { return }
    if cancel { task.cancel() }
    continuation?.resume(with: result)
  }

  /// Appends bytes to the body.
  func receive(_ data: Data) {
    guard let file else { return state.withLock { $0.result == nil ? $0.body.append(data) : () } }
    do {
      try data.withUnsafeBytes { try file.write($0) }
    } catch {
      end(.failure(error), cancel: true)
    }
  }

  /// Ends the exchange with the result that the session reports.
  func complete(error: (any Error)?) {
    let response = task.response as? HTTPURLResponse
    if let error {
      end(.failure(TransportError.from(error, sawResponse: response != nil)))
    } else if let response {
      end(with: response)
    } else {
      end(.failure(TransportError(.badResponse, delivery: .uncertain, message: "the response is not valid HTTP")))
    }
  }

  /// Ends the exchange with a response and the body received so far.
  func end(with response: HTTPURLResponse) {
    var headers = TransportHeaders()
    for (name, value) in response.allHeaderFields {
      if let name = name as? String, let value = value as? String { headers.append(name, value) }
    }
    let body = state.withLock { $0.body }
    end(
      .success(TransportResponse(status: TransportStatus(rawValue: response.statusCode), headers: headers, body: body)))
  }

  /// Refuses a redirect, unless the exchange has ended.
  ///
  /// Linux' `URLSession` stops the process when it receives the decision about a redirect after the task was cancelled.
  /// Holding the lock keeps a cancellation either before the decision, which is then left out, or after it.
  func refuseRedirect(_ decide: (URLRequest?) -> Void) {
    state.withLock { state in
      if state.result == nil { decide(nil) }
    }
  }
}
