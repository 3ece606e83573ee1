internal import Dispatch
internal import FlyingSocks
internal import Foundation

/// Asynchronous operations on a non-blocking socket. Cancelling the task ends each of them.
struct SocketStream: Sendable {
  let socket: Socket

  /// - Throws: `SocketError` when the socket cannot be made non-blocking.
  init(_ socket: Socket) throws {
    try socket.setFlags(.nonBlocking)
    self.socket = socket
  }

  /// The next bytes.
  ///
  /// - Throws: `SocketError.disconnected` at the end.
  func read(atMost count: Int) async throws -> [UInt8] {
    try await retryingWhenReady(for: .read) { try socket.read(atMost: count) }
  }

  func write(_ data: Data) async throws {
    var index = data.startIndex
    while index < data.endIndex {
      let start = index
      index = try await retryingWhenReady(for: .write) { try socket.write(data, from: start) }
    }
  }

  /// The next connection.
  func accept() async throws -> Socket {
    try await retryingWhenReady(for: .read) { Socket(file: try socket.accept().file) }
  }

  /// Sends an end of file and discards what the client still sends, so that closing the socket does not reset the
  /// connection before the client has read the response.
  func finish() async {
    shutdown(socket.file.rawValue, CInt(SHUT_WR))
    var discarded = 0
    while discarded < 1 << 20, let bytes = try? await read(atMost: 16 * 1024) { discarded += bytes.count }
  }

  private enum Event { case read, write }

  private func retryingWhenReady<Value>(for event: Event, _ body: () throws -> Value) async throws -> Value {
    while true {
      try Task.checkCancellation()
      do { return try body() } catch SocketError.blocked { await wait(for: event) }
    }
  }

  private func wait(for event: Event) async {
    let source = Source(event, socket.file.rawValue)
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // The cancel handler runs after the source has released the descriptor, which may be closed from then on.
        source.base.setEventHandler { source.base.cancel() }
        source.base.setCancelHandler { continuation.resume() }
        source.base.activate()
      }
    } onCancel: {
      source.base.cancel()
    }
  }

  // Safe to share: dispatch sources may be used from any thread.
  private struct Source: @unchecked Sendable {
    let base: any DispatchSourceProtocol

    init(_ event: Event, _ descriptor: Int32) {
      base =
        switch event {
        case .read: DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
        case .write: DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: .global())
        }
    }
  }
}
