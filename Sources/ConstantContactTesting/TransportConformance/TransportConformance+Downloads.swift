internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let downloadCases: [Case] = [
    Case("download", "A body is written to a file, which it replaces.") { transport, server in
      let base = try await server.start { _ in .response("200 OK", ["X-One: 1"], body: pattern(5_000_000)) }
      try await withTemporaryDirectory { directory in
        let file = directory.appending(path: "export.csv")
        try Data("old".utf8).write(to: file)
        let head = try await promptly("the download") { try await transport.download(get(base), to: file) }
        try expectEqual(head.status, 200, "status")
        try expectEqual(head.headers["X-One"], "1", "the field X-One")
        try expect(try Data(contentsOf: file) == pattern(5_000_000), "the file's contents are not those sent")
        try expectEqual(try names(in: directory), ["export.csv"], "files left")
      }
    },
    Case("download of an error", "The body of a 404 and of a 401 is in the file, and an empty one makes an empty file.")
    {
      transport,
      server in
      let base = try await server.start { request in
        request.target == "/none"
          ? .text("HTTP/1.1 204 No Content\r\n\r\n")
          : .response(
            String(request.target.dropFirst()) + " Error",
            ["WWW-Authenticate: Bearer"],
            body: Data("oh".utf8)
          )
      }
      try await withTemporaryDirectory { directory in
        for (target, status, body) in [("/404", 404, "oh"), ("/401", 401, "oh"), ("/none", 204, "")] {
          let file = directory.appending(path: "\(status)")
          let request = get(try url(base, target))
          let head = try await promptly("the download") { try await transport.download(request, to: file) }
          try expectEqual(head.status.rawValue, status, "status")
          try expectEqual(try Data(contentsOf: file), Data(body.utf8), "the file's contents")
        }
      }
    },
    Case("download cut short", "No file is left when the body does not come whole.") { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") + [.close] }
      try await withTemporaryDirectory { directory in
        try await expectDownloadFailure(get(base), directory.appending(path: "export.csv"), transport) {
          try expectFailure($0, [.connectionLost, .badResponse], .uncertain)
        }
        try expectEqual(try names(in: directory), [], "files left")
      }
    },
    Case("download timing out", "No file is left when it does not come in time.") { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") + [.hang] }
      try await withTemporaryDirectory { directory in
        let request = get(base, timeout: .milliseconds(300))
        try await expectDownloadFailure(request, directory.appending(path: "export.csv"), transport) {
          try expectFailure($0, [.timedOut], .uncertain)
        }
        try expectEqual(try names(in: directory), [], "files left")
      }
    },
    Case("download cancelled", "No file is left when the call is cancelled.") { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") + [.hang] }
      try await withTemporaryDirectory { directory in
        let call = Task { try await transport.download(get(base), to: directory.appending(path: "export.csv")) }
        try await promptly("receiving the request") { try await server.waitUntilReceived(1) }
        call.cancel()
        try await promptly("the cancelled download") {
          do {
            _ = try await call.value
            throw Unexpected(message: "expected CancellationError, saw a response")
          } catch is CancellationError {}
        }
        try expectEqual(try names(in: directory), [], "files left")
      }
    },
    Case("download to nowhere", "A file that cannot be made is a failure of the file system.") { transport, server in
      let base = try await server.start { _ in .response("200 OK", body: Data("abc".utf8)) }
      try await withTemporaryDirectory { directory in
        try await expectDownloadFailure(get(base), directory.appending(path: "missing/export.csv"), transport) {
          try expectEqual($0.code, .fileSystem, "code")
        }
      }
    },
  ]

  private static func expectDownloadFailure(
    _ request: TransportRequest,
    _ file: URL,
    _ transport: any HTTPTransport,
    check: (TransportError) throws -> Void
  ) async throws {
    do {
      let head = try await promptly("the download") { try await transport.download(request, to: file) }
      throw Unexpected(message: "expected a TransportError, saw \(head.status)")
    } catch let error as TransportError {
      try check(error)
    }
  }

  private static func names(in directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path())
  }
}
