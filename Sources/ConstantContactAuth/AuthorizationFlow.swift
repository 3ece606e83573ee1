public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Connects an account in the browser: the authorization code flow, always with PKCE, and with the client's secret when it has one.
///
/// ```swift
/// let flow = AuthorizationFlow(client: app, transport: URLSessionTransport.shared)
/// let request = try await flow.begin()
/// // … the browser opens request.url, and comes back to the redirect URI …
/// let grant = try await flow.finish(callback)
/// try await store.replace(with: grant.credentials)
/// ```
///
/// One flow serves any number of requests at a time. A server that answers the browser from another process, or after a relaunch, keeps the
/// request with the user's session and hands it to a new flow as `pending`.
///
/// The implicit flow is left out: it gives no refresh token, and leaves the access token in the browser's history.
///
/// From the vendor's pages "OAuth2 server flow" and "PKCE flow" (`api_guide/server_flow.html`, `pkce_flow.html`).
public actor AuthorizationFlow {
  /// The app that asks.
  public let client: OAuthClient
  private let transport: any HTTPTransport
  private let time: TimeSource
  private let requestLimit: TokenRequestLimit
  private var requests: [AuthorizationRequest]

  /// Makes a flow.
  ///
  /// - Parameters:
  ///   - client: The app that asks. It has to have a redirect URI.
  ///   - transport: What carries the exchange of the code.
  ///   - time: What the date is.
  ///   - pending: Requests that were begun before and are not answered yet.
  ///   - requestLimit: What keeps token requests a second apart; one of its own by default.
  public init(
    client: OAuthClient,
    transport: any HTTPTransport,
    time: TimeSource = .system,
    pending: [AuthorizationRequest] = [],
    requestLimit: TokenRequestLimit? = nil
  ) {
    self.client = client
    self.transport = transport
    self.time = time
    self.requestLimit = requestLimit ?? TokenRequestLimit(time: time)
    requests = pending
  }

  /// The requests that an answer is waited for, oldest first.
  public var pending: [AuthorizationRequest] {
    let now = time.now
    return requests.filter { !$0.isExpired(at: now) }
  }

  /// Begins: makes the request whose ``AuthorizationRequest/url`` the browser is to open. Nothing is sent.
  ///
  /// - Parameters:
  ///   - scopes: What to ask for; contacts and a refresh token by default.
  ///   - promptsLogin: Whether the owner has to log in even if the browser is logged in already.
  /// - Throws: ``OAuthError`` with code `invalidConfiguration` when the client has no redirect URI.
  public func begin(
    scopes: Set<OAuthScope> = [.contactData, .offlineAccess],
    promptsLogin: Bool = false
  ) throws -> AuthorizationRequest {
    guard let redirectURI = client.redirectURI, URL(string: redirectURI)?.scheme != nil else {
      throw OAuthError(
        .invalidConfiguration,
        message: "the client has no redirect URI: give it one that is registered in the developer portal"
      )
    }
    let now = time.now
    requests.removeAll { $0.isExpired(at: now) }
    let request = try AuthorizationRequest(
      client: client, redirectURI: redirectURI, scopes: scopes, promptsLogin: promptsLogin, createdAt: now)
    requests.append(request)
    return request
  }

  /// Forgets a request: an answer to it would be refused.
  public func cancel(_ request: AuthorizationRequest) { requests.removeAll { $0.state == request.state } }

  /// Finishes with what the browser brought back: checks it, and exchanges the code, which lives 5 minutes and is good once.
  ///
  /// The request is forgotten before anything is sent: whatever happens then, its answer is not taken a second time.
  ///
  /// - Parameter callback: The whole address that the browser came back to.
  /// - Returns: The credentials, of a new series; save them with ``TokenStore/replace(with:)``.
  /// - Throws: ``OAuthError``. `invalidCallback` and `stateMismatch` leave the pending requests as they are, so that a stray visit
  ///   does no harm; `accessDenied`, `expired`, `invalidGrant`, `invalidClient` and others end the request. `CancellationError` ends it too.
  public func finish(_ callback: URL) async throws -> OAuthGrant {
    let callback = try AuthorizationCallback(callback)
    let candidates = requests.filter { callback.leads(to: $0.redirectURI) }
    guard requests.isEmpty || !candidates.isEmpty else {
      throw OAuthError(.invalidCallback, message: "the address is not the redirect URI that was asked for")
    }
    // All are compared, so that the time it takes does not tell which one nearly fits.
    let fitting = candidates.filter { SecureHash.isEqual($0.state.utf8, callback.state.utf8) }
    guard let request = fitting.first else {
      throw OAuthError(
        .stateMismatch,
        message: "nobody is waiting for this answer, or it has been used already: begin anew"
      )
    }
    requests.removeAll { $0.state == request.state }
    guard !request.isExpired(at: time.now) else {
      throw OAuthError(.expired, message: "the authorization request is older than an hour: begin anew")
    }
    switch callback.answer {
    case .refusal(let error):
      throw error
    case .code(let code):
      var client = client
      client.redirectURI = request.redirectURI
      let credentials = try await TokenClient(
        client: client, transport: transport, time: time, requestLimit: requestLimit
      )
      .exchange(code: code, codeVerifier: request.codeVerifier)
      return OAuthGrant(credentials, asked: request.scopes)
    }
  }
}
