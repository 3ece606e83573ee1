internal import ConstantContactTransport
internal import Dispatch
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
  private let maximumSize: Int
  private let state = Locked(State())

  /// Creates an exchange that writes the body to a file or, without one, holds at most `maximumSize` bytes in memory.
  init(task: URLSessionTask, file: DownloadFile?, maximumSize: Int) {
    self.task = task
    self.file = file
    self.maximumSize = maximumSize
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
  /// The caller is resumed outside the lock, because it may call back into this object. The task is cancelled on another
  /// thread: on Linux, cancelling waits for the session, which may be waiting for the host name of another task.
  func end(_ result: Result<TransportResponse, any Error>, cancel: Bool = false) {
    let (isFirst, continuation) = state.withLock {
      state -> (Bool, CheckedContinuation<TransportResponse, any Error>?) in
      guard state.result == nil else { return (false, nil) }
      state.result = result
      defer { state.continuation = nil }
      return (true, state.continuation)
    }
    guard isFirst else { return }
    continuation?.resume(with: result)
    if cancel { DispatchQueue.global().async { [task] in task.cancel() } }
  }

  /// Appends bytes to the body.
  func receive(_ data: Data) {
    guard let file else { return receiveInMemory(data) }
    do {
      try data.withUnsafeBytes { try file.write($0) }
    } catch {
      end(.failure(error), cancel: true)
    }
  }

  private func receiveInMemory(_ data: Data) {
    let fits = state.withLock { state in
      guard state.result == nil else { return true }
      guard data.count <= maximumSize - state.body.count else { return false }
      state.body.append(data)
      return true
    }
    if !fits { end(.failure(TransportError.responseTooLarge(limit: maximumSize)), cancel: true) }
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
