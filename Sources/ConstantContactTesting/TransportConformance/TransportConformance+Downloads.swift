internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let downloadCases: [Case] = [
    Case("download", "A body is written to the file, whose contents it replaces.") { transport, server in
      let base = try await server.start { _ in .response("200 OK", ["X-One: 1"], body: pattern(5_000_000)) }
      try await withTemporaryDirectory { directory in
        let file = directory.appending(path: "export.csv")
        try pattern(6_000_000).write(to: file)
        let head = try await promptly("the download") { try await transport.download(get(base), to: file) }
        try expectEqual(head.status, 200, "status")
        try expectEqual(head.headers["X-One"], "1", "the field X-One")
        try expect(try Data(contentsOf: file) == pattern(5_000_000), "the file's contents are not those sent")
        try expectEqual(try mode(of: file), 0o600, "mode of the file")
        try expectEqual(try names(in: directory), ["export.csv"], "files that remain")
      }
    },
    Case("download of an error", "The body of a 404 or a 401 is in the file; an empty body leaves an empty file.") {
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
    Case("private download", "The body is written to the file itself, which only its owner can read.") {
      transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") + [.hang] }
      try await withTemporaryDirectory { directory in
        for name in ["new.csv", "existing.csv"] {
          let file = directory.appending(path: name)
          if name == "existing.csv" { try createPrivateFile(file) }
          let received = await server.received().count
          let call = Task { try await transport.download(get(base), to: file) }
          try await promptly("receiving the request") { try await server.waitUntilReceived(received + 1) }
          // While the download is under way there is one file, and nothing else of it.
          try expectEqual(try names(in: directory), [name], "files during the download")
          try expectEqual(try mode(of: file), 0o600, "mode of \(name)")
          call.cancel()
          _ = try? await call.value
        }
      }
    },
    Case("download through a link", "A symbolic link in place of the file is refused.") { transport, server in
      let base = try await server.start { _ in .response("200 OK", body: Data("abc".utf8)) }
      try await withTemporaryDirectory { directory in
        let (target, link) = (directory.appending(path: "target"), directory.appending(path: "export.csv"))
        try Data("old".utf8).write(to: target)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        try await expectDownloadFailure(get(base), link, transport) { try expectEqual($0.code, .fileSystem, "code") }
        try expectEqual(try Data(contentsOf: target), Data("old".utf8), "the contents of the link's target")
      }
    },
    Case("download cut short", "No file remains when the body is incomplete.") { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") + [.close] }
      try await withTemporaryDirectory { directory in
        try await expectDownloadFailure(get(base), directory.appending(path: "export.csv"), transport) {
          try expectFailure($0, [.connectionLost, .badResponse], .uncertain)
        }
        try expectEqual(try names(in: directory), [], "files that remain")
      }
    },
    Case("download timing out", "No file remains after a timeout.") { transport, server in
      let base = try await server.start { _ in .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") + [.hang] }
      try await withTemporaryDirectory { directory in
        let request = get(base, timeout: .milliseconds(300))
        try await despiteLoad {
          try await expectDownloadFailure(request, directory.appending(path: "export.csv"), transport) {
            try expectFailure($0, [.timedOut], .uncertain)
          }
        }
        try expectEqual(try names(in: directory), [], "files that remain")
      }
    },
    Case("download cancelled", "No file remains when the call is cancelled.") { transport, server in
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
        try expectEqual(try names(in: directory), [], "files that remain")
      }
    },
    Case("download to a missing directory", "A file that cannot be created is a failure of the file system.") {
      transport, server in
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

  private static func createPrivateFile(_ file: URL) throws {
    let isCreated = FileManager.default.createFile(
      atPath: file.path(percentEncoded: false), contents: Data("old".utf8), attributes: [.posixPermissions: 0o600])
    try expect(isCreated, "the test file could not be created")
  }

  private static func mode(of file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))[.posixPermissions] as? Int
  }

  private static func names(in directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path())
  }
}
