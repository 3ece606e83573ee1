internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let deadlineCases: [Case] = [
    Case("timeout of 0.5 s", "A request without a response ends after its timeout, to the fraction of a second.") {
      transport,
      server in
      let base = try await server.start { _ in [.hang] }
      try await expectTimeout(of: get(base, timeout: .milliseconds(500)), transport)
    },
    Case("timeout during the body", "The timeout covers the whole exchange, even while bytes arrive.") {
      transport,
      server in
      let base = try await server.start { _ in
        .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
          + (0..<50).flatMap { _ in [.wait(.milliseconds(50))] + .text("x") }
      }
      try await expectTimeout(of: get(base, timeout: .milliseconds(500)), transport)
    },
    Case("response within a short timeout", "A timeout below one second does not end an immediate response.") {
      transport,
      server in
      let base = try await server.start { _ in .response("200 OK") }
      // Zero when cut to whole seconds.
      try await despiteLoad {
        try expectEqual(try await response(get(base, timeout: .milliseconds(990)), transport).status, 200, "status")
      }
    },
    Case("timeout of zero or less", "A request without any time is not sent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      for timeout in [Duration.zero, .seconds(-1), .seconds(Int64.min)] {
        try expectFailure(try await failure(get(base, timeout: timeout), transport), [.timedOut], .notSent)
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
    Case("timeout without end", "The longest timeouts do not overflow.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      let longest = Duration.seconds(Int64.max)
      for timeout in [.seconds(1e15), longest, longest * 10] {
        try expectEqual(try await response(get(base, timeout: timeout), transport).status, 200, "status")
      }
    },
    Case("cancellation while waiting", "A cancelled call ends promptly with CancellationError.") { transport, server in
      let base = try await server.start { _ in [.hang] }
      try await expectCancellation(of: get(base), transport, server)
    },
    Case(
      "cancellation during the body",
      "A call that is cancelled while the body arrives ends promptly with CancellationError."
    ) { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc") + [.hang] }
      try await expectCancellation(of: get(base), transport, server)
    },
    Case("cancelled before it is sent", "A call in a cancelled task sends nothing.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      try await promptly("the cancelled call") {
        let call = Task {
          withUnsafeCurrentTask { $0?.cancel() }
          _ = try await transport.send(get(base))
        }
        do {
          try await call.value
          throw Unexpected(message: "expected CancellationError, saw a response")
        } catch is CancellationError {}
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
  ]

  private static func expectTimeout(of request: TransportRequest, _ transport: any HTTPTransport) async throws {
    try await despiteLoad {
      let clock = ContinuousClock()
      // A plain sleep measured beside it, so that a busy machine delays both.
      async let plain = clock.measure { try? await clock.sleep(for: request.timeout) }
      let start = clock.now
      let error = try await failure(request, transport)
      let seen = clock.now - start
      try expectFailure(error, [.timedOut], .uncertain)
      try expect(seen >= request.timeout, "it ended after \(seen), before \(request.timeout)")
      let late = await seen - plain
      try expect(late < .milliseconds(350), "it ended \(late) after a plain sleep of \(request.timeout)")
    }
  }

  private static func expectCancellation(
    of request: TransportRequest,
    _ transport: any HTTPTransport,
    _ server: any Server
  ) async throws {
    let call = Task { try await transport.send(request) }
    try await promptly("receiving the request") { try await server.waitUntilReceived(1) }
    call.cancel()
    try await promptly("the cancelled call") {
      do {
        let response = try await call.value
        throw Unexpected(message: "expected CancellationError, saw \(response)")
      } catch let error where !(error is CancellationError) && !(error is Unexpected) {
        throw Unexpected(message: "expected CancellationError, saw \(type(of: error)) \(error)")
      } catch is CancellationError {}
    }
  }
}
