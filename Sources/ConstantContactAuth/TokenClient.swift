public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Asks the token endpoint for tokens, once per call: it neither retries nor stores. ``TokenSource`` does.
///
/// From the vendor's pages "OAuth2 server flow" and "PKCE flow" (`api_guide/server_flow.html`, `pkce_flow.html`).
public struct TokenClient: Sendable {
  /// The app that asks.
  public let client: OAuthClient
  private let transport: any HTTPTransport
  let time: TimeSource
  private let requestLimit: TokenRequestLimit

  /// Makes a token client.
  ///
  /// - Parameters:
  ///   - client: The app that asks.
  ///   - transport: What carries the requests.
  ///   - time: What the date is, from which expiry is counted.
  ///   - requestLimit: What keeps its requests a second apart; one of its own by default.
  public init(
    client: OAuthClient,
    transport: any HTTPTransport,
    time: TimeSource = .system,
    requestLimit: TokenRequestLimit? = nil
  ) {
    self.client = client
    self.transport = transport
    self.time = time
    self.requestLimit = requestLimit ?? TokenRequestLimit(time: time)
  }

  /// Exchanges an authorization code for credentials. A code is good once, for 5 minutes.
  ///
  /// - Parameters:
  ///   - code: The code that the browser brought back.
  ///   - codeVerifier: The PKCE verifier; needed by a public client.
  /// - Returns: Credentials of a new series; save them with ``TokenStore/replace(with:)``.
  /// - Throws: ``OAuthError``, or `CancellationError`.
  public func exchange(code: String, codeVerifier: String? = nil) async throws -> OAuthCredentials {
    var fields = [("grant_type", "authorization_code"), ("code", code)]
    if let uri = client.redirectURI { fields.append(("redirect_uri", uri)) }
    if let codeVerifier { fields.append(("code_verifier", codeVerifier)) }
    return try await newSeries(fields, operation: "oauth.token.exchange")
  }

  /// Sends a grant of any kind and makes credentials of a new series out of the answer.
  func newSeries(_ fields: [(String, String)], operation: String) async throws -> OAuthCredentials {
    let (response, asked) = try await send(fields, operation: operation)
    return OAuthCredentials(
      accessToken: response.accessToken,
      refreshToken: response.refreshToken,
      expiresAt: asked.addingTimeInterval(response.lifetime),
      scopes: response.scopes,
      generation: Int(time.now.timeIntervalSince1970),
      issuedAt: asked
    )
  }

  /// Exchanges a refresh token for the next pair.
  ///
  /// A reply without a refresh token, or with an empty one, means that the old one stays good (long-lived mode). A
  /// reply that names no scopes means that they are the same as before.
  ///
  /// - Parameter credentials: The pair to renew.
  /// - Returns: The next generation. With rotating refresh tokens the old pair is dead from now on: save this one
  ///   first.
  /// - Throws: ``OAuthError``, or `CancellationError`; with code `reconnectRequired` when there is no refresh token.
  public func refresh(_ credentials: OAuthCredentials) async throws -> OAuthCredentials {
    try await refresh(credentials, willSend: {})
  }

  /// The same, with something to do when it is the request's turn to be sent. If that fails, nothing is.
  func refresh(_ credentials: OAuthCredentials, willSend: () async throws -> Void) async throws -> OAuthCredentials {
    guard let refreshToken = credentials.refreshToken else {
      throw OAuthError(
        .reconnectRequired,
        message: "there is no refresh token: reconnect the account, with the scope offline_access"
      )
    }
    let (response, asked) =
      client.usesClientCredentials
      ? try await send([], query: [("grant_type", "client_credentials")], operation: "oauth.token.partner")
      : try await send(
        [("grant_type", "refresh_token"), ("refresh_token", refreshToken)],
        operation: "oauth.token.refresh",
        willSend: willSend
      )
    return OAuthCredentials(
      accessToken: response.accessToken,
      refreshToken: response.refreshToken ?? refreshToken,
      expiresAt: asked.addingTimeInterval(response.lifetime),
      scopes: response.scopes ?? credentials.scopes,
      generation: credentials.generation + 1,
      issuedAt: asked
    )
  }

  /// Returns the answer, and when it was asked for: counting from there, our idea of the expiry errs on the early side.
  private func send(
    _ fields: [(String, String)],
    query: [(name: String, value: String)] = [],
    operation: String,
    willSend: () async throws -> Void = {}
  ) async throws -> (response: TokenResponse, asked: Date) {
    var request = request(fields, operation: operation)
    if !query.isEmpty, let url = URL(string: client.tokenURL.absoluteString + "?" + PercentEncoding.query(query)) {
      request.url = url
    }
    var asked = time.now
    let response = try await exchange(request) {
      try await willSend()
      asked = time.now
    }
    guard response.status.kind == .successful else { throw TokenFault.error(for: response) }
    // The decoder's error is left behind: it may quote the tokens.
    guard let tokens = try? JSONGuard.decode(TokenResponse.self, from: response.body) else {
      throw OAuthError(
        .invalidResponse,
        message: "the token endpoint did not answer with a token: check its address",
        status: response.status
      )
    }
    return (tokens, asked)
  }

  /// Sends a request to the authorization server when it is its turn.
  ///
  /// - Parameter willSend: What is done then. If it fails nothing is sent.
  func exchange(_ request: TransportRequest, willSend: () async throws -> Void = {}) async throws -> TransportResponse {
    time.beginWork()
    defer { time.endWork() }
    try await requestLimit.turn()
    try await willSend()
    let response = try await send(request)
    if response.status.kind != .successful, let field = response.headers["Retry-After"], let seconds = Int(field),
      seconds > 0
    {
      await requestLimit.hold(for: .seconds(seconds))
    }
    return response
  }

  private func send(_ request: TransportRequest) async throws -> TransportResponse {
    do {
      try request.validate()
      return try await transport.send(request)
    } catch let error as TransportError where error.code == .insecure || error.code == .invalidRequest {
      throw OAuthError(
        .invalidConfiguration,
        message: "the request to the token endpoint cannot be sent: \(error.message)",
        cause: error
      )
    } catch let error as CancellationError {
      throw error
    } catch {
      throw OAuthError(
        .temporarilyUnavailable,
        message: "the token endpoint could not be reached: try again later",
        cause: error
      )
    }
  }

  func request(_ fields: [(String, String)], operation: String) -> TransportRequest {
    var form = FormBody()
    for (name, value) in fields { form.append(name, value) }
    var headers: TransportHeaders = [
      "Accept": "application/json",
      "Content-Type": FormBody.contentType,
      "User-Agent": client.userAgent,
    ]
    if let secret = client.clientSecret {
      // RFC 6749 section 2.3.1: both are form-encoded first, so that a colon in either cannot move the border.
      let pair = PercentEncoding.encode(client.clientID) + ":" + PercentEncoding.encode(secret)
      headers["Authorization"] = "Basic " + Data(pair.utf8).base64EncodedString()
    } else {
      form.append("client_id", client.clientID)
    }
    return TransportRequest(
      method: .post,
      url: client.tokenURL,
      headers: headers,
      body: .bytes(form.data),
      timeout: .seconds(30),
      operation: operation
    )
  }
}

extension TokenClient: Redacting {
  /// The client, without id and secret.
  public var description: String { "TokenClient(\(client))" }
}
