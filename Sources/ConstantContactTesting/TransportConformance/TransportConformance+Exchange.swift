internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let exchangeCases: [Case] = [
    Case("plain GET", "A GET returns status, header fields and body.") { transport, server in
      let base = try await server.start { _ in
        .response("200 OK", ["X-One: 1", "content-type: application/json"], body: Data("{}".utf8))
      }
      let response = try await response(get(try url(base, "/v3/lists")), transport)
      try expectEqual(response.status, 200, "status")
      try expectEqual(response.headers["x-one"], "1", "the field X-One")
      try expectEqual(response.headers["Content-Type"], "application/json", "the field content-type")
      try expectEqual(response.body, Data("{}".utf8), "body")
      try expectEqual(await server.received().map(\.method), ["GET"], "methods received")
    },
    Case("request arrives as written", "Method, target, header fields and body arrive unchanged, without a cookie.") {
      transport,
      server in
      let base = try await server.start { _ in .response("201 Created") }
      let target = "/v3/contacts/a%2Fb?email=a%2Bb%40x.com&name=%C3%A9&empty=&q=1,2"
      var request = post(try url(base, target), #"{"a":"é"}"#)
      request.headers["Authorization"] = "Bearer secret"
      request.headers["Accept"] = "application/json"
      request.headers["User-Agent"] = "conformance/1"
      request.headers.append("X-Repeated", "one")
      request.headers.append("X-Repeated", "two")
      try expectEqual(try await response(request, transport).status, 201, "status")
      let received = try await onlyRequest(of: server)
      try expectEqual(received.method, "POST", "method")
      try expectEqual(received.target, target, "target")
      try expectEqual(received.body, Data(#"{"a":"é"}"#.utf8), "body")
      for name in ["Content-Type", "Authorization", "Accept", "User-Agent"] {
        try expectEqual(received.headers.values(named: name), request.headers.values(named: name), "the field \(name)")
      }
      let repeated = received.headers["X-Repeated"]?.split(separator: ",").map { $0.trimmingPrefix(" ") }
      try expectEqual(repeated, ["one", "two"], "the field X-Repeated")
      try expect(received.headers["Cookie"] == nil, "a cookie was sent")
    },
    Case("body without Content-Type", "A body without Content-Type is not declared to be a form.") {
      transport,
      server in
      let base = try await server.start { _ in .response("200 OK") }
      var request = post(base)
      request.headers = TransportHeaders()
      _ = try await response(request, transport)
      let type = try await onlyRequest(of: server).headers["Content-Type"]
      try expect(type?.contains("form") != true, "Content-Type was declared to be \(type ?? "")")
    },
    Case("other methods", "PUT, PATCH, DELETE and an empty POST arrive unchanged.") { transport, server in
      let base = try await server.start { _ in .response("200 OK") }
      for method in [TransportMethod.put, .patch] {
        var request = post(base, "[1]")
        request.method = method
        _ = try await response(request, transport)
      }
      for method in [TransportMethod.delete, .post] {
        _ = try await response(TransportRequest(method: method, url: base, timeout: patience), transport)
      }
      let received = await server.received()
      try expectEqual(received.map(\.method), ["PUT", "PATCH", "DELETE", "POST"], "methods received")
      try expectEqual(received.map(\.body.count), [3, 3, 0, 0], "sizes of the bodies received")
    },
    Case("body from a file", "A body from a file arrives byte for byte.") { transport, server in
      let base = try await server.start { _ in .response("201 Created") }
      try await withTemporaryDirectory { directory in
        let file = directory.appending(path: "contacts.csv")
        try pattern(3_000_000).write(to: file)
        var request = post(base)
        request.headers["Content-Type"] = "text/csv"
        request.body = .file(file)
        try expectEqual(try await response(request, transport).status, 201, "status")
        let received = try await onlyRequest(of: server)
        try expect(received.body == pattern(3_000_000), "the body arrived changed: \(received.body.count) bytes")
        try expectEqual(received.headers["Content-Type"], "text/csv", "Content-Type")
      }
    },
    Case("204 without a body", "A response without a body has an empty one.") { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 204 No Content\r\n\r\n") }
      for _ in 0..<2 {
        let response = try await response(get(base), transport)
        try expectEqual(response.status, 204, "status")
        try expectEqual(response.body.count, 0, "size of the body")
      }
    },
    Case("large bodies", "5 MB arrive byte for byte in both directions.") { transport, server in
      let base = try await server.start { .response("200 OK", body: $0.body) }
      var request = post(base)
      request.body = .bytes(pattern(5_000_000))
      let response = try await response(request, transport)
      try expect(try await onlyRequest(of: server).body == pattern(5_000_000), "the body sent arrived changed")
      try expect(response.body == pattern(5_000_000), "the body received arrived changed")
    },
    Case("chunked body", "A chunked body is returned in one piece.") { transport, server in
      let base = try await server.start { _ in
        .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
      }
      try expectEqual(try await response(get(base), transport).body, Data("abcde".utf8), "body")
    },
    Case("cookies are not kept", "A cookie that a response sets is not sent.") { transport, server in
      let base = try await server.start { _ in .response("200 OK", ["Set-Cookie: session=1; Path=/"]) }
      for _ in 0..<2 { _ = try await response(get(base), transport) }
      let cookies = await server.received().compactMap { $0.headers["Cookie"] }
      try expectEqual(cookies, [], "cookies received")
    },
    Case("nothing is cached", "Two requests reach the server, even if the first response may be cached.") {
      transport, server in
      let base = try await server.start { _ in
        .response("200 OK", ["Cache-Control: max-age=3600", "ETag: \"1\""], body: Data("x".utf8))
      }
      for _ in 0..<2 { _ = try await response(get(base), transport) }
      let received = await server.received()
      try expectEqual(received.count, 2, "requests received")
      try expect(received.allSatisfy { $0.headers["If-None-Match"] == nil }, "a cached response was revalidated")
    },
  ]

  static func onlyRequest(of server: any Server) async throws -> Received {
    let received = await server.received()
    guard let first = received.first, received.count == 1 else {
      throw Unexpected(message: "expected one request to be received, saw \(received.count)")
    }
    return first
  }

  /// Bytes in which missing or misplaced pieces are visible.
  static func pattern(_ count: Int) -> Data {
    var state: UInt32 = 1
    return Data(
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 24)
      }
    )
  }

  static func withTemporaryDirectory(_ work: (URL) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "conformance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try await work(directory)
  }
}
