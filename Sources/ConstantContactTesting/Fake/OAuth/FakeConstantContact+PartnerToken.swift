internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The token endpoint for partners, `authz.constantcontact.com/partners/oauth2/default/v1/token`.
extension FakeConstantContact {
  func respondToPartnerTokenRequest(_ call: Call) throws -> Reply {
    guard call.method == "POST" else { throw oauthError("invalid_request", "The request method is not supported.") }
    let type = call.headers["Content-Type"]?.split(separator: ";").first.map { $0.lowercased() }
    guard type == FormBody.contentType else { return Reply(415, ["message": "Unsupported Media Type"]) }
    let form = try parameters(of: call)
    let words = call.headers["Authorization"]?.split(separator: " ") ?? []
    let expected = Data("\(configuration.clientID):\(configuration.clientSecret)".utf8)
    guard words.count == 2, words[0].lowercased() == "basic", Data(base64Encoded: String(words[1])) == expected else {
      throw oauthError("invalid_client", "Client authentication failed.")
    }
    guard form["grant_type"] == "client_credentials" else {
      throw oauthError("unsupported_grant_type", "The authorization grant type is not supported.")
    }
    let token = issuePartnerToken()
    var headers = TransportHeaders()
    headers["Cache-Control"] = "no-store"
    return Reply(
      200,
      [
        "token_type": "Bearer", "expires_in": .integer(3_600), "access_token": .string(token),
        "scope": .string(Self.partnerScope),
      ], headers: headers)
  }

  /// Issues a partner's access token, which is valid for an hour.
  public func issuePartnerToken() -> String { addAccessToken([Self.partnerScope], lifetime: .seconds(3_600)) }
}
