internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The token endpoint, `authz.constantcontact.com/oauth2/default/v1/token`.
extension FakeConstantContact {
  func respondToTokenRequest(_ call: Call) throws -> Reply {
    guard call.method == "POST" else { throw oauthError("invalid_request", "The request method is not supported.") }
    let form = try parameters(of: call)
    let isConfidential = try checkClient(call, form)
    switch form["grant_type"] {
    case "authorization_code": return try exchangeCode(form, isConfidential: isConfidential)
    case "refresh_token": return try exchangeRefreshToken(form)
    case "urn:ietf:params:oauth:grant-type:device_code": return try exchangeDeviceCode(form)
    case nil: throw oauthError("invalid_request", "The grant_type is missing.")
    default: throw oauthError("unsupported_grant_type", "The authorization grant type is not supported.")
    }
  }

  /// Reads the parameters, which may stand in the query or in a form.
  func parameters(of call: Call) throws -> [String: String] {
    var items = call.query
    if !call.body.isEmpty {
      let type = call.headers["Content-Type"]?.split(separator: ";").first.map { $0.lowercased() }
      guard type == FormBody.contentType else {
        throw oauthError("invalid_request", "The Content-Type must be \(FormBody.contentType).")
      }
      items += PercentEncoding.decodeQuery(String(decoding: call.body, as: UTF8.self))
    }
    return Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// Returns whether the client sent its secret; throws for an unknown client.
  private func checkClient(_ call: Call, _ form: [String: String]) throws -> Bool {
    if let header = call.headers["Authorization"] {
      let words = header.split(separator: " ")
      let decoded = words.count == 2 && words[0].lowercased() == "basic" ? Data(base64Encoded: String(words[1])) : nil
      let expected = Data("\(configuration.clientID):\(configuration.clientSecret)".utf8)
      if decoded == expected { return true }
    } else if form["client_id"] == configuration.clientID {
      guard let secret = form["client_secret"] else { return false }
      if secret == configuration.clientSecret { return true }
    }
    var reply = oauthError("invalid_client", "Client authentication failed.")
    reply.status = 401
    reply.headers["WWW-Authenticate"] = "Basic realm=\"authz.constantcontact.com\""
    throw reply
  }

  private func exchangeCode(_ form: [String: String], isConfidential: Bool) throws -> Reply {
    let refusal = oauthError("invalid_grant", "The authorization code is invalid or has expired.")
    guard let text = form["code"], let code = vault.redeem(code: text, now: time.now) else { throw refusal }
    guard form["redirect_uri"] == code.redirectURI else {
      throw oauthError("invalid_grant", "The redirect URI does not match.")
    }
    if let challenge = code.challenge {
      let verifier = form["code_verifier"] ?? ""
      if !(43...128).contains(verifier.utf8.count) || SHA256Digest.base64URL(of: verifier) != challenge {
        throw oauthError("invalid_grant", "PKCE verification failed.")
      }
    } else if !isConfidential {
      throw oauthError("invalid_request", "PKCE code challenge is required when the token endpoint is public.")
    }
    return newGrant(code.scopes)
  }

  /// Issues the tokens of a new series, a refresh token among them when offline access was granted.
  func newGrant(_ scopes: Set<String>) -> Reply {
    let family = scopes.contains("offline_access") ? vault.makeFamily() : nil
    return tokenReply(scopes, refreshToken: family.map { addRefreshToken(scopes, family: $0) })
  }

  private func exchangeRefreshToken(_ form: [String: String]) throws -> Reply {
    let isRotating = configuration.refreshTokenMode == .rotating
    guard let text = form["refresh_token"],
      let old = vault.redeem(
        refresh: text, rotating: isRotating, endingFamily: configuration.reuseEndsFamily, now: time.now)
    else { throw oauthError("invalid_grant", "The refresh token is invalid or expired.") }
    var scopes = old.scopes
    if let wanted = form["scope"]?.split(separator: " ").map(String.init), !wanted.isEmpty {
      guard scopes.isSuperset(of: wanted) else {
        throw oauthError("invalid_scope", "The requested scope was not granted.")
      }
      scopes = Set(wanted)
    }
    return tokenReply(scopes, refreshToken: isRotating ? addRefreshToken(old.scopes, family: old.family) : text)
  }

  private func tokenReply(_ scopes: Set<String>, refreshToken: String?) -> Reply {
    var members: [String: JSON] = [
      "token_type": "Bearer",
      "expires_in": .integer(WireDate.seconds(configuration.accessTokenLifetime)),
      "access_token": .string(addAccessToken(scopes)),
      "scope": .string(scopes.sorted().joined(separator: " ")),
    ]
    members["refresh_token"] = refreshToken.map { .string($0) }
    var headers = TransportHeaders()
    headers["Cache-Control"] = "no-store"
    return Reply(200, .object(members), headers: headers)
  }

  func oauthError(_ error: String, _ description: String) -> Reply {
    Reply(400, ["error": .string(error), "error_description": .string(description)])
  }

  func addAccessToken(_ scopes: Set<String>, lifetime: Duration? = nil) -> String {
    let now = time.now
    let expiry = now.addingTimeInterval((lifetime ?? configuration.accessTokenLifetime) / .seconds(1))
    let claims: JSON = [
      "ver": .integer(1), "jti": .string("AT." + generator.token(length: 43)),
      "iss": "https://identity.constantcontact.com/oauth2/aus1lm3ry9mF7x2Ja0h8", "aud": "https://api.cc.email/v3",
      "iat": .integer(WireDate.epoch(now)), "exp": .integer(WireDate.epoch(expiry)),
      "cid": .string(configuration.clientID), "uid": .string(generator.token(length: 20)),
      "scp": .array(scopes.sorted().map { .string($0) }),
      "sub": account.summary["contact_email"] ?? "owner@example.com",
      "platform_user_id": .string(generator.uuid()),
    ]
    // Unsigned, as the header says; the last part only gives it the length of real tokens.
    let header: JSON = ["alg": "none", "typ": "JWT"]
    let token = [Self.base64URL(header.data), Self.base64URL(claims.data), generator.token(length: 342)]
      .joined(separator: ".")
    vault.add(access: token, scopes: scopes, expiresAt: expiry)
    return token
  }

  func addRefreshToken(_ scopes: Set<String>, family: Int) -> String {
    let token = generator.token(length: 43)
    vault.add(refresh: token, scopes: scopes, family: family, now: time.now)
    return token
  }

  static func base64URL(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
