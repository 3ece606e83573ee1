internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let limitCases: [Case] = [
    Case("connection lost at every byte", "A response is complete or a failure, wherever the connection is lost.") {
      transport, server in
      try await breakAtEveryByte(of: "HTTP/1.1 200 OK\r\nX-One: 1\r\nContent-Length: 3\r\n\r\nabc", transport, server)
    },
    Case(
      "connection lost at every byte of chunks", "A response is complete or a failure, wherever the connection is lost."
    ) { transport, server in
      // Without the last line, which some HTTP libraries do not wait for.
      try await breakAtEveryByte(
        of: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0", transport, server)
    },
    Case("one byte at a time", "A response that arrives byte by byte is complete.") { transport, server in
      let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
      let base = try await server.start { _ in text.utf8.flatMap { [.send(Data([$0])), .wait(.microseconds(100))] } }
      try expectEqual(try await response(get(base), transport).body, Data("abc".utf8), "body")
    },
    Case("kept connections lost", "Requests on kept connections that the server closes are received once each.") {
      transport, server in
      // Half of the connections are closed right after a response, as the next request is sent.
      let base = try await server.start { request in
        .response("200 OK", body: Data(request.target.utf8)) + (request.target.utf8.count % 2 == 0 ? [.close] : [])
      }
      for index in 0..<60 {
        let target = "/" + String(repeating: "x", count: index)
        do {
          let response = try await promptly("the call") { try await transport.send(post(try url(base, target))) }
          try expectEqual(response.body, Data(target.utf8), "body")
        } catch let error as TransportError {
          try expect(error.delivery != .delivered, "the delivery of \(error)")
        }
      }
      let targets = await server.received().map(\.target)
      try expectEqual(Set(targets).count, targets.count, "different requests received")
    },
    Case("GET on a lost kept connection", "A GET on a kept connection that is lost is not sent twice.") {
      transport, server in
      let base = try await server.start { $0.target == "/lost" ? [.close] : .response("200 OK") }
      _ = try await response(get(base), transport)
      let error = try await failure(get(try url(base, "/lost")), transport)
      try expectFailure(error, [.connectionLost, .badResponse], .uncertain)
      let lost = await server.received().count { $0.target == "/lost" }
      try expectEqual(lost, 1, "times the request was received")
    },
    Case("body over the limit", "A body that is too large to hold in memory is a failure, and can be downloaded.") {
      transport, server in
      let (size, piece) = (80 * 1_024 * 1_024, Data(repeating: 0x61, count: 1_024 * 1_024))
      let base = try await server.start { _ in
        .text("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
          + Array(repeating: .send(piece), count: size / piece.count)
      }
      try expectFailure(try await failure(get(base), transport), [.responseTooLarge], .delivered)
      try await withTemporaryDirectory { directory in
        let file = directory.appending(path: "large")
        _ = try await promptly("the download") { try await transport.download(get(base), to: file) }
        try expectEqual(try Data(contentsOf: file, options: .mappedIfSafe).count, size, "size of the file")
      }
    },
    Case("gzip bomb", "A small body that decompresses to 100 MB is not held in memory.") { transport, server in
      let bomb = bomb(of: 100_000_000)
      let base = try await server.start { _ in .response("200 OK", ["Content-Encoding: gzip"], body: bomb) }
      do {
        let response = try await promptly("the call") { try await transport.send(get(base)) }
        try expectEqual(response.body, bomb, "a body that is not decompressed")
      } catch let error as TransportError {
        try expectFailure(error, [.responseTooLarge], .delivered)
      }
    },
  ]

  private static func breakAtEveryByte(
    of text: String, _ transport: any HTTPTransport, _ server: any Server
  ) async throws {
    let bytes = Data(text.utf8)
    let base = try await server.start { request in
      [.send(bytes.prefix(Int(request.target.dropFirst()) ?? 0)), .close]
    }
    for count in 0..<bytes.count {
      let error = try await failure(post(try url(base, "/\(count)")), transport)
      try expectFailure(error, [.connectionLost, .badResponse], .uncertain)
    }
    try expectEqual(await server.received().map(\.target), (0..<bytes.count).map { "/\($0)" }, "targets received")
  }

  /// Returns a gzip stream of one byte, repeated. It has no checksum, which comes after the limit.
  private static func bomb(of size: Int) -> Data {
    // One block with fixed codes: the byte 0, then matches of 258 bytes at distance 1, 13 bits each: 11000101 00000.
    var bits: [Bool] = [true, true, false] + [false, false, true, true, false, false, false, false]
    let match: [Bool] = [true, true, false, false, false, true, false, true, false, false, false, false, false]
    while bits.count % 8 != 0 { bits += match }
    func bytes(_ bits: [Bool]) -> [UInt8] {
      stride(from: 0, to: bits.count, by: 8).map { start in
        (0..<8).reduce(0) { $0 | (bits[start + $1] ? 1 << $1 : 0) }
      }
    }
    let eightMatches = Data(bytes(Array(repeating: match, count: 8).flatMap(\.self)))
    var data = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]) + Data(bytes(bits))
    for _ in 0..<(size / (258 * 8)) { data += eightMatches }
    return data
  }
}
