import ConstantContactKit
import ConstantContactTesting
import Foundation

/// A server on this machine that answers as the vendor's contract says and judges every request. `.ci/judge` starts it.
struct Judge {
  /// Where it is, from the environment; `nil` when there is none.
  static let address = ProcessInfo.processInfo.environment["CONSTANT_CONTACT_JUDGE_URL"].flatMap(URL.init(string:))

  struct Report: Decodable {
    struct Violation: Decodable, CustomStringConvertible {
      let operation: String
      let path: String
      let violation: String
      var description: String { "\(operation) \(path): \(violation)" }
    }

    let missed: [String]
    let violations: [Violation]
  }

  private let base: URL

  init() throws {
    guard let base = Self.address else { throw CocoaError(.fileNoSuchFile) }
    self.base = base
  }

  /// A client that goes over HTTP, tries once and keeps no limit.
  func client(middlewares: [any HTTPMiddleware] = []) -> ConstantContact {
    var configuration = ConstantContactConfiguration(
      baseURL: base, rateLimit: RateLimit(perSecond: 100_000, perDay: .max))
    configuration.retry = .none
    configuration.middlewares = middlewares
    return ConstantContact(tokens: EndlessTokens(), configuration: configuration)
  }

  func reset() async throws { _ = try await control(.post, "reset") }

  func answer(_ style: String) async throws { _ = try await control(.post, "style/\(style)") }

  func report() async throws -> Report { try JSONCoding.decode(try await control(.get, "report").body) }

  private func control(_ method: HTTPMethod, _ path: String) async throws -> HTTPResponse {
    let url = base.deletingLastPathComponent().appending(path: "__judge/\(path)")
    return try await URLSessionTransport.shared.send(HTTPRequest(method: method, url: url))
  }
}

/// Never runs out of other tokens, so that a 401 is the service's last word.
private struct EndlessTokens: AccessTokenProvider {
  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    AccessToken((rejected?.value ?? "") + "t")
  }
}

/// Makes the contacts that are read look as if they had not been deleted, so that they can be changed.
struct Undeleted: HTTPMiddleware {
  func intercept(
    _ request: HTTPRequest,
    next: @Sendable (HTTPRequest) async throws -> HTTPResponse
  ) async throws -> HTTPResponse {
    var response = try await next(request)
    guard request.operation == "contacts.get" else { return response }
    var contact: [String: JSONValue] = try JSONCoding.decode(response.body)
    contact["deleted_at"] = nil
    response.body = try JSONCoding.body(contact).data()
    return response
  }
}
