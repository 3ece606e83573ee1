internal import FlyingFox
public import Foundation

/// Listens for the browser that returns from a consent page.
///
/// Only GET requests for the path of the redirect URI are callbacks. The response to any other request is 404 or 405, and
/// the listener continues.
public struct RedirectListener: Sendable {
  /// The redirect URI.
  public let redirect: RedirectAddress
  private let servers: [LoopbackServer]

  /// Creates a listener that does not listen yet.
  ///
  /// - Parameters:
  ///   - redirect: The redirect URI to listen on.
  ///   - respond: Handles a callback, which starts with the redirect URI as registered, and returns the page for the
  ///     browser. It may be called more than once, and concurrently.
  public init(_ redirect: RedirectAddress, respond: @escaping @Sendable (URL) async -> RedirectPage) {
    self.redirect = redirect
    let handler = RedirectHandler(redirect: redirect, respond: respond)
    var limits = LoopbackServer.Limits()
    limits.bodyBytes = 0
    // Longer than a code exchange with all of its retries.
    servers = redirect.addresses.map {
      LoopbackServer(
        address: $0, port: redirect.port, timeout: .seconds(300), limits: limits, handler: handler)
    }
  }

  /// Starts listening.
  ///
  /// - Throws: ``ListenFailure`` when the port is unavailable on one of the addresses.
  public func start() async throws {
    do {
      for server in servers {
        do {
          try await server.start()
        } catch let failure as ListenFailure
          where servers.count > 1 && failure.address == .ip6 && [EADDRNOTAVAIL, EAFNOSUPPORT].contains(failure.code)
        {
          // The machine has no IPv6, so a browser does not use it either.
        }
      }
    } catch {
      await stop(grace: .zero)
      throw error
    }
  }

  /// Stops listening.
  ///
  /// - Parameter grace: How long the last page may take to reach the browser.
  public func stop(grace: Duration = .seconds(1)) async {
    await withTaskGroup(of: Void.self) { group in
      for server in servers { group.addTask { await server.stop(grace: grace) } }
    }
  }
}

private struct RedirectHandler: HTTPHandler {
  let redirect: RedirectAddress
  let respond: @Sendable (URL) async -> RedirectPage

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.target.path() == redirect.path,
      let callback = redirect.callback(query: request.target.query())
    else { return HTTPResponse(statusCode: .notFound) }
    guard request.method == .GET else {
      return HTTPResponse(statusCode: .methodNotAllowed, headers: HTTPHeaders([HTTPHeader("Allow"): "GET"]))
    }
    return await respond(callback).response
  }
}
