public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Provides one account's access token to any number of callers, and refreshes it.
///
/// - However many callers wait, one refresh is under way at most. It runs in an unstructured task: a caller that is
///   cancelled returns immediately, and the others still get their token.
/// - The token is refreshed some minutes before it expires, while the old one is still provided.
/// - Before a refresh is sent, the store is marked; a new pair is saved before any caller gets it. If saving fails, it is
///   retried twice and then with each call. The pair is kept in memory, and callers get ``OAuthError/Code/storage``
///   unless the old token is still valid.
/// - Other users of the store may refresh too: the store is read again before each refresh.
/// - A refresh whose response is lost is retried at once, which is the only way to learn whether the server processed
///   it. If it did, the refresh token is used up: the error is ``OAuthError/Code/responseLost``, and the store remembers
///   it, so that no user of the store sends the token again.
/// - Other failures are not remembered: the next call retries. After 5 refreshes within 30 seconds that failed, or
///   replaced a token that was not about to expire, the next one has to wait, and a refresh token that the server
///   rejected is not sent again for 30 seconds.
///
/// A source serves one account. Create another source for another account, or after signing out. Any number of sources,
/// in one process or several, can share a store that implements ``TokenStore/beginExclusiveAccess()``.
public actor TokenSource: AccessTokenProvider {
  let client: TokenClient
  let store: DetachedTokenStore
  let time: TimeSource
  private let refreshAhead: Duration

  var state = TokenState.empty
  var limits = RefreshLimits()
  var listeners = TokenListeners()
  var expiryWatch: Task<Void, Never>?
  private var refreshTask: SharedResult<OAuthCredentials>?

  /// Creates a source. Nothing is read or sent before the first call.
  ///
  /// - Parameters:
  ///   - client: The app that the tokens were issued to.
  ///   - transport: The transport for the refreshes.
  ///   - store: The store of the account's credentials.
  ///   - time: The time source.
  ///   - refreshAhead: How long before its expiry a token is refreshed; 5 minutes by default.
  ///   - requestLimit: The limit for token requests; by default a separate one with a request per second.
  public init(
    client: OAuthClient,
    transport: any HTTPTransport,
    store: any TokenStore,
    time: TimeSource = .system,
    refreshAhead: Duration = .seconds(300),
    requestLimit: TokenRequestLimit? = nil
  ) {
    self.client = TokenClient(client: client, transport: transport, time: time, requestLimit: requestLimit)
    self.store = DetachedTokenStore(store)
    self.time = time
    self.refreshAhead = refreshAhead
  }

  deinit {
    expiryWatch?.cancel()
    listeners.finish()
  }

  /// The scopes of the held token; `nil` when they are unknown or nothing was loaded yet.
  public var scopes: Set<OAuthScope>? { state.current?.scopes }

  /// Returns the held credentials or, before the first call, those in the store, without refreshing them.
  ///
  /// - Throws: ``OAuthError`` with code `storage`.
  public func currentCredentials() async throws -> OAuthCredentials? {
    if let held = state.current { return held }
    return try await store.load()
  }

  /// Returns the current access token, refreshing it if necessary.
  ///
  /// - Parameter rejected: A token that the API has just rejected. If it is not the held one any more, the held one is
  ///   returned without a refresh.
  /// - Throws: ``OAuthError``: `reconnectRequired` or `responseLost` when the account has to be connected again,
  ///   `temporarilyUnavailable` when a later retry may succeed, `storage`, `invalidClient` or another; or
  ///   `CancellationError`, promptly, also while a refresh, a lock or the store is stuck.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    // A refresh that other callers started may end with the token that was rejected here; the next one does not.
    for _ in 0..<3 {
      try Task.checkCancellation()
      if let held = state.current, isUsable(held, rejected: rejected?.value) {
        if isDue(held) { refreshInBackground() }
        return held.token
      }
      let task = refreshTask ?? startRefresh(rejected: rejected?.value, ahead: false)
      let credentials = try await task.value()
      if credentials.accessToken != rejected?.value { return credentials.token }
    }
    throw OAuthError(
      .temporarilyUnavailable, message: "The access token was rejected and could not be replaced in time. Retry.")
  }

  // MARK: Held credentials

  func isUsable(_ credentials: OAuthCredentials, rejected: String?) -> Bool {
    guard credentials.accessToken != rejected else { return false }
    return credentials.expiresAt.map { $0 > time.now } ?? true
  }

  func isDue(_ credentials: OAuthCredentials) -> Bool {
    if state.unsaved != nil { return true }
    guard let expiresAt = credentials.expiresAt, credentials.refreshToken != nil else { return false }
    return time.now.addingTimeInterval(refreshAhead / .seconds(1)) >= expiresAt
  }

  // MARK: Refresh task

  private func refreshInBackground() {
    guard refreshTask == nil else { return }
    // An unsaved pair is lost if the process ends, so saving it does not wait.
    guard state.unsaved != nil || limits.allowsBackgroundRefresh(at: time.elapsed) else { return }
    _ = startRefresh(rejected: nil, ahead: true)
  }

  /// Starts the refresh task. It is unstructured, so that no caller's cancellation ends it.
  private func startRefresh(rejected: String?, ahead: Bool) -> SharedResult<OAuthCredentials> {
    let task = SharedResult<OAuthCredentials>()
    refreshTask = task
    time.beginWork()
    Task {
      let result: Result<OAuthCredentials, any Error>
      do {
        result = .success(try await usableCredentials(rejected: rejected, ahead: ahead))
      } catch {
        let error = Self.presentable(error)
        announce(error)
        result = .failure(error)
      }
      time.endWork()
      if ahead { limits.noteBackgroundRefresh(at: time.elapsed) }
      refreshTask = nil
      task.finish(result)
    }
    return task
  }

  /// Returns an error for callers, which were not cancelled even if the refresh was.
  static func presentable(_ error: any Error) -> OAuthError {
    if let error = error as? OAuthError { return error }
    return OAuthError(
      .temporarilyUnavailable, message: "The access token was not refreshed: the refresh was interrupted. Retry.",
      cause: error)
  }
}

extension TokenSource: Redacting {
  /// The client, without its ID and secret, and no token.
  public nonisolated var description: String { "TokenSource(\(client.client))" }
}
