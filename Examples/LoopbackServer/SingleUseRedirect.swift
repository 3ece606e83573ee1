internal import FlyingFox
public import Foundation

/// A local URL that redirects to another one, once.
///
/// Every process on the machine can read the arguments of a program. A browser is therefore started with this short URL
/// rather than with an authorization URL, which contains the `state` parameter of the request.
public struct SingleUseRedirect: Sendable {
  private let server: LoopbackServer

  /// Creates a redirect that does not listen yet.
  ///
  /// - Parameter destination: The URL to redirect to.
  public init(to destination: URL) {
    var limits = LoopbackServer.Limits()
    limits.bodyBytes = 0
    server = LoopbackServer(limits: limits, handler: Handler(destination: destination))
  }

  /// Starts listening on a free port.
  ///
  /// - Returns: The URL to open, such as `http://127.0.0.1:49152/start`.
  /// - Throws: ``ListenFailure``.
  public func start() async throws -> URL {
    try await server.start()
    guard let port = await server.port, let url = URL(string: "http://127.0.0.1:\(port)\(Handler.path)") else {
      throw CancellationError()
    }
    return url
  }

  /// Stops listening.
  public func stop() async { await server.stop() }

  private actor Handler: HTTPHandler {
    static let path = "/start"
    private let destination: URL
    private var isUsed = false

    init(destination: URL) { self.destination = destination }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      guard request.target.path() == Self.path else { return HTTPResponse(statusCode: .notFound) }
      guard request.method == .GET else {
        return HTTPResponse(statusCode: .methodNotAllowed, headers: HTTPHeaders([HTTPHeader("Allow"): "GET"]))
      }
      guard !isUsed else {
        return RedirectPage(
          isSuccess: false, title: "Already used",
          text: "This address works once. Open the address that the program printed."
        ).response
      }
      isUsed = true
      var headers = HTTPHeaders.notCached
      headers[.location] = destination.absoluteString
      return HTTPResponse(statusCode: .seeOther, headers: headers)
    }
  }
}
