internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let refusalCases: [Case] = [
    Case("insecure URL", "Plain HTTP to another host is refused before anything is sent.") { transport, _ in
      guard let insecure = URL(string: "http://api.example.invalid/v3/contacts") else { return }
      try expectFailure(try await failure(get(insecure), transport), [.insecure], .notSent)
    },
    Case("invalid methods", "A method that is not a token is refused unsent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      for method in [
        "GET /evil HTTP/1.1\r\nX-A: 1\r\n\r\nGET", "GET\r\n", "GET ", " GET", "", "G\u{0}T", "GÉT", "G:T", "CONNECT",
      ] {
        for body in [nil, TransportBody.bytes(Data("{}".utf8))] {
          var request = post(base)
          request.method = TransportMethod(rawValue: method)
          request.body = body
          try expectFailure(try await failure(request, transport), [.invalidRequest], .notSent)
        }
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
    Case("invalid URLs", "A URL that cannot stand in a request, or contains a password, is refused unsent.") {
      transport,
      server in
      let base = try await server.start { _ in .response("200 OK") }
      let port = base.port ?? 0
      let texts = [
        "http://user:secret@127.0.0.1:\(port)/", "http://127.0.0.1:99999999999/", "http://127.0.0.1:0/",
        "http://127.0.0.1%0D%0AX-A:\(port)/", "https://127.0.0.1%00.example.invalid/", "ftp://127.0.0.1:\(port)/",
        "/v3/contacts", "http:///v3/contacts", "http://127.0.0.1:\(port)/a b", "http://127.0.0.1:\(port)/a\r\nX-A: 1",
        "http://127.0.0.1:\(port)/\r\n\r\nGET /evil HTTP/1.1\r\n\r\n", "http://127.0.0.1:\(port)/?é",
      ]
      // Foundation may refuse or encode a text; what remains of it must not reach the server.
      for text in texts {
        guard let url = URL(dataRepresentation: Data(text.utf8), relativeTo: nil, isAbsolute: true) else { continue }
        do {
          _ = try await promptly("the call") { try await transport.send(get(url)) }
          try expect(url.absoluteString.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "an invalid URL was sent")
        } catch let error as TransportError {
          try expectFailure(error, [.invalidRequest], .notSent)
        }
      }
      let received = await server.received()
      try expect(received.allSatisfy { $0.headers["X-A"] == nil && $0.target != "/evil" }, "a request was split")
    },
    Case("framing fields", "Host, Content-Length and Transfer-Encoding are refused unsent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      for (name, value) in [
        ("Content-Length", "1"), ("content-length", "2"), ("Transfer-Encoding", "chunked"), ("Host", "example.invalid"),
      ] {
        var request = post(base)
        request.headers.append(name, value)
        try expectFailure(try await failure(request, transport), [.invalidRequest], .notSent)
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
    Case("invalid header fields", "CR, LF and characters outside ASCII are refused unsent.") {
      transport,
      server in
      let base = try await server.start { _ in .response("200 OK") }
      for (name, value) in [
        ("X-A", "1\r\nX-B: 2"), ("X-A", "1\n"), ("X-A", "1\r"), ("X-A", "\u{0}"), ("X A", "1"), ("X-A", "é"), ("", "1"),
        ("X-A:", "1"), ("X-A\r\nX-B", "1"),
      ] {
        var request = post(base)
        request.headers.append(name, value)
        try expectFailure(try await failure(request, transport), [.invalidRequest], .notSent)
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
    Case("GET with a body", "The body arrives, or the request is refused unsent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      let request = TransportRequest(method: .get, url: base, body: .bytes(Data("[1]".utf8)), timeout: patience)
      do {
        _ = try await promptly("the call") { try await transport.send(request) }
        try expectEqual(try await onlyRequest(of: server).body, Data("[1]".utf8), "body")
      } catch let error as TransportError {
        try expectFailure(error, [.invalidRequest], .notSent)
        try expectEqual(await server.received().count, 0, "requests received")
      }
    },
    Case("missing file", "A missing file, or a directory, as the body is refused unsent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      try await withTemporaryDirectory { directory in
        var request = post(base)
        for file in [directory.appending(path: "missing.csv"), directory] {
          request.body = .file(file)
          try expectFailure(try await failure(request, transport), [.fileSystem], .notSent)
        }
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
  ]
}
