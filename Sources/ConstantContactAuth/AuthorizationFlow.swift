public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Connects an account in the browser with the authorization code flow and PKCE.
///
/// ```swift
/// let flow = AuthorizationFlow(client: app, transport: SystemTransport.shared)
/// let request = try await flow.begin()
/// // Keep the request in the browser's session, and send the browser to request.url.
/// // When it returns to the redirect URI:
/// let grant = try await flow.finish(callback, for: request)
/// try await store.replace(with: grant.credentials)
/// ```
///
/// A callback is accepted only for the request of the same browser session. One flow serves any number of sessions, and
/// so does a new flow after a restart: all state is in the ``AuthorizationRequest``.
///
/// With a client secret the app is a confidential client; PKCE is used in both cases. The implicit flow is not
/// supported: it gives no refresh token and leaves the access token in the browser's history.
///
/// See <https://developer.constantcontact.com/api_guide/server_flow.html> and
/// <https://developer.constantcontact.com/api_guide/pkce_flow.html>.
public actor AuthorizationFlow {
  /// The app that requests access.
  public nonisolated let client: OAuthClient
  private let transport: any HTTPTransport
  private let time: TimeSource
  private let requestLimit: TokenRequestLimit
  /// The requests that were finished, until they expire. A server may revoke the tokens of a code that is sent twice.
  private var finished: [AuthorizationRequest] = []

  /// Creates a flow. Nothing is sent.
  ///
  /// - Parameters:
  ///   - client: The app that requests access. It needs a redirect URI.
  ///   - transport: The transport for the token request.
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

  /// Creates a request, whose ``AuthorizationRequest/url`` the browser opens. Nothing is sent.
  ///
  /// Keep the request in the browser's session on the server, or in memory in an app, and pass it to
  /// ``finish(_:for:)``.
  ///
  /// - Parameters:
  ///   - scopes: The scopes to request; contacts and a refresh token by default.
  ///   - promptsLogin: Whether the owner has to log in even if the browser is logged in already.
  /// - Throws: ``OAuthError`` with code `invalidConfiguration` when the client has no redirect URI.
  public func begin(
    scopes: Set<OAuthScope> = [.contactData, .offlineAccess],
    promptsLogin: Bool = false
  ) throws -> AuthorizationRequest {
    guard let redirectURI = client.redirectURI, URL(string: redirectURI)?.scheme != nil else {
      throw OAuthError(
        .invalidConfiguration,
        message: "The account cannot be connected: the client has no redirect URI. "
          + "Use one that is registered in the developer portal."
      )
    }
    return try AuthorizationRequest(
      client: client, redirectURI: redirectURI, scopes: scopes, promptsLogin: promptsLogin, createdAt: time.now)
  }

  /// Checks the callback and exchanges its code for credentials. A code can be used once, within 5 minutes.
  ///
  /// - Parameters:
  ///   - callback: The complete URL that the browser was redirected to.
  ///   - request: The request that ``begin(scopes:promptsLogin:)`` returned for this browser session.
  /// - Returns: The credentials of a new series. Save them with ``TokenStore/replace(with:)``.
  /// - Throws: ``OAuthError``. After `invalidCallback` and `stateMismatch` nothing was sent, and the request can still be
  ///   finished with the right callback, unless it was finished before. All other errors, and `CancellationError`, end
  ///   the request: begin a new one.
  public func finish(_ callback: URL, for request: AuthorizationRequest) async throws -> OAuthGrant {
    let callback = try AuthorizationCallback(callback)
    guard callback.matches(redirectURI: request.redirectURI) else {
      throw OAuthError(
        .invalidCallback, message: "The callback URL is not the redirect URI of the authorization request.")
    }
    guard SecureHash.isEqual(request.state.utf8, callback.state.utf8) else {
      throw OAuthError(
        .stateMismatch,
        message: "The authorization response belongs to another request or browser session. Start again."
      )
    }
    let now = time.now
    finished.removeAll { $0.isExpired(at: now) }
    guard !request.isExpired(at: now) else {
      throw OAuthError(.expired, message: "The authorization request is older than an hour. Start again.")
    }
    guard !finished.contains(request) else {
      throw OAuthError(.stateMismatch, message: "The authorization response was already used. Start again.")
    }
    // Before anything is sent: whatever happens now, the code is not sent twice.
    finished.append(request)
    switch callback.response {
    case .failure(let error):
      throw error
    case .code(let code):
      var client = client
      client.redirectURI = request.redirectURI
      let credentials = try await TokenClient(
        client: client, transport: transport, time: time, requestLimit: requestLimit
      )
      .exchange(code: code, codeVerifier: request.codeVerifier)
      return OAuthGrant(credentials, requested: request.scopes)
    }
  }
}

extension AuthorizationFlow: Redacting {
  /// The client, without its ID and secret.
  public nonisolated var description: String { "AuthorizationFlow(\(client))" }
}
