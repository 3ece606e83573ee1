public import ExampleSupport

/// The end of a program that serves until it is told to stop.
public enum ServerEnd {
  /// Waits for the request to stop, or for the server to end by itself.
  ///
  /// - Parameters:
  ///   - stop: Returns when the program is told to stop.
  ///   - server: Returns when the server has ended, with its error.
  /// - Returns: How the program ends when the server failed; `nil` when it was told to stop.
  public static func wait(
    stop: @escaping @Sendable () async -> Void,
    server: @escaping @Sendable () async -> (any Error)?
  ) async -> Ending? {
    let (ends, end) = AsyncStream.makeStream(of: Ending?.self)
    Task {
      await stop()
      end.yield(nil)
    }
    Task {
      // A server that ends without an error was not told to either.
      let reason = await server().map { "\($0)" } ?? "it stopped listening"
      end.yield(Ending(status: 1, message: "The HTTP server failed: \(reason)"))
    }
    for await ending in ends { return ending }
    return nil
  }
}
