internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Serves one request on one connection.
struct Exchange: Sendable {
  let timeout: Duration
  let limits: LoopbackServer.Limits
  let refuse: @Sendable (HTTPRequest) -> HTTPResponse?
  let handler: any HTTPHandler

  /// Reads a request, writes the response, and closes the socket.
  ///
  /// - Parameter receivedHead: Called when the request's head is complete.
  func serve(_ socket: Socket, receivedHead: @Sendable () async -> Void) async {
    defer { try? socket.close() }
    guard let stream = try? SocketStream(socket) else { return }
    do {
      let response = try await respond(on: stream, receivedHead: receivedHead)
      try await within(limits.responseTime) { try await ResponseWriter(stream).write(response.value) }
      if !response.readAll { try await within(.seconds(1)) { await stream.finish() } }
    } catch {
      // The client is gone or too slow, or the server stops: no response is possible.
    }
  }

  private func respond(
    on stream: SocketStream,
    receivedHead: @Sendable () async -> Void
  ) async throws -> (value: HTTPResponse, readAll: Bool) {
    let reader = RequestReader(stream)
    do {
      let head = try await within(limits.headTime) { try await reader.head(limits) }
      await receivedHead()
      if let refusal = refuse(head.request(body: Data())) { return (refusal, false) }
      if head.expectsContinue { try await stream.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
      let body = try await within(limits.bodyTime) { try await reader.body(head.framing, limit: limits.bodyBytes) }
      return (await handle(head.request(body: body)), true)
    } catch let fault as RequestFault {
      return (fault.response, false)
    } catch is TimeLimitExceeded {
      return (RequestFault(.requestTimeout, "The request took too long.").response, false)
    }
  }

  private func handle(_ request: HTTPRequest) async -> HTTPResponse {
    do {
      return try await within(timeout) { try await handler.handleRequest(request) }
    } catch {
      return HTTPResponse(statusCode: .internalServerError)
    }
  }
}

/// The error of ``within(_:_:)``.
struct TimeLimitExceeded: Error {}

/// Returns the result of an operation that has a time limit. The operation is cancelled when the time is over.
func within<Value: Sendable>(
  _ limit: Duration,
  _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await Task.sleep(for: limit)
      throw TimeLimitExceeded()
    }
    defer { group.cancelAll() }
    // Both tasks are still in the group.
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}
