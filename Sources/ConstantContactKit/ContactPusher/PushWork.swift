internal import ConstantContactTransport

/// The leads of one push that are under way. Letting go of it cancels them.
final class PushWork: Sendable {
  private typealias Ending = (id: Int, result: Result<DeliveryReport, any Error>)

  private let state = Locked(State())
  private let endings: AsyncStream<Ending>
  private let continuation: AsyncStream<Ending>.Continuation

  private struct State {
    var tasks: [Int: Task<Void, Never>] = [:]
  }

  init() {
    (endings, continuation) = AsyncStream.makeStream()
  }

  deinit { cancel() }

  var count: Int { state.withLock { $0.tasks.count } }

  func start(_ lead: PreparedLead, with pusher: ContactPusher) {
    let continuation = continuation
    let task = Task {
      do {
        continuation.yield((lead.position, .success(try await pusher.push(lead))))
      } catch {
        continuation.yield((lead.position, .failure(error)))
      }
    }
    state.withLock { $0.tasks[lead.position] = task }
  }

  /// The report of whichever lead is done next.
  ///
  /// - Throws: `CancellationError` when the caller was cancelled; everything under way is cancelled then.
  func next() async throws -> DeliveryReport {
    let ending = await withTaskCancellationHandler {
      var endings = endings.makeAsyncIterator()
      return await endings.next()
    } onCancel: {
      cancel()
    }
    guard let ending, !Task.isCancelled else { throw CancellationError() }
    _ = state.withLock { $0.tasks.removeValue(forKey: ending.id) }
    return try ending.result.get()
  }

  private func cancel() {
    let tasks = state.withLock { Array($0.tasks.values) }
    for task in tasks { task.cancel() }
  }
}
