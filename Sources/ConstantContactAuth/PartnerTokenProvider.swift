public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Provides a partner's access token, which is requested with client ID and secret.
///
/// A token expires after an hour. It is requested again 5 minutes before it expires, while the old one is still provided. However many callers
/// wait, one request is under way at most. Network failures and server errors are retried twice.
///
/// See <https://developer.constantcontact.com/api_guide/partners_auth.html>.
public actor PartnerTokenProvider: AccessTokenProvider {
  /// The token endpoint for partners.
  public static let defaultTokenURL: URL = {
    // Safe to unwrap: the literal is a valid URL.
    URL(string: "https://authz.constantcontact.com/partners/oauth2/default/v1/token")!
  }()

  private static let refreshAhead: TimeInterval = 300

  private let client: TokenClient
  private let time: TimeSource
  private var token: AccessToken?
  private var limits = RefreshLimits()
  private var request: SharedResult<AccessToken>?

  /// Creates a provider. Nothing is sent before the first call.
  ///
  /// - Parameters:
  ///   - clientID: The partner's client ID.
  ///   - clientSecret: The partner's client secret.
  ///   - transport: The transport for the requests.
  ///   - tokenURL: The token endpoint.
  ///   - time: The time source.
  ///   - requestLimit: The limit for token requests; by default a separate one with a request per second.
  public init(
    clientID: String,
    clientSecret: String,
    transport: any HTTPTransport,
    tokenURL: URL = defaultTokenURL,
    time: TimeSource = .system,
    requestLimit: TokenRequestLimit? = nil
  ) {
    var client = OAuthClient(clientID: clientID, clientSecret: clientSecret)
    client.tokenURL = tokenURL
    self.client = TokenClient(client: client, transport: transport, time: time, requestLimit: requestLimit)
    self.time = time
  }

  /// Returns the current access token.
  ///
  /// - Throws: ``OAuthError``, with code `invalidClient` when the client ID or secret is wrong; `CancellationError`,
  ///   promptly.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    // A request that was under way may bring the rejected token; the next one does not.
    for _ in 0..<3 {
      try Task.checkCancellation()
      if let token, isUsable(token, rejected: rejected) {
        if isDue(token), request == nil, limits.allowsBackgroundRefresh(at: time.elapsed) {
          _ = startRequest(inBackground: true)
        }
        return token
      }
      let new = try await (request ?? startRequest(inBackground: false)).value()
      if new.value != rejected?.value { return new }
    }
    throw OAuthError(
      .invalidResponse, message: "The access token was not replaced: the token endpoint returned the rejected one.")
  }

  private func isUsable(_ token: AccessToken, rejected: AccessToken?) -> Bool {
    token.value != rejected?.value && (token.expiresAt.map { $0 > time.now } ?? true)
  }

  private func isDue(_ token: AccessToken) -> Bool {
    token.expiresAt.map { time.now.addingTimeInterval(Self.refreshAhead) >= $0 } ?? false
  }

  private func startRequest(inBackground: Bool) -> SharedResult<AccessToken> {
    let result = SharedResult<AccessToken>()
    request = result
    time.beginWork()
    Task {
      let outcome: Result<AccessToken, any Error>
      do {
        let new = try await newToken()
        token = new
        outcome = .success(new)
      } catch {
        outcome = .failure(TokenSource.presentable(error))
      }
      time.endWork()
      if inBackground { limits.noteBackgroundRefresh(at: time.elapsed) }
      request = nil
      result.finish(outcome)
    }
    return result
  }

  private func newToken() async throws -> AccessToken {
    let wasDue = token.map(isDue) ?? true
    try limits.admit(refreshToken: nil, at: time.elapsed)
    // The token client counts its own work, without its waits.
    time.endWork()
    defer { time.beginWork() }
    var attempt = 1
    while true {
      do {
        let new = try await client.clientCredentials()
        limits.noteSuccess(wasDue: wasDue)
        return new
      } catch let error as OAuthError {
        guard error.isTransient, attempt < RetryPause.attempts else {
          let error = Self.rephrased(error)
          limits.noteFailure(error, rejecting: nil, at: time.elapsed)
          throw error
        }
      }
      try await time.sleep(for: RetryPause.after(attempt: attempt))
      attempt += 1
    }
  }

  /// `invalid_grant` means the client here: no user has granted anything.
  private static func rephrased(_ error: OAuthError) -> OAuthError {
    guard error.code == .invalidGrant else { return error }
    return OAuthError(
      .invalidClient,
      message: "The partner token was not issued: the client was not accepted. Check client ID and secret.",
      oauthError: error.oauthError, status: error.status, cause: error)
  }
}

extension PartnerTokenProvider: Redacting {
  /// The name of the type, without ID, secret and token.
  public nonisolated var description: String { "PartnerTokenProvider" }
}
