internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Reads the parts of one request from a socket.
actor RequestReader {
  private let stream: SocketStream
  private var buffer: [UInt8] = []
  private static let chunkLineLimit = 1_024

  init(_ stream: SocketStream) { self.stream = stream }

  /// Reads the head, up to the empty line.
  ///
  /// - Throws: ``RequestFault``; `SocketError` when the client disconnects.
  func head(_ limits: LoopbackServer.Limits) async throws -> RequestHead {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    var searched = 0
    while true {
      let start = max(0, searched - 3)
      if let range = buffer[start...].firstRange(of: end) {
        guard range.lowerBound <= limits.headBytes else { throw Self.headTooLarge(limits) }
        let head = try RequestHead(buffer[..<range.lowerBound], fieldLimit: limits.headerFields)
        buffer.removeSubrange(..<range.upperBound)
        return head
      }
      searched = buffer.count
      guard buffer.count <= limits.headBytes else { throw Self.headTooLarge(limits) }
      try await fill(4_096)
    }
  }

  /// Reads the body.
  ///
  /// - Throws: ``RequestFault``; `SocketError` when the client disconnects.
  func body(_ framing: RequestHead.Framing, limit: Int) async throws -> Data {
    switch framing {
    case .length(let length):
      guard length <= limit else { throw Self.bodyTooLarge(limit) }
      return try await take(length)
    case .chunked:
      var body = Data()
      while true {
        let size = try Self.size(ofChunk: try await line())
        guard size <= limit - body.count else { throw Self.bodyTooLarge(limit) }
        if size == 0 { break }
        body += try await take(size)
        guard try await line().isEmpty else { throw RequestFault.malformed("A chunk has another length than stated.") }
      }
      // Trailer fields.
      for _ in 0..<100 where try await line().isEmpty { return body }
      throw RequestFault.malformed("The body has too many trailer fields.")
    }
  }

  private func take(_ count: Int) async throws -> Data {
    while buffer.count < count { try await fill(min(count - buffer.count, 64 * 1024)) }
    defer { buffer.removeSubrange(..<count) }
    return Data(buffer[..<count])
  }

  /// A line of the chunked encoding, without its CRLF.
  private func line() async throws -> [UInt8] {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeSubrange(...end) }
        guard end > 0, buffer[end - 1] == 0x0D else {
          throw RequestFault.malformed("A line of the body's encoding does not end in CRLF.")
        }
        return Array(buffer[..<(end - 1)])
      }
      guard buffer.count <= Self.chunkLineLimit else {
        throw RequestFault.malformed("A line of the body's encoding is too long.")
      }
      try await fill(4_096)
    }
  }

  private func fill(_ count: Int) async throws {
    let bytes = try await stream.read(atMost: count)
    buffer += bytes
  }

  private static func size(ofChunk line: [UInt8]) throws -> Int {
    let digits = line.prefix { $0 != UInt8(ascii: ";") }
    // Longer numbers exceed every limit, and would overflow.
    guard (1...15).contains(digits.count), digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw RequestFault.malformed("The length of a chunk is malformed.") }
    return size
  }

  private static func headTooLarge(_ limits: LoopbackServer.Limits) -> RequestFault {
    RequestFault(RequestHead.headTooLarge, "The request head has more than \(limits.headBytes) bytes.")
  }

  private static func bodyTooLarge(_ limit: Int) -> RequestFault {
    RequestFault(.payloadTooLarge, "The body has more than \(limit) bytes.")
  }
}
