internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let refusalCases: [Case] = [
    Case("insecure address", "Plain HTTP to another host is refused before anything is sent.") { transport, _ in
      guard let insecure = URL(string: "http://api.example.invalid/v3/contacts") else { return }
      try expectFailure(try await failure(get(insecure), transport), [.insecure], .notSent)
    },
    Case("fields that would break the message", "CR, LF and characters outside ASCII are refused unsent.") {
      transport,
      server in
      let base = try await server.start { _ in .response("200 OK") }
      for (name, value) in [("X-A", "1\r\nX-B: 2"), ("X-A", "1\n"), ("X A", "1"), ("X-A", "é"), ("X-A\r\nX-B", "1")] {
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
    Case("missing file", "A body whose file is not there is refused unsent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      try await withTemporaryDirectory { directory in
        var request = post(base)
        request.body = .file(directory.appending(path: "missing.csv"))
        try expectFailure(try await failure(request, transport), [.fileSystem], .notSent)
      }
      try expectEqual(await server.received().count, 0, "requests received")
    },
  ]
}
