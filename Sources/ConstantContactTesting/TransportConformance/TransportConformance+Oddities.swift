internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  /// What a transport may make of an odd response.
  struct Outcome: Sendable {
    /// The bodies that a response may have; none when it has to fail.
    var bodies: Set<Data> = []
    var status: TransportStatus = 200
    var mayFail = true

    /// Valid HTTP: a response with this body.
    static func response(_ body: String) -> Outcome { Outcome(bodies: [Data(body.utf8)], mayFail: false) }
    /// Invalid HTTP: a failure.
    static let failure = Outcome()
    /// Invalid HTTP that many clients accept: a failure, or a response with one of these bodies.
    static func either(_ bodies: String..., status: TransportStatus = 200) -> Outcome {
      Outcome(bodies: Set(bodies.map { Data($0.utf8) }), status: status)
    }
  }

  /// Bytes of a server for which a response, a failure, or either is right.
  ///
  /// Each is sent once as the response to a POST, which is received once; the call ends in time; and the response to the next
  /// request is its own.
  static let oddityCases: [Case] = (framingOddities + headOddities + encodingOddities).map { name, bytes, outcome in
    Case(
      "wire: \(name)", "The outcome is the right one, the request is received once, and the next one is not affected."
    ) {
      transport, server in
      let base = try await server.start { request in
        request.target == "/next" ? .response("200 OK", body: Data("next".utf8)) : [.send(bytes), .close]
      }
      try await expect(outcome, of: post(try url(base, "/odd")), transport)
      let odd = await server.received().count { $0.target == "/odd" }
      try expectEqual(odd, 1, "times the request was received")
      // The server may be closing the kept connection just then: one failure is allowed.
      let next = get(try url(base, "/next"))
      var last = try? await promptly("the next call") { try await transport.send(next) }
      if last == nil { last = try await response(next, transport) }
      try expectEqual(last?.body, Data("next".utf8), "body of the next response")
    }
  }

  private static func expect(
    _ outcome: Outcome, of request: TransportRequest, _ transport: any HTTPTransport
  ) async throws {
    do {
      let response = try await promptly("the call") { try await transport.send(request) }
      try expect(!outcome.bodies.isEmpty, "expected a failure, saw the response \(response)")
      try expectEqual(response.status, outcome.status, "status")
      try expect(outcome.bodies.contains(response.body), "the body is \(Array(response.body.prefix(40)))")
    } catch let error as TransportError {
      try expect(outcome.mayFail, "expected a response, saw \(error)")
      try expectFailure(error, [.badResponse, .connectionLost, .other], .uncertain)
    }
  }

  private typealias Oddity = (name: String, bytes: Data, outcome: Outcome)

  private static func oddity(_ name: String, _ text: String, _ outcome: Outcome) -> Oddity {
    (name, Data(text.utf8), outcome)
  }

  private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
  private static let sized = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n"

  /// Where a body ends.
  private static let framingOddities: [Oddity] = [
    oddity("trailers", chunked + "3\r\nabc\r\n0\r\nX-One: 1\r\nX-Two: 2\r\n\r\n", .response("abc")),
    oddity("trailers that set the length", chunked + "3\r\nabc\r\n0\r\nContent-Length: 9\r\n\r\n", .either("abc")),
    oddity("trailer like a status line", chunked + "3\r\nabc\r\n0\r\nHTTP/1.1 500 No\r\n\r\n", .either("abc")),
    oddity("trailers cut short", chunked + "3\r\nabc\r\n0\r\nX-One: 1\r\n", .either("abc")),
    oddity(
      "10,000 trailers", chunked + "3\r\nabc\r\n0\r\n" + (0..<10_000).map { "X-\($0): 1\r\n" }.joined() + "\r\n",
      .either("abc")),
    oddity("chunk extension", chunked + "3;name=value\r\nabc\r\n0\r\n\r\n", .response("abc")),
    oddity("chunked body missing", chunked, .failure),
    oddity("chunk missing", chunked + "3\r\n", .failure),
    oddity("chunk cut short", chunked + "3\r\nab", .failure),
    oddity("last chunk missing", chunked + "3\r\nabc\r\n", .failure),
    oddity("last line missing", chunked + "3\r\nabc\r\n0\r\n", .either("abc")),
    oddity("chunk size of 2⁶⁴", chunked + "10000000000000003\r\nabc\r\n0\r\n\r\n", .failure),
    oddity("chunk size of 2⁶³", chunked + "8000000000000000\r\nabc\r\n0\r\n\r\n", .failure),
    oddity("negative chunk size", chunked + "-3\r\nabc\r\n0\r\n\r\n", .failure),
    oddity("chunk size with a prefix", chunked + "0x3\r\nabc\r\n0\r\n\r\n", .either("")),
    oddity("chunk size without digits", chunked + "\r\nabc\r\n0\r\n\r\n", .failure),
    oddity("chunk longer than its size", chunked + "3\r\nabcde\r\n0\r\n\r\n", .either("abc")),
    oddity("chunks with bare line feeds", chunked + "3\nabc\n0\n\n", .either("abc")),
    oddity(
      "chunked twice", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
      .either("abc", "3\r\nabc\r\n0\r\n\r\n")),
    oddity("length and chunks", sized + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n", .either("abcde")),
    oddity("body missing", sized + "\r\n", .failure),
    oddity("body one byte short", sized + "\r\nab", .failure),
    oddity("body without a length", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc", .response("abc")),
    oddity("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nabc", .response("abc")),
    oddity("bytes after the body", sized + "\r\nabcHTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", .either("abc")),
    oddity("equal lengths", sized + "Content-Length: 3\r\n\r\nabc", .either("abc")),
    oddity(
      "different lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
      .either("ab", "abc")),
    oddity("list of lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3, 2\r\n\r\nabc", .either("ab", "abc")),
    oddity("length with a sign", "HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\nabc", .either("abc", "")),
    oddity("length in hexadecimal", "HTTP/1.1 200 OK\r\nContent-Length: 0x3\r\n\r\nabc", .either("", "abc")),
    oddity("length without digits", "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\nabc", .either("", "abc")),
    (
      "204 with a body", Data("HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc".utf8),
      .either("", status: 204)
    ),
    (
      "204 with chunks",
      Data("HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".utf8),
      .either("", status: 204)
    ),
    (
      "304 with a length", Data("HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n".utf8),
      .either("", status: 304)
    ),
  ]

  /// What stands before a body.
  private static let headOddities: [Oddity] = [
    oddity("early hints", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + sized + "\r\nabc", .response("abc")),
    oddity(
      "1,000 early hints",
      String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", count: 1_000) + sized + "\r\nabc",
      .either("abc")),
    oddity("early hints, then nothing", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", .failure),
    oddity(
      "another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nabc",
      Outcome(bodies: [Data(), Data("abc".utf8)], status: 101)),
    oddity(
      "fields of 2 MB",
      sized
        + (0..<2_000).map { "X-\($0): " + String(repeating: "x", count: 1_000) + "\r\n" }
        .joined() + "\r\nabc", .either("abc")),
    oddity("field name of 200 kB", sized + String(repeating: "x", count: 200_000) + ": 1\r\n\r\nabc", .either("abc")),
    oddity("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", .either("abc")),
    oddity("folded field", sized + "X-One: 1\r\n 2\r\n\t3\r\n\r\nabc", .either("abc")),
    oddity("first field folded", "HTTP/1.1 200 OK\r\n X-One: 1\r\nContent-Length: 3\r\n\r\nabc", .either("abc")),
    oddity("NUL in a value", sized + "X-One: 1\u{0}2\r\n\r\nabc", .either("abc")),
    oddity("NUL in a name", sized + "X-\u{0}One: 1\r\n\r\nabc", .either("abc")),
    oddity("NUL in the status line", "HTTP/1.1 200 O\u{0}K\r\nContent-Length: 3\r\n\r\nabc", .either("abc")),
    oddity("carriage return in a value", sized + "X-One: 1\r2\r\n\r\nabc", .either("abc")),
    oddity("field without a colon", sized + "X-One\r\n\r\nabc", .either("abc")),
    oddity("field without a name", sized + ": 1\r\n\r\nabc", .either("abc")),
    oddity("space before the colon", sized + "X-One : 1\r\n\r\nabc", .either("abc")),
    oddity("two status lines", "HTTP/1.1 200 OK\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", .either("abc")),
    oddity("status line among the fields", sized + "HTTP/1.1 200 OK\r\n\r\nabc", .either("abc")),
    oddity("HTTP/0.9", "<html>abc</html>", .failure),
    oddity("blank lines only", "\r\n\r\n\r\n", .failure),
    oddity("status without a number", "HTTP/1.1 OK\r\nContent-Length: 3\r\n\r\nabc", .failure),
    oddity("status of two digits", "HTTP/1.1 20 OK\r\nContent-Length: 3\r\n\r\nabc", .failure),
    oddity("HTTP/3 in text", "HTTP/3 200 OK\r\nContent-Length: 3\r\n\r\nabc", .either("abc")),
    oddity("version in lower case", "http/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", .either("abc")),
    ("TLS alert", Data([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]), .failure),
    ("random bytes", pattern(1_000), .failure),
  ]

  private static let zipped = Data(base64Encoded: "H4sIAAAAAAAC/0tMSgYAwkEkNQMAAAA=") ?? Data()

  private static func encoded(_ encoding: String, _ body: Data) -> Data {
    Data("HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// Encoded bodies. A transport that does not decompress returns the bytes as they are.
  private static let encodingOddities: [Oddity] = [
    ("gzip", encoded("gzip", zipped), Outcome(bodies: [Data("abc".utf8), zipped], mayFail: false)),
    ("false gzip", encoded("gzip", Data("abc".utf8)), .either("abc")),
    // libcurl does not report that the end is missing.
    (
      "gzip cut short", encoded("gzip", zipped.prefix(12)),
      Outcome(bodies: [zipped.prefix(12), Data(), Data("a".utf8), Data("ab".utf8)])
    ),
    ("gzip without content", encoded("gzip", Data()), .either("")),
    (
      "gzip with a wrong checksum", encoded("gzip", zipped.dropLast(8) + Data(repeating: 1, count: 8)),
      Outcome(bodies: [zipped.dropLast(8) + Data(repeating: 1, count: 8), Data("abc".utf8)])
    ),
    (
      "bytes after gzip", encoded("gzip", zipped + Data("xyz".utf8)),
      Outcome(bodies: [zipped + Data("xyz".utf8), Data("abc".utf8)])
    ),
    ("false deflate", encoded("deflate", Data("abc".utf8)), .either("abc", "")),
    ("false br", encoded("br", Data("abc".utf8)), .either("abc", "")),
    ("unknown encoding", encoded("rot13", Data("abc".utf8)), .either("abc")),
    (
      "encoded 50 times", encoded(Array(repeating: "gzip", count: 50).joined(separator: ", "), zipped),
      Outcome(bodies: [zipped])
    ),
  ]
}
