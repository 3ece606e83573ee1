#if os(Linux)
internal import CConstantContactCurl
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An exchange with its handle of libcurl. It is created, used and released on the loop's thread only.
final class CurlTransfer {
  /// From this version, libcurl asks before it sends a request on an established connection.
  private static let asksBeforeSending: UInt32 = 0x07_50_00
  /// From this version, removing a transfer does not wait for its host name.
  private static let removesAtOnce: UInt32 = 0x07_57_00
  private static let abortReading = 0x1000_0000

  let exchange: CurlExchange
  let easy: UnsafeMutableRawPointer
  private let isSecure: Bool
  private var needsFreshConnection: Bool
  private var fields: UnsafeMutableRawPointer?
  private var head = CurlResponseHead()
  private var body = Data()
  private var receivedBytes = 0
  private var sentBytes = 0
  private var isSent = false
  private var hasOpenedSocket = false
  /// Whether libcurl chose a kept connection that the server has closed. Nothing was sent.
  private(set) var isOnStaleConnection = false
  private var failure: TransportError?

  init(_ exchange: CurlExchange, easy: UnsafeMutableRawPointer) {
    self.exchange = exchange
    self.easy = easy
    isSecure = exchange.request.url.scheme?.lowercased() == "https"
    // Before 7.80 nothing keeps libcurl from sending a request again when a kept connection is lost.
    let isSafe = exchange.request.method == .get || exchange.request.method.rawValue == "HEAD"
    needsFreshConnection = cccurl_version() < Self.asksBeforeSending && !isSafe
  }

  deinit { cccurl_fields_free(fields) }

