internal import FlyingFox
internal import FlyingSocks

/// A body that fails before its first byte: FlyingFox then closes the connection, and the client sees it lost.
struct BrokenBody: AsyncBufferedSequence {
  typealias Element = UInt8

  struct Iterator: AsyncBufferedIteratorProtocol {
    mutating func next() async throws -> UInt8? { throw SocketError.disconnected }
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { throw SocketError.disconnected }
  }

  func makeAsyncIterator() -> Iterator { Iterator() }
}

extension HTTPResponse {
  /// A head that announces a body which never follows. FlyingFox cannot close a connection without sending a head.
  static var cut: HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [.connection: "close", .contentType: "application/json"],
      body: HTTPBodySequence(from: BrokenBody(), count: 1_000)
    )
  }
}
