public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A client for the token endpoint. Each method sends one request; ``TokenSource`` adds retries and storage.
///
/// See <https://developer.constantcontact.com/api_guide/server_flow.html> and
/// <https://developer.constantcontact.com/api_guide/pkce_flow.html>.
public struct TokenClient: Sendable {
  /// The app that requests tokens.
  public let client: OAuthClient
  private let transport: any HTTPTransport
  let time: TimeSource
  private let requestLimit: TokenRequestLimit

  /// Creates a token client. Nothing is sent.
  ///
  /// - Parameters:
  ///   - client: The app that requests tokens.
  ///   - transport: The transport for the requests.
  ///   - time: The time source.
  ///   - requestLimit: The limit for token requests; by default a separate one with a request per second.
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

  /// Exchanges an authorization code for credentials. A code can be used once, within 5 minutes.
  ///
  /// - Parameters:
  ///   - code: The code of the authorization response.
  ///   - codeVerifier: The PKCE verifier, which a public client needs.
  /// - Returns: The credentials of a new series. Save them with ``TokenStore/replace(with:)``.
  /// - Throws: ``OAuthError``; `CancellationError`.
  public func exchange(code: String, codeVerifier: String? = nil) async throws -> OAuthCredentials {
    var fields = [("grant_type", "authorization_code"), ("code", code)]
    if let uri = client.redirectURI { fields.append(("redirect_uri", uri)) }
    if let codeVerifier { fields.append(("code_verifier", codeVerifier)) }
    return try await newSeries(fields, operation: "oauth.token.exchange")
  }

  /// Sends a grant of any kind and returns credentials of a new series.
  func newSeries(_ fields: [(String, String)], operation: String) async throws -> OAuthCredentials {
    let (response, requestedAt) = try await send(fields, operation: operation)
    return OAuthCredentials(
      accessToken: response.accessToken,
      refreshToken: response.refreshToken,
      expiresAt: requestedAt.addingTimeInterval(response.lifetime),
      scopes: response.scopes,
      generation: time.now.limitedSecondsSince1970,
      issuedAt: requestedAt
    )
  }

  /// Exchanges a refresh token for the next pair.
  ///
  /// A response without a refresh token, or with an empty one, keeps the old one (long-lived mode). A response without
  /// scopes keeps the scopes.
  ///
  /// - Parameter credentials: The pair to refresh.
  /// - Returns: The next generation. Save it before anything else: a rotating refresh token is used up now.
  /// - Throws: ``OAuthError``, with code `reconnectRequired` when there is no refresh token; `CancellationError`.
  public func refresh(_ credentials: OAuthCredentials) async throws -> OAuthCredentials {
    try await refresh(credentials, willSend: {})
  }

  /// Exchanges a refresh token.
  ///
  /// - Parameters:
  ///   - credentials: The pair to refresh.
  ///   - willSend: Runs when the request limit admits the request. If it throws, nothing is sent.
  func refresh(_ credentials: OAuthCredentials, willSend: () async throws -> Void) async throws -> OAuthCredentials {
    guard let refreshToken = credentials.refreshToken else {
      throw OAuthError(
        .reconnectRequired,
        message: "The access token cannot be refreshed: there is no refresh token. "
          + "Reconnect the account with the scope offline_access."
      )
    }
    let (response, requestedAt) = try await send(
      [("grant_type", "refresh_token"), ("refresh_token", refreshToken)],
      operation: "oauth.token.refresh",
      willSend: willSend
    )
    return OAuthCredentials(
      accessToken: response.accessToken,
      refreshToken: response.refreshToken ?? refreshToken,
      expiresAt: requestedAt.addingTimeInterval(response.lifetime),
      scopes: response.scopes ?? credentials.scopes,
      generation: credentials.generation.limitedSuccessor,
      issuedAt: requestedAt
    )
  }

  /// Requests an access token with client ID and secret alone. The parameters of this grant are sent in the query.
  func clientCredentials() async throws -> AccessToken {
    let (response, requestedAt) = try await send(
      [], query: [("grant_type", "client_credentials")], operation: "oauth.token.partner")
    return AccessToken(
      response.accessToken, expiresAt: requestedAt.addingTimeInterval(response.lifetime), scopes: response.scopes)
  }

  /// Returns the response and the date of the request. Expiry counts from the request, so that it errs early.
  private func send(
    _ fields: [(String, String)],
    query: [(name: String, value: String)] = [],
    operation: String,
    willSend: () async throws -> Void = {}
  ) async throws -> (response: TokenResponse, requestedAt: Date) {
    var request = request(fields, operation: operation)
    if !query.isEmpty, let url = URL(string: client.tokenURL.absoluteString + "?" + PercentEncoding.query(query)) {
      request.url = url
    }
    var requestedAt = time.now
    let response = try await exchange(request) {
      try await willSend()
      requestedAt = time.now
    }
    guard response.status.kind == .successful else { throw TokenFault.error(for: response) }
    guard let tokens = (try? JSONGuard.decode(TokenResponse.self, from: response.body)) else {
      throw OAuthError(
        .invalidResponse,
        message: "No access token was received: the token endpoint's response cannot be read. Check its URL.",
        status: response.status
      )
    }
    return (tokens, requestedAt)
  }

  /// Sends a request to the authorization server when the request limit admits it.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - willSend: Runs when the request limit admits the request. If it throws, nothing is sent.
  func exchange(_ request: TransportRequest, willSend: () async throws -> Void = {}) async throws -> TransportResponse {
    time.beginWork()
    defer { time.endWork() }
    try await requestLimit.waitForSlot()
    try await willSend()
    let response = try await send(request)
    if response.status.kind != .successful,
      let delay = RetryAfterHeader.delay(in: response.headers, now: time.now)
    {
      await requestLimit.pause(for: delay)
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
        message: "The token request cannot be sent: \(error.message). Check the client's URLs.",
        cause: error
      )
    } catch let error as CancellationError {
      throw error
    } catch {
      throw OAuthError(
        .temporarilyUnavailable,
        message: "No access token was received: the token endpoint could not be reached. Retry later.",
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
      // RFC 6749, section 2.3.1: both are form-encoded, so that a colon in the ID does not end it.
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
  /// The client, without ID and secret.
  public var description: String { "TokenClient(\(client))" }
}