  /// Hands the request to libcurl's handle.
  ///
  /// - Throws: ``TransportError`` with delivery `notSent`.
  func configure() throws {
    let request = exchange.request
    for field in request.headers.fields {
      try append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    if request.headers["User-Agent"] == nil { try append("User-Agent: ConstantContactKit") }
    // A name without a value keeps libcurl from adding the field.
    for name in ["Accept", "Expect", "Content-Type"] where request.headers[name] == nil { try append("\(name):") }

    let url = request.url
    let bodySize = exchange.body.map { Int64($0.size) } ?? Self.sizeWithoutBody(of: request.method)
    let code = url.absoluteString.withCString { url in
      request.method.rawValue.withCString { method in
        withCString(exchange.certificateAuthorities) { authorities in
          var transfer = cccurl_transfer(
            url: url, method: method, fields: fields, authorities: authorities, body_size: bodySize,
            decompresses: request.headers["Accept-Encoding"] == nil,
            uses_proxy: !TransportSecurity.isLoopback(request.url.host() ?? ""),
            needs_fresh_connection: needsFreshConnection, closes_connection: asksForClose,
            context: Unmanaged.passUnretained(self).toOpaque(),
            on_header: { CurlTransfer.of($3)?.receiveHeader(.init(start: $0, count: $1 * $2)) ?? 0 },
            on_body: { CurlTransfer.of($3)?.receiveBody(.init(start: $0, count: $1 * $2)) ?? 0 },
            on_read: { CurlTransfer.of($3)?.send(into: .init(start: $0, count: $1 * $2)) ?? CurlTransfer.abortReading },
            may_connect: { CurlTransfer.of($0)?.mayConnect() ?? false },
            may_send: { CurlTransfer.of($0)?.maySend() ?? false })
          return cccurl_easy_configure(easy, &transfer)
        }
      }
    }
    guard code == 0 else { throw TransportError.curlRejected(code) }
  }

  /// Servers that comply do not always announce it in the response.
  private var asksForClose: Bool {
    exchange.request.headers["Connection"]?.lowercased().contains("close") ?? false
  }

  private func append(_ field: String) throws {
    guard let list = cccurl_fields_append(fields, field) else { throw TransportError.curlRejected(27) }
    fields = list
  }

  /// Methods that usually have a body announce that there is none.
  private static func sizeWithoutBody(of method: TransportMethod) -> Int64 {
    [.post, .put, .patch].contains(method) ? 0 : -1
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Prepares the handle for another attempt, on a connection of its own.
  func leaveStaleConnection() {
    isOnStaleConnection = false
    needsFreshConnection = true
    cccurl_easy_require_fresh_connection(easy)
  }

  // MARK: The end

  /// Ends the exchange with the result that libcurl reports.
  func finish(_ code: CInt) {
    exchange.end(result(code))
  }

  private func result(_ code: CInt) -> Result<TransportResponse, any Error> {
    if let failure { return .failure(failure) }
    guard code == 0 else { return .failure(TransportError.from(curl: code, isSent: mayBeSent)) }
    guard let status = head.status, head.isComplete else { return .failure(TransportError.incompleteResponse(code)) }
    guard hasWholeBody(status) else { return .failure(TransportError.incompleteResponse(code)) }
    return .success(
      TransportResponse(status: TransportStatus(rawValue: status), headers: head.headers, body: body))
  }

  /// libcurl checks the length too, but not every version in every case.
  private func hasWholeBody(_ status: Int) -> Bool {
    guard let length = head.contentLength, !head.isChunked, !head.isEncoded, status != 204, status != 304,
      exchange.request.method.rawValue != "HEAD"
    else { return true }
    return receivedBytes == length
  }

  /// Ends the exchange because its time is over.
  func timeOut() { exchange.end(.failure(TransportError.timedOut(mayBeSent ? .uncertain : .notSent))) }

  /// Whether the server can have received any of the request.
  private var mayBeSent: Bool {
    guard cccurl_version() < Self.asksBeforeSending else { return isSent }
    // Without a new connection, an old one may have been used.
    guard hasOpenedSocket else { return !needsFreshConnection }
    return cccurl_easy_is_connected(easy, isSecure)
  }

  /// Whether the handle can be removed without waiting for the name of its host.
  ///
  /// Otherwise the transfer stays until libcurl knows the name, and ends before a connection is opened.
  func canBeRemoved() -> Bool {
    guard cccurl_version() < Self.removesAtOnce, !isSent, !hasOpenedSocket, head.status == nil else { return true }
    cccurl_easy_require_fresh_connection(easy)
    return false
  }

  // MARK: Callbacks

  private func mayConnect() -> Bool {
    hasOpenedSocket = true
    return !exchange.hasEnded
  }

  /// Returns `false` for a second attempt: libcurl sends a request again when a kept connection is lost without a response.
  private func maySend() -> Bool {
    guard !isSent, !exchange.hasEnded else { return false }
    // From 8.22, libcurl does not check a connection that it has used within the last second. One without a request has
    // nothing to read, unless it was closed.
    if !hasOpenedSocket, cccurl_easy_connection_is_stale(easy) {
      isOnStaleConnection = true
      return false
    }
    isSent = true
    return true
  }

  private func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let body = exchange.body, !exchange.hasEnded else { return Self.abortReading }
    guard sentBytes < body.size else { return 0 }
    let count = body.read(into: buffer, at: sentBytes)
    sentBytes += count
    return count > 0 ? count : Self.abortReading
  }

  private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
    guard !head.read(line) else { return line.count }
    failure = failure ?? .invalidResponse(8)
    return 0
  }

  private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard head.isComplete else {
      failure = failure ?? .invalidResponse(8)
      return 0
    }
    receivedBytes += bytes.count
    do {
      if let file = exchange.file {
        try file.write(bytes)
      } else if bytes.count > exchange.maximumResponseSize - body.count {
        throw TransportError.responseTooLarge(limit: exchange.maximumResponseSize)
      } else {
        body.append(contentsOf: bytes)
      }
      return bytes.count
    } catch {
      failure = error as? TransportError ?? .invalidResponse(23)
      return 0
    }
  }
}

private func withCString<Value>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Value) -> Value {
  text.map { $0.withCString(body) } ?? body(nil)
}
#endif
