#if AsyncHTTPClient
internal import AsyncHTTPClient
internal import ConstantContactTransport
internal import NIOCore
internal import NIOHTTP1

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension HTTPClientRequest {
  /// Converts a request.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem` when the body is a file that cannot be read.
  init(_ request: TransportRequest) throws {
    self.init(url: request.url.absoluteString)
    method = .init(rawValue: request.method.rawValue)
    for field in request.headers.fields { headers.add(name: field.name, value: field.value) }
    if request.headers["User-Agent"] == nil { headers.add(name: "User-Agent", value: "ConstantContactKit") }
    switch request.body {
    case nil: break
    case .bytes(let data): body = .bytes(ByteBuffer(bytes: data))
    case .file(let url):
      let file = try SentFile(at: url)
      body = .stream(file, length: .known(Int64(file.size)))
    }
  }
}

extension HTTPClientResponse {
  /// The status and header fields.
  var head: TransportResponseHead {
    var fields = TransportHeaders()
    for (name, value) in headers { fields.append(name, value) }
    return .init(status: TransportStatus(rawValue: Int(status.code)), headers: fields)
  }
}
#endif
