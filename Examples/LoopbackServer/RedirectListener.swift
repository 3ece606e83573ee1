internal import FlyingFox
internal import FlyingSocks
public import Foundation

/// Waits on this machine for the browser that comes back from a consent.
///
/// Only GET on the redirect URI's path is taken for an answer; everything else is a 404 or 405, and the listener goes on.
public struct RedirectListener: Sendable {
  /// Where it listens.
  public let redirect: RedirectAddress
  private let servers: [LoopbackServer]

  /// Makes a listener that does not listen yet.
  ///
  /// - Parameters:
  ///   - redirect: Where to listen.
  ///   - answer: Takes the whole callback, which begins with the redirect URI as registered, and says what the browser is to
  ///     show. It may be called more than once, and at the same time.
  public init(_ redirect: RedirectAddress, answer: @escaping @Sendable (URL) async -> RedirectPage) {
    self.redirect = redirect
    let handler = RedirectHandler(redirect: redirect, answer: answer)
    // Longer than an exchange with all its attempts may take.
    servers = redirect.addresses.map {
      LoopbackServer(address: $0, port: redirect.port, timeout: .seconds(300), handler: handler)
    }
  }

  /// Starts listening.
  ///
  /// - Throws: ``RedirectAddress/Failure`` when the port is in use or not allowed.
  public func start() async throws {
    do {
      for server in servers {
        do {
          try await server.start()
        } catch SocketError.failed(_, EADDRNOTAVAIL, _) where servers.count > 1 && server.address == .ip6 {
          // A machine without IPv6, where no browser will try it.
        } catch SocketError.failed(_, EAFNOSUPPORT, _) where servers.count > 1 && server.address == .ip6 {
        }
      }
    } catch {
      await stop(grace: .zero)
      throw failure(error)
    }
  }

  /// Stops listening.
  ///
  /// - Parameter grace: How long the last page has to reach the browser.
  public func stop(grace: Duration = .seconds(1)) async {
    await withTaskGroup(of: Void.self) { group in
      for server in servers { group.addTask { await server.stop(grace: grace) } }
    }
  }

  private func failure(_ error: any Error) -> any Error {
    guard case SocketError.failed(_, let number, let reason) = error else { return error }
    let advice =
      switch number {
      case EADDRINUSE:
        "it is in use: stop what listens there, or register a redirect URI with another port"
      case EACCES:
        "the system keeps it for itself: register a redirect URI with a port above 1023"
      default: reason
      }
    return RedirectAddress.Failure(description: "cannot listen at port \(redirect.port): \(advice)")
  }
}

/// Tells callbacks from everything else that a browser asks for.
private struct RedirectHandler: HTTPHandler {
  let redirect: RedirectAddress
  let answer: @Sendable (URL) async -> RedirectPage

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.target.path() == redirect.path,
      let callback = redirect.callback(query: request.target.query())
    else { return refusal(.notFound) }
    guard request.method == .GET else { return refusal(.methodNotAllowed) }
    return await answer(callback).response
  }

  private func refusal(_ status: HTTPStatusCode) -> HTTPResponse {
    var headers = HTTPHeaders()
    headers[.connection] = "close"
    if status == .methodNotAllowed { headers[HTTPHeader("Allow")] = "GET" }
    return HTTPResponse(statusCode: status, headers: headers)
  }
}
