internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the token endpoint says when it refuses, in OAuth's words or in Okta's.
struct TokenFault: Decodable {
  /// The error's code, if it is a plain one. The prose beside it is never kept: it may echo what was sent.
  let code: String?

  private enum CodingKeys: String, CodingKey {
    case error, errorCode
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text =
      (try? container.decode(String.self, forKey: .error))
      ?? (try? container.decode(String.self, forKey: .errorCode))
    code = text.flatMap { Self.isPlain($0) ? $0 : nil }
  }

  /// Turns a response that is no success into an error.
  static func error(for response: TransportResponse) -> OAuthError {
    let code = (try? JSONGuard.decode(TokenFault.self, from: response.body))?.code
    let (kind, message) = meaning(of: code, status: response.status)
    return OAuthError(kind, message: message, oauthError: code, status: response.status)
  }

  private static func meaning(of code: String?, status: TransportStatus) -> (OAuthError.Code, String) {
    switch (status.kind, status.rawValue, code) {
    case (.redirection, _, _):
      (.invalidResponse, "the token endpoint sent a redirect, which is not followed: check its address")
    case (.serverError, _, _), (_, 429, _), (_, 408, _), (_, _, "temporarily_unavailable"), (_, _, "server_error"):
      (.temporarilyUnavailable, "the token endpoint is busy or out of order: try again later")
    case (_, _, "invalid_grant"):
      (.invalidGrant, "the authorization code or refresh token is wrong, expired or used already")
    case (_, _, "invalid_client"), (_, 401, _):
      (.invalidClient, "the token endpoint does not accept the client: check client id and secret")
    case (_, _, "invalid_scope"):
      (.invalidScope, "a scope that was asked for does not exist or is not allowed for this app")
    case (.clientError, _, _):
      (.refused, "the token endpoint refused the request")
    default:
      (.invalidResponse, "the token endpoint answered with an unexpected status")
    }
  }

  /// `invalid_grant` and its like, or Okta's `E0000011`.
  static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...40).contains(bytes.count) else { return false }
    if bytes.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }) {
      return true
    }
    return bytes.count == 8 && bytes.first == UInt8(ascii: "E")
      && bytes.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
