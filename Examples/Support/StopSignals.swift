internal import Dispatch
internal import Foundation

/// Waits for SIGINT or SIGTERM, so that the program can end in good order.
public struct StopSignals: @unchecked Sendable {
  // Safe to share: the stream is made for it, and the sources are only kept alive.
  private let stream: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  /// Begins to watch. From here on the signals end nothing by themselves.
  public init() {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    self.stream = stream
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
  }

  /// Returns at the first signal since the beginning.
  public func wait() async {
    for await _ in stream { return }
  }
}
