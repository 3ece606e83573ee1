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
      Case(
        "closed without a response", "A connection closed without a response is a failure; the server may have acted."
      ) {
        transport,
        server in
        let base = try await server.start { _ in [.close] }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
        try expectEqual(await server.received().count, 1, "requests received")
      },
      Case("refused connection", "A refused connection means that nothing was sent.") { transport, server in
        let base = try await server.start { _ in .response("200 OK") }
        await server.stop()
        try expectFailure(try await failure(post(base), transport), [.cannotConnect], .notSent)
      },
      Case("no TLS", "A server that does not support TLS receives nothing.") { transport, server in
        let base = try await server.start { _ in .response("200 OK") }
        guard let port = base.port, let secure = URL(string: "https://127.0.0.1:\(port)/") else {
          throw Unexpected(message: "the server's URL has no port")
        }
        let error = try await failure(get(secure), transport)
        // HTTP libraries that cannot tell may report a lost connection.
        try expectFailure(
          error,
          [.tlsFailed, .connectionLost],
          error.code == .tlsFailed ? .notSent : .uncertain
        )
      },
      Case("not HTTP", "A response that is not HTTP is a failure; the server may have acted.") { transport, server in
        let base = try await server.start { _ in .text("SSH-2.0-OpenSSH\r\n\r\n") + [.close] }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
      },
      Case("errors are not retried", "A request with a 429 or 5xx response is sent once.") { transport, server in
        let base = try await server.start { .response(String($0.target.dropFirst()) + " Error") }
        for status in [429, 500, 503] {
          let response = try await response(get(try url(base, "/\(status)")), transport)
          try expectEqual(response.status.rawValue, status, "status")
        }
        try expectEqual(await server.received().count, 3, "requests received")
      },
      Case(
        "head cut short",
        "A connection lost within the header fields is a failure; the server may have acted."
      ) {
        transport,
        server in
        let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nX-One: 1\r\nX-Tw") + [.close] }
        try expectFailure(try await failure(post(base), transport), [.connectionLost, .badResponse], .uncertain)
      },
      Case("lost kept connection", "A POST on a kept connection that is lost is not sent twice.") {
        transport,
        server in
        let base = try await server.start { $0.method == "GET" ? .response("200 OK") : [.close] }
        _ = try await response(get(base), transport)
        var request = post(base)
        request.timeout = .seconds(1)
        try expectFailure(
          try await failure(request, transport),
          [.connectionLost, .badResponse, .timedOut],
          .uncertain
        )
        try expectEqual(await server.received().map(\.method), ["GET", "POST"], "methods received")
      },
      Case("lost GET is sent once", "A GET whose connection is lost is not sent twice.") { transport, server in
        let base = try await server.start { _ in [.close] }
        _ = try await failure(get(base), transport)
        try expectEqual(await server.received().count, 1, "requests received")
      },
    ] + oddities

  private static let longLine = Data(repeating: UInt8(ascii: "x"), count: 1_000_000)
  private static let manyFields = Data((0..<10_000).map { "X-Field-\($0): 1\r\n" }.joined().utf8)

  /// Malformed responses. A transport may accept them or fail, but must neither hang nor report the request as unsent.
  private static let oddities = [
    ("Latin-1 field", Data("HTTP/1.1 200 OK\r\nX-Name: Zo".utf8) + [0xEB] + Data("\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("no reason phrase", Data("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("no space after the colon", Data("HTTP/1.1 200 OK\r\nX-Name:1\r\nContent-Length:0\r\n\r\n".utf8)),
    ("unknown status", Data("HTTP/1.1 299 Whatever\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("status of four digits", Data("HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("huge status", Data("HTTP/1.1 99999999999999999999 OK\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("negative status", Data("HTTP/1.1 -200 OK\r\nContent-Length: 0\r\n\r\n".utf8)),
    ("huge length", Data("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nabc".utf8)),
    ("longest length", Data("HTTP/1.1 200 OK\r\nContent-Length: \(Int64.max)\r\n\r\nabc".utf8)),
    ("negative length", Data("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n".utf8)),
    ("two lengths", Data("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 3\r\n\r\nabc".utf8)),
    ("huge chunk", Data("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabc".utf8)),
    (
      "header line of 1 MB",
      Data("HTTP/1.1 200 OK\r\nX-Long: ".utf8) + longLine + Data("\r\nContent-Length: 0\r\n\r\n".utf8)
    ),
    ("10,000 header fields", Data("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n".utf8) + manyFields + Data("\r\n".utf8)),
    ("informational first", Data("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8)),
  ].map { name, bytes in
    Case("odd response: \(name)", "It leads to a response or a TransportError in time.") { transport, server in
      let base = try await server.start { _ in [.send(bytes), .close] }
      do {
        let response = try await promptly("the call") { try await transport.send(post(base)) }
        try expect([.successful, .other].contains(response.status.kind), "the status is \(response.status)")
      } catch let error as TransportError {
        try expectFailure(error, [.badResponse, .connectionLost, .other], .uncertain)
      }
    }
  }
}
