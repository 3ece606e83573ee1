/// The subscribers to a source's events. Slow subscribers lose the oldest events.
struct TokenListeners {
  private struct Listener {
    let continuation: AsyncStream<TokenEvent>.Continuation
    /// The last `reconnectRequired` event that was sent.
    var lastLoss: Loss?
  }

  /// The loss of a connection, which is sent to each subscriber once.
  private struct Loss: Equatable {
    let generation: Int?
    let code: OAuthError.Code?
  }

  private static let bufferSize = 100

  private var listeners: [Int: Listener] = [:]
  private var lastID = 0

  var isEmpty: Bool { listeners.isEmpty }

  /// Adds a subscriber. The closure runs when its stream ends.
  mutating func add(onEnd: @escaping @Sendable (Int) -> Void) -> AsyncStream<TokenEvent> {
    lastID += 1
    let id = lastID
    let (stream, continuation) = AsyncStream.makeStream(
      of: TokenEvent.self, bufferingPolicy: .bufferingNewest(Self.bufferSize))
    continuation.onTermination = { _ in onEnd(id) }
    listeners[id] = Listener(continuation: continuation)
    return stream
  }

  mutating func remove(_ id: Int) { listeners[id] = nil }

  /// Sends an event to all subscribers, `reconnectRequired` only once per pair.
  mutating func send(_ event: TokenEvent) {
    let loss = event.kind == .reconnectRequired ? Loss(generation: event.generation, code: event.error?.code) : nil
    for id in listeners.keys {
      if let loss {
        if listeners[id]?.lastLoss == loss { continue }
        listeners[id]?.lastLoss = loss
      }
      listeners[id]?.continuation.yield(event)
    }
  }

  func finish() {
    for listener in listeners.values { listener.continuation.finish() }
  }
}
