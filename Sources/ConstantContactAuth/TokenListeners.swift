/// Those who listen to a source's events. Nobody is waited for: who is slow misses the oldest.
struct TokenListeners {
  private struct Listener {
    let continuation: AsyncStream<TokenEvent>.Continuation
    /// The end of a connection that this listener has been told of.
    var toldEnd: End?
  }

  private struct End: Equatable {
    let generation: Int?
    let code: OAuthError.Code?
  }

  private static let bufferSize = 100

  private var listeners: [Int: Listener] = [:]
  private var lastID = 0

  var isEmpty: Bool { listeners.isEmpty }

  /// Adds a listener. The closure is called when it has gone.
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

  /// Tells everybody; that a connection has ended, once for each pair.
  mutating func send(_ event: TokenEvent) {
    let end = event.kind == .reconnectRequired ? End(generation: event.generation, code: event.error?.code) : nil
    for id in listeners.keys {
      if let end {
        if listeners[id]?.toldEnd == end { continue }
        listeners[id]?.toldEnd = end
      }
      listeners[id]?.continuation.yield(event)
    }
  }

  func finish() {
    for listener in listeners.values { listener.continuation.finish() }
  }
}
