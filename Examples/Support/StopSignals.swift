internal import Dispatch
internal import Foundation

/// Waits for SIGINT or SIGTERM.
public struct StopSignals: @unchecked Sendable {
  // Safe to share: the stream is Sendable, and the sources are only retained.
  private let stream: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  /// Starts watching. From now on the signals do not end the process.
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

  /// Returns at the first signal since the start.
  public func wait() async {
    for await _ in stream { return }
  }
}
