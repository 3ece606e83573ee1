internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Writes one response to a socket.
struct ResponseWriter: Sendable {
  private let stream: SocketStream

  init(_ stream: SocketStream) { self.stream = stream }

  func write(_ response: HTTPResponse) async throws {
    guard case .httpBody(let body) = response.payload else {
      return try await write(HTTPResponse(statusCode: .internalServerError))
    }
    var lines = ["HTTP/1.1 \(response.statusCode.code) \(response.statusCode.phrase)", "Connection: close"]
    for (header, value) in response.headers where !Self.own.contains(header) {
      lines.append("\(header.rawValue): \(value)")
    }
    // Without a count, the sequence delivers its bytes in the chunked encoding.
    lines.append(body.count.map { "Content-Length: \($0)" } ?? "Transfer-Encoding: chunked")
    try await stream.write(Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    for try await chunk in body { try await stream.write(chunk) }
  }

  /// Header fields that the server sets itself.
  private static let own: Set<HTTPHeader> = [.connection, .contentLength, .transferEncoding]
}
