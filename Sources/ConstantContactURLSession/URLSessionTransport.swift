public import ConstantContactTransport
public import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

/// A transport based on Foundation's `URLSession`, the default on Apple platforms.
///
/// It meets every requirement of ``HTTPTransport``: it follows no redirect, keeps no cookies, cache or credentials, and
/// returns a 401 as a response, whatever challenge it contains. It measures timeouts itself, precisely and over the whole
/// exchange, because `URLSession` on Linux cuts them to whole seconds.
///
/// ## Added header fields
///
/// - `User-Agent: ConstantContactKit` when the request has none.
/// - `Content-Type: application/octet-stream` when the request has a body and no type. Otherwise Linux would declare the
///   body to be a form.
/// - The fields that `URLSession` adds: `Host`, `Content-Length`, `Connection`, `Accept`, `Accept-Encoding`,
///   `Accept-Language`. Repeated fields are joined by a comma.
///
/// ## Limitations
///
/// - A `GET` with a body is refused with ``TransportError/Code/invalidRequest``, because `URLSession` does not send one.
/// - On Linux, a response with a header value outside UTF-8, a header line without a space after its colon, or a status
///   line without a reason phrase fails with ``TransportError/Code/badResponse``; the server may have acted on the request.
/// - On Linux, libcurl manages connections. When the server closes a kept connection just as a request is sent on it,
///   libcurl resends a request without a body, and leaves one with a body waiting until it times out.
/// - On Linux, Foundation ends the process with a fatal error when a chunked body has trailers, when a connection is lost
///   within a response's header fields, and when `Content-Length` is close to 2⁶³. Use `CurlTransport`, the default there.
/// - On Linux, proxies are those that the environment names. A request to an address of this machine that would go to one
///   is refused with ``TransportError/Code/invalidRequest``: name the address in `no_proxy`.
public struct URLSessionTransport: HTTPTransport {
  /// The transport of this process. There is only one: connections are shared, and tearing a session down is not safe on
  /// Linux.
  public static let shared = URLSessionTransport()

  /// The largest response body to hold in memory, in bytes after decompression; 64 MiB by default.
  ///
  /// A larger body ends the exchange with ``TransportError/Code/responseTooLarge``. Downloads to a file have no limit.
  ///
  /// ```swift
  /// var transport = URLSessionTransport.shared
  /// transport.maximumResponseSize = 256 * 1024 * 1024
  /// ```
  public var maximumResponseSize = TransportResponse.defaultMaximumSize

  private struct Session {
    let session: URLSession
    let delegate = SessionDelegate()

    init(_ configuration: URLSessionConfiguration) {
      session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }
  }

  private let general: Session
  #if canImport(Darwin)
  /// For addresses of this machine.
  private let direct: Session
  #endif

  init() {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    // A slow export must not delay other calls to the same host. The API limits requests per second, not connections.
    configuration.httpMaximumConnectionsPerHost = 32
    general = Session(configuration)
    #if canImport(Darwin)
    // The system's settings may name a proxy even for this machine, to which plain HTTP is allowed.
    configuration.connectionProxyDictionary = [:]
    direct = Session(configuration)
    #endif
  }

  /// Sends a request and returns its response with the whole body.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    return try await perform(request, into: nil)
  }

  /// Sends a request and writes the response body to a file as it arrives, in constant memory.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - file: The file to write to. What it contains is replaced; only its owner can read it.
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. The file is removed.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    try request.validate()
    let file = try DownloadFile(at: file)
    return try await file.fill { try await perform(request, into: file).head }
  }

  private func perform(_ request: TransportRequest, into file: DownloadFile?) async throws -> TransportResponse {
    try Task.checkCancellation()
    guard request.timeout > .zero else { throw TransportError.timedOut(.notSent) }
    let session = try session(for: request.url)
    let task = try makeTask(for: request, in: session.session)
    let exchange = Exchange(task: task, file: file, maximumSize: maximumResponseSize)
    let identifier = task.taskIdentifier
    session.delegate.add(exchange, for: identifier)
    defer { session.delegate.remove(identifier) }

    return try await withThrowingTaskGroup(of: TransportResponse?.self) { group in
      group.addTask { try await exchange.run() }
      group.addTask {
        let isOver: Void? = try? await ContinuousClock().sleep(for: request.timeout.limitedToCentury)
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

  /// Returns the session for a URL: no proxy may see a request to this machine.
  private func session(for url: URL) throws -> Session {
    guard TransportSecurity.isLoopback(url.host() ?? "") else { return general }
    #if canImport(Darwin)
    return direct
    #else
    // libcurl reads the environment itself, and Foundation gives no access to its options.
    guard !EnvironmentProxy(ProcessInfo.processInfo.environment).isUsed(for: url) else {
      throw TransportError(
        .invalidRequest, delivery: .notSent,
        message: "the environment names a proxy for an address of this machine: add the address to `no_proxy`")
    }
    return general
    #endif
  }

  private func makeTask(for request: TransportRequest, in session: URLSession) throws -> URLSessionTask {
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
      throw TransportError(
        .invalidRequest, delivery: .notSent, message: "URLSession cannot send a `GET` request with a body")
    }
    if request.headers["Content-Type"] == nil {
      converted.setValue("application/octet-stream", forHTTPHeaderField: "Content-Type")
    }
    switch body {
    case .bytes(let data):
      converted.httpBody = data
      return session.dataTask(with: converted)
    case .file(let file):
      guard Self.isReadableRegularFile(file) else {
        throw TransportError(
          .fileSystem, delivery: .notSent,
          message: "the file to be sent cannot be read: check that it exists and is readable")
      }
      return session.uploadTask(with: converted, fromFile: file)
    }
  }

  /// Opening anything other than a regular file may block: a named pipe, for instance.
  private static func isReadableRegularFile(_ file: URL) -> Bool {
    let path = file.resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type == .typeRegular && FileManager.default.isReadableFile(atPath: path)
  }

  /// The timeout for `URLSession`: whole seconds, and later than the transport's own, which takes precedence.
  static func systemTimeout(for timeout: Duration) -> TimeInterval {
    // At most a year, well inside the milliseconds that Linux counts in.
    let year: Duration = .seconds(31_536_000)
    return TimeInterval(min(max(timeout, .zero), year).components.seconds + 2)
  }
}
