internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let failureCases: [Case] =
    [
      Case("body cut short", "A body shorter than announced is a failure; the server may have acted.") {
        transport,
        server in
        let base = try await server.start { _ in
          .text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc") + [.close]
        }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
      },
      Case("closed without an answer", "A connection that is closed without an answer leaves it open who acted.") {
        transport,
        server in
        let base = try await server.start { _ in [.close] }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
        try expectEqual(await server.received().count, 1, "requests received")
      },
      Case("refused connection", "Where nobody listens, nothing was sent.") { transport, server in
        let base = try await server.start { _ in .response("200 OK") }
        await server.stop()
        try expectFailure(try await failure(post(base), transport), [.cannotConnect], .notSent)
      },
      Case("no TLS", "A server that does not speak TLS was sent nothing.") { transport, server in
        let base = try await server.start { _ in .response("200 OK") }
        guard let port = base.port, let secure = URL(string: "https://127.0.0.1:\(port)/") else {
          throw Unexpected(message: "the server's address has no port")
        }
        let error = try await failure(get(secure), transport)
        // A library that cannot tell may say that the connection was lost.
        try expectFailure(
          error,
          [.tlsFailed, .connectionLost],
          error.code == .tlsFailed ? .notSent : .uncertain
        )
      },
      Case("not HTTP", "An answer that is not HTTP is a failure; the server may have acted.") { transport, server in
        let base = try await server.start { _ in .text("SSH-2.0-OpenSSH\r\n\r\n") + [.close] }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
      },
      Case("errors are not retried", "A request that is answered with 429 or 5xx is sent once.") { transport, server in
        let base = try await server.start { .response(String($0.target.dropFirst()) + " Error") }
        for status in [429, 500, 503] {
          let response = try await answer(get(try url(base, "/\(status)")), transport)
          try expectEqual(response.status.rawValue, status, "status")
        }
        try expectEqual(await server.received().count, 3, "requests received")
      },
      Case(
        "head cut short",
        "A connection that breaks within the header fields is a failure; the server may have acted."
      ) {
        transport,
        server in
        let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nX-One: 1\r\nX-Tw") + [.close] }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
      },
      Case("lost kept connection", "A POST on a kept connection that is lost reaches no server twice.") {
        transport,
        server in
        let base = try await server.start { $0.method == "GET" ? .response("200 OK") : [.close] }
        _ = try await answer(get(base), transport)
        var request = post(base)
        request.timeout = .seconds(1)
        try expectFailure(
          try await failure(request, transport),
          [.connectionLost, .badResponse, .timedOut],
          .uncertain
        )
        try expectEqual(await server.received().map(\.method), ["GET", "POST"], "methods received")
      },
      Case("lost GET is sent once", "A GET whose first connection is lost is not sent again.") { transport, server in
        let base = try await server.start { _ in [.close] }
        _ = try await failure(get(base), transport)
        try expectEqual(await server.received().count, 1, "requests received")
      },
    ] + oddities

  /// Answers that are poor HTTP. A transport may take them or fail, but never wait for ever or call it unsent.
  private static let oddities = [
    ("Latin-1 field", Data("HTTP/1.1 200 OK\r\nX-Name: Zo".utf8) + [0xEB] + Data("\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("no reason phrase", Data("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("no blank after the colon", Data("HTTP/1.1 200 OK\r\nX-Name:1\r\nContent-Length:0\r\n\r\n".utf8)),
    ("unknown status", Data("HTTP/1.1 299 Whatever\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("informational first", Data("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8)),
  ].map { name, bytes in
    Case("odd answer: \(name)", "It comes to a response or a TransportError in time.") { transport, server in
      let base = try await server.start { _ in [.send(bytes)] }
      do {
        let response = try await promptly("the call") { try await transport.send(post(base)) }
        try expectEqual(response.status.kind, .successful, "the kind of status")
      } catch let error as TransportError {
        try expectFailure(error, [.badResponse, .connectionLost], .uncertain)
      }
    }
  }
}
