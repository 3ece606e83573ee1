internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  /// The limit for operations that should end at once: long, so that no case fails on a busy machine.
  static let patience: Duration = .seconds(120)

  static func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw Unexpected(message: message()) }
  }

  static func expectEqual<Value: Equatable>(_ seen: Value, _ expected: Value, _ what: String) throws {
    try expect(seen == expected, "\(what): expected \(expected), saw \(seen)")
  }

  /// Runs work and fails when it takes longer than ``patience``. Work that hangs is cancelled and not awaited.
  static func promptly<Value: Sendable>(
    _ what: String,
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let (results, continuation) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    let worker = Task {
      do { continuation.yield(.success(try await work())) } catch { continuation.yield(.failure(error)) }
    }
    let watchdog = Task {
      try await ContinuousClock().sleep(for: patience)
      continuation.yield(.failure(Unexpected(message: "\(what) did not end within \(patience)")))
    }
    defer {
      worker.cancel()
      watchdog.cancel()
    }
    for await result in results { return try result.get() }
    throw CancellationError()
  }

  /// Repeats a check of short times that fails, since other work on the machine may have delayed it. A fault fails it every time.
  static func despiteLoad(_ check: @Sendable () async throws -> Void) async throws {
    for _ in 0..<9 {
      do { return try await check() } catch is Unexpected {}
    }
    try await check()
  }

  /// Sends a request that should have a response.
  static func response(_ request: TransportRequest, _ transport: any HTTPTransport) async throws -> TransportResponse {
    do {
      return try await promptly("\(request.method)") { try await transport.send(request) }
    } catch let error where !(error is Unexpected) {
      throw Unexpected(message: "expected a response, saw \(type(of: error)) \(error)")
    }
  }

  /// Sends a request that should fail with a ``TransportError``.
  static func failure(_ request: TransportRequest, _ transport: any HTTPTransport) async throws -> TransportError {
    do {
      let response = try await promptly("\(request.method)") { try await transport.send(request) }
      throw Unexpected(message: "expected a TransportError, saw the response \(response)")
    } catch let error as TransportError {
      return error
    } catch let error where !(error is Unexpected) {
      throw Unexpected(message: "expected a TransportError, saw \(type(of: error)) \(error)")
    }
  }

  static func expectFailure(
    _ error: TransportError,
    _ codes: [TransportError.Code],
    _ delivery: TransportError.Delivery
  ) throws {
    let names = codes.map(\.rawValue).joined(separator: " or ")
    try expect(codes.contains(error.code), "expected the code \(names), saw \(error)")
    try expectEqual(error.delivery, delivery, "the delivery of \(error)")
  }

  static func get(_ url: URL, timeout: Duration = patience) -> TransportRequest {
    TransportRequest(method: .get, url: url, timeout: timeout, operation: "conformance")
  }

  static func post(_ url: URL, _ body: String = "{}") -> TransportRequest {
    TransportRequest(
      method: .post,
      url: url,
      headers: ["Content-Type": "application/json"],
      body: .bytes(Data(body.utf8)),
      timeout: patience,
      operation: "conformance"
    )
  }

  /// Returns a URL on the server with the path and query unchanged.
  static func url(_ base: URL, _ target: String) throws -> URL {
    guard let url = URL(string: base.absoluteString + target) else {
      throw Unexpected(message: "\(base)\(target) is not a URL")
    }
    return url
  }
}

extension [TransportConformance.Step] {
  /// A complete response on a connection that is kept.
  static func response(_ status: String, _ fields: [String] = [], body: Data = Data()) -> Self {
    let head = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.count)", "", ""]
    return [.send(Data(head.joined(separator: "\r\n").utf8) + body)]
  }

  /// Text, sent unchanged.
  static func text(_ text: String) -> Self { [.send(Data(text.utf8))] }
}
