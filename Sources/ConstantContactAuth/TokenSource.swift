public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Serves one account's access token to any number of callers, and renews it.
///
/// - However many callers wait, one refresh is under way at most. It runs in a task of its own: a caller that is
///   cancelled leaves at once, and the others still get their token.
/// - Some minutes before the token expires it is renewed in the background, while the old one goes on being served.
/// - Before a refresh is sent the store is told, and a new pair is saved before anybody gets it. When saving fails it is
///   tried twice more and then with every call; the pair is kept in memory, and callers get
///   ``OAuthError/Code/storage`` unless the old token is still good.
/// - Somebody else may renew the pair in the same store: the store is read again before each refresh.
/// - A refresh whose answer is lost is sent again at once: that is the only way to learn whether it had arrived. If it
///   had, the refresh token is dead, and the error says just that: ``OAuthError/Code/replyLost``.
/// - No failure lasts: the next call tries again, except that after 5 refreshes in 30 seconds that failed, or replaced
///   a token before its time, the next has to wait, and that a refresh token the server has called dead is not sent
///   again for 30 seconds.
///
/// One source serves one account. For another account, or after signing out, make another source. Any number of sources,
/// in one process or in several, may share a store that has ``TokenStore/beginExclusiveAccess()``.
public actor TokenSource: AccessTokenProvider {
  /// What a flight's end means to those who wait for it.
  private typealias Outcome = Result<OAuthCredentials, OAuthError>

  /// A refreshed pair that the store has not taken yet.
  struct Unsaved {
    let credentials: OAuthCredentials
    let replacing: Int
  }

  /// A refresh token that the server has called dead.
  struct Refusal {
    let refreshToken: String?
    let error: OAuthError
    let end: Duration
  }

  let client: TokenClient
  let store: any TokenStore
  let time: TimeSource
  private let refreshAhead: Duration

  var held: OAuthCredentials?
  var unsaved: Unsaved?
  var window = RefreshWindow()
  var lastRefusal: OAuthError?
  var refusal: Refusal?
  var listeners = TokenListeners()
  var lapseWatch: Task<Void, Never>?
  private var flight: Int?
  private var lastFlight = 0
  private var waiters: [Int: CheckedContinuation<OAuthCredentials, any Error>] = [:]
  private var lastWaiter = 0
  private var backgroundPauseEnd: Duration?

  /// How long to leave the token endpoint alone between two refreshes that nobody waits for.
  private static let backgroundPause: Duration = .seconds(30)

  /// Makes a source. Nothing is read or sent before the first call.
  ///
  /// - Parameters:
  ///   - client: The app the tokens were granted to.
  ///   - transport: What carries the refreshes.
  ///   - store: Where the account's credentials are kept.
  ///   - time: What is waited on, and what the date is.
  ///   - refreshAhead: How long before expiry a token is renewed; 5 minutes by default.
  ///   - requestLimit: What keeps token requests a second apart; one of its own by default.
  public init(
    client: OAuthClient,
    transport: any HTTPTransport,
    store: any TokenStore,
    time: TimeSource = .system,
    refreshAhead: Duration = .seconds(300),
    requestLimit: TokenRequestLimit? = nil
  ) {
    self.client = TokenClient(client: client, transport: transport, time: time, requestLimit: requestLimit)
    self.store = store
    self.time = time
    self.refreshAhead = refreshAhead
  }

  deinit {
    lapseWatch?.cancel()
    listeners.finish()
  }

  /// The scopes of the token that is held; `nil` when they are not known, or nothing has been loaded yet.
  public var scopes: Set<OAuthScope>? { held?.scopes }

  /// The credentials that are held, or, before the first call, those in the store. Nothing is refreshed.
  ///
  /// They print without their tokens.
  ///
  /// - Throws: ``OAuthError`` with code `storage`.
  public func currentCredentials() async throws -> OAuthCredentials? {
    if let held { return held }
    return try await load()
  }

  /// The token to use now.
  ///
  /// - Parameter rejected: A token the API has just refused. When it is no longer the one that is held, the held one is
  ///   the answer, and nothing is refreshed.
  /// - Throws: ``OAuthError``: `reconnectRequired` or `replyLost` when only the account's owner can help,
  ///   `temporarilyUnavailable` when trying later may, `storage`, `invalidClient` or another; or `CancellationError`.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    // A flight that others started may end with the very token that was refused here; one of our own cannot.
    for _ in 0..<3 {
      try Task.checkCancellation()
      if let held, isUsable(held, rejected: rejected?.value) {
        if isDue(held) { renewInBackground() }
        return held.token
      }
      if flight == nil { start(rejected: rejected?.value, ahead: false) }
      let credentials = try await landing()
      if credentials.accessToken != rejected?.value { return credentials.token }
    }
    throw OAuthError(.temporarilyUnavailable, message: "the access token was refused and could not be replaced in time")
  }

  // MARK: What is held

  func isUsable(_ credentials: OAuthCredentials, rejected: String?) -> Bool {
    guard credentials.accessToken != rejected else { return false }
    return credentials.expiresAt.map { $0 > time.now } ?? true
  }

  func isDue(_ credentials: OAuthCredentials) -> Bool {
    if unsaved != nil { return true }
    guard let expiresAt = credentials.expiresAt, credentials.refreshToken != nil else { return false }
    return time.now.addingTimeInterval(refreshAhead / .seconds(1)) >= expiresAt
  }

  // MARK: Flights

  private func renewInBackground() {
    guard flight == nil else { return }
    // A pair that is not saved yet is lost if the process ends, so saving it does not wait.
    guard unsaved != nil || backgroundPauseEnd.map({ $0 <= time.elapsed }) ?? true else { return }
    start(rejected: nil, ahead: true)
  }

  /// Starts a flight: a task that belongs to nobody, so that nobody can cancel it.
  private func start(rejected: String?, ahead: Bool) {
    lastFlight += 1
    let id = lastFlight
    flight = id
    time.beginWork()
    Task {
      let outcome: Outcome
      do {
        outcome = .success(try await fly(rejected: rejected, ahead: ahead))
      } catch {
        let error = Self.presentable(error)
        announce(error)
        outcome = .failure(error)
      }
      time.endWork()
      if ahead { backgroundPauseEnd = time.elapsed + Self.backgroundPause }
      land(id, outcome)
    }
  }

  private func land(_ id: Int, _ outcome: Outcome) {
    guard flight == id else { return }
    flight = nil
    let waiting = waiters
    waiters = [:]
    for waiter in waiting.values { waiter.resume(with: outcome) }
  }

  /// Waits for the flight that is under way, or until the caller is cancelled.
  private func landing() async throws -> OAuthCredentials {
    lastWaiter += 1
    let id = lastWaiter
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          waiters[id] = continuation
        }
      }
    } onCancel: {
      Task { await self.leave(id) }
    }
  }

  private func leave(_ id: Int) {
    waiters.removeValue(forKey: id)?.resume(throwing: CancellationError())
  }

  /// The waiters were not cancelled, whatever happened to the flight.
  private static func presentable(_ error: any Error) -> OAuthError {
    guard error is CancellationError else { return error as? OAuthError ?? storageError(error) }
    return OAuthError(.temporarilyUnavailable, message: "the refresh was broken off: try again", cause: error)
  }
}
