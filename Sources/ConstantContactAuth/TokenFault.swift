internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An error response of the token endpoint, in OAuth's or Okta's format.
struct TokenFault: Decodable {
  /// The error code, if it is well-formed. The description beside it is dropped: it may repeat the request.
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

  /// Returns the error for an unsuccessful response.
  static func error(for response: TransportResponse) -> OAuthError {
    let code = (try? JSONGuard.decode(TokenFault.self, from: response.body))?.code
    let (kind, message) = meaning(of: code, status: response.status)
    return OAuthError(kind, message: message, oauthError: code, status: response.status)
  }

  private static func meaning(of code: String?, status: TransportStatus) -> (OAuthError.Code, String) {
    switch (status.kind, status.rawValue, code) {
    case (.redirection, _, _):
      (
        .invalidResponse,
        "No access token was received: the token endpoint sent a redirect, which is not followed. Check its URL."
      )
    case (.serverError, _, _), (_, 429, _), (_, 408, _), (_, _, "temporarily_unavailable"), (_, _, "server_error"):
      (.temporarilyUnavailable, "No access token was received: the token endpoint is unavailable. Retry later.")
    case (_, _, "invalid_grant"):
      (
        .invalidGrant,
        "The authorization code or refresh token was not accepted: it is wrong, expired or already used. "
          + "Connect the account again."
      )
    case (_, _, "invalid_client"), (_, 401, _):
      (.invalidClient, "The token endpoint did not accept the client. Check client ID and secret.")
    case (_, _, "invalid_scope"):
      (.invalidScope, "A requested scope does not exist or is not allowed for this app. Correct the scopes.")
    case (.clientError, _, _):
      (.refused, "The token endpoint refused the request. Check the app's settings in the developer portal.")
    default:
      (.invalidResponse, "No access token was received: the token endpoint's status is unexpected. Check its URL.")
    }
  }

  /// Returns whether a text is an error code such as `invalid_grant`, or Okta's `E0000011`.
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
