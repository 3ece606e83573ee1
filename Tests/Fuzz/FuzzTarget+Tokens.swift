import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation

/// Token files, token responses, JWTs and callbacks.
extension FuzzTarget {
  static let tokenTargets: [FuzzTarget] = [
    FuzzTarget("token-file", texts: tokenFiles, isFile: true) { input in
      try await Scratch.shared.withFile(input) { file in
        let clock = ManualClock(automatic: true)
        let source = TokenSource(
          client: app, transport: FixedTransport(tokenResponse), store: FileTokenStore(file: file),
          time: clock.timeSource)
        let token = try await source.accessToken(replacing: nil)
        _ = try await source.accessToken(replacing: token)
      }
    },
    FuzzTarget("credentials", texts: tokenFiles) { input in
      let credentials = try JSONDecoder().decode(OAuthCredentials.self, from: Data(input))
      _ = "\(credentials) \(credentials == credentials)"
      _ = try JSONEncoder().encode(credentials)
    },
    FuzzTarget("token-response", responseSeeds) { input in
      // The first byte chooses the status.
      let statuses = [200, 200, 200, 400, 401, 429, 503]
      let status = TransportStatus(rawValue: statuses[Int(input.first ?? 0) % statuses.count])
      let headers: TransportHeaders = ["Content-Type": "application/json"]
      let response = TransportResponse(status: status, headers: headers, body: Data(input.dropFirst()))
      let client = TokenClient(
        client: app, transport: FixedTransport(response), time: ManualClock(automatic: true).timeSource)
      let credentials = try await client.exchange(code: "code")
      _ = try await client.refresh(credentials)
    },
    FuzzTarget("token-headers", texts: ["120", "Sun, 06 Nov 1994 08:49:37 GMT", "Mon, 05 Jan 2026 09:00:30 GMT"]) {
      input in
      let text = String(decoding: input, as: UTF8.self)
      let response = TransportResponse(
        status: 503, headers: ["Retry-After": text, "Date": text], body: Data("{}".utf8))
      let client = TokenClient(
        client: app, transport: FixedTransport(response), time: ManualClock(automatic: true).timeSource)
      _ = try? await client.exchange(code: "code")
      _ = try await client.exchange(code: "code")
    },
    FuzzTarget("jwt-claims", texts: claims + [jwt(claims[0])]) { input in
      // As the payload of a token, and as a whole token.
      for token in [jwt(String(decoding: input, as: UTF8.self)), String(decoding: input, as: UTF8.self)] {
        _ = AccessTokenClaims(token: token)
        _ = AccessToken(token)
      }
    },
    FuzzTarget("device-flow", texts: deviceResponses) { input in
      let clock = ManualClock(automatic: true)
      let response = TransportResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data(input))
      let flow = DeviceFlow(client: app, transport: FixedTransport(response), time: clock.timeSource)
      let device = try await flow.begin()
      _ = try await flow.finish(device)
    },
  ]

  private static let app = OAuthClient(
    clientID: "client", clientSecret: "secret", redirectURI: "https://example.com/callback")

  private static let tokenResponse = TransportResponse(
    status: 200, headers: ["Content-Type": "application/json"],
    body: Data(
      #"{"token_type":"Bearer","expires_in":86400,"access_token":"\#(jwt(claims[0]))","refresh_token":"r1","scope":"contact_data offline_access"}"#
        .utf8))

  private static let responseSeeds: [[UInt8]] =
    [[0] + Array(tokenResponse.body)] + tokenFaults.map { [3] + Array($0.utf8) }

  private static let tokenFaults = [
    #"{"error":"invalid_grant","error_description":"The refresh token is invalid or expired."}"#,
    #"{"errorCode":"E0000011","errorSummary":"Invalid token provided"}"#, "<html>Bad gateway</html>", "",
  ]

  private static let claims = [
    #"{"ver":1,"jti":"AT.x","iss":"https://identity.constantcontact.com/oauth2/x","aud":"https://api.cc.email/v3","iat":1767603600,"exp":1767690000,"cid":"client","uid":"00u","scp":["contact_data","offline_access"],"sub":"ann@example.com","platform_user_id":"3f8e"}"#,
    #"{"exp":"1767690000","scope":"contact_data account_read"}"#,
  ]

  private static func jwt(_ payload: String) -> String {
    func encoded(_ text: String) -> String {
      Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    return "\(encoded(#"{"alg":"RS256","kid":"k"}"#)).\(encoded(payload)).c2ln"
  }

  private static let tokenFiles: [String] = {
    let text = """
      {"access_token":"\(jwt(claims[0]))","refresh_token":"r0","issued_at":1767603000,"expires_at":1767603601,\
      "scopes":"contact_data offline_access","generation":3,"refresh_started_at":1767603500}
      """
    var texts = [text]
    // What the library itself writes, whatever names it uses.
    let token =
      #"{"access_token":"a","refresh_token":"r","issued_at":1767603000,"expires_at":1767689400,"generation":1}"#
    if let credentials = try? JSONDecoder().decode(OAuthCredentials.self, from: Data(token.utf8)),
      let data = try? JSONEncoder().encode(credentials)
    {
      texts.append(String(decoding: data, as: UTF8.self))
    }
    return texts
  }()

  private static let deviceResponses = [
    #"{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"https://example.com/activate","verification_uri_complete":"https://example.com/activate?c=A","expires_in":600,"interval":5,"access_token":"t","refresh_token":"r","token_type":"Bearer"}"#,
    #"{"device_code":"d","user_code":"A","verification_uri":"https://example.com","expires_in":5,"error":"authorization_pending"}"#,
  ]
}
