public import ConstantContactTransport
public import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

/// The transport on Foundation's `URLSession`: no dependencies, and the same behaviour on Apple's systems and on Linux.
///
/// It keeps every promise of ``HTTPTransport``: no redirect is followed, no cookie, cache or credential is kept, and a
/// 401 is a response whatever challenge it carries. Timeouts are measured here, to the fraction of a second and over the
/// whole exchange, since Linux' `URLSession` cuts them to whole seconds.
///
/// ## What it adds to a request
///
/// - `User-Agent: ConstantContactKit` when the request has none.
/// - `Content-Type: application/octet-stream` when the request has a body and no type. Linux would say that the body is a
///   form.
/// - What `URLSession` adds by itself: `Host`, `Content-Length`, `Connection`, `Accept`, `Accept-Encoding`,
///   `Accept-Language`. Repeated fields are joined by a comma.
///
/// ## What it cannot do
///
/// - A `GET` with a body is refused with ``TransportError/Code/invalidRequest``: `URLSession` does not send one.
/// - On Linux a response with a header value outside UTF-8, a header line without a blank after its colon, or a status
///   line that ends right after the code fails with ``TransportError/Code/badResponse``; the server may have acted.
/// - On Linux, libcurl looks after the connections. When the server closes a kept connection just as a request goes out on
///   it, libcurl sends a request without a body once more, and leaves one with a body hanging until it times out.
/// - On Linux the process ends with a fatal error of Foundation when a connection breaks in the middle of a response's
///   header fields, before `Content-Length`. Nothing outside Foundation can prevent it: where that is not acceptable, use
///   another transport.
public struct URLSessionTransport: HTTPTransport {
  /// The transport of this process. There is only one, as Linux' `URLSession` is at its safest when its session is never
  /// torn down, and as connections are shared.
  public static let shared = URLSessionTransport()

  private let session: URLSession
  private let delegate: SessionDelegate

  init() {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    // One slow export must not hold up other calls to the same host; the API's own limit is per second.
    configuration.httpMaximumConnectionsPerHost = 32
    delegate = SessionDelegate()
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
  }

  /// Sends a request and returns its response with the whole body.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    return try await perform(request, into: nil)
  }

  /// Sends a request and writes the body of the response to a file as it arrives, so that memory use does not grow with
  /// it. The file appears, and replaces what was there, when the body is complete; only its owner may read it.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. Then no file is left, and a file
  ///   that was there before stays as it was.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    try request.validate()
    let partial = try PartialFile(for: file)
    do {
      let response = try await perform(request, into: partial)
      try partial.commit()
      return response.head
    } catch {
      partial.discard()
      throw error
    }
  }

  private func perform(_ request: TransportRequest, into file: PartialFile?) async throws -> TransportResponse {
    try Task.checkCancellation()
    guard request.timeout > .zero else { throw TransportError.timedOut(.notSent) }
    let task = try makeTask(for: request)
    let exchange = Exchange(task: task, file: file)
    let identifier = task.taskIdentifier
    delegate.add(exchange, for: identifier)
    defer { delegate.remove(identifier) }

    return try await withThrowingTaskGroup(of: TransportResponse?.self) { group in
      group.addTask { try await exchange.run() }
      group.addTask {
        let isOver: Void? = try? await ContinuousClock().sleep(for: request.timeout)
        if isOver != nil { exchange.end(.failure(TransportError.timedOut(.uncertain)), cancel: true) }
        return nil
      }
      defer { group.cancelAll() }
      while let response = try await group.next() {
        if let response { return response }
      }
      throw CancellationError()
    }
  }

  private func makeTask(for request: TransportRequest) throws -> URLSessionTask {
    var converted = URLRequest(url: request.url)
    converted.httpMethod = request.method.rawValue
    converted.httpShouldHandleCookies = false
    converted.timeoutInterval = Self.systemTimeout(for: request.timeout)
    for field in request.headers.fields { converted.addValue(field.value, forHTTPHeaderField: field.name) }
    if request.headers["User-Agent"] == nil {
      converted.setValue("ConstantContactKit", forHTTPHeaderField: "User-Agent")
    }

    guard let body = request.body, body != .bytes(Data()) else { return session.dataTask(with: converted) }
    guard request.method != .get else {
      throw TransportError(.invalidRequest, delivery: .notSent, message: "URLSession sends no body with GET")
    }
    if request.headers["Content-Type"] == nil {
      converted.setValue("application/octet-stream", forHTTPHeaderField: "Content-Type")
    }
    switch body {
    case .bytes(let data):
      converted.httpBody = data
      return session.dataTask(with: converted)
    case .file(let file):
      guard FileManager.default.isReadableFile(atPath: file.path) else {
        throw TransportError(.fileSystem, delivery: .notSent, message: "the file to be sent cannot be read")
      }
      return session.uploadTask(with: converted, fromFile: file)
    }
  }

  /// The timeout `URLSession` is told: whole seconds, and later than our own, which decides.
  static func systemTimeout(for timeout: Duration) -> TimeInterval {
    // A year is as good as for ever, and well inside the milliseconds that Linux counts in.
    TimeInterval(min(timeout.components.seconds, 31_536_000) + 2)
  }
}
