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
/// - A new pair is saved in the store before anybody gets it. When saving fails the pair is kept in memory, saving is
///   tried again with the next call, and callers get ``AuthError/Code/storage`` unless the old token is still good.
/// - Somebody else may renew the pair in the same store: the store is read again before each refresh.
/// - No failure lasts: the next call tries again, except that after 5 refreshes in 30 seconds the next has to wait.
///
/// One source serves one account. For another account, or after signing out, make another source.
public actor TokenSource: AccessTokenProvider {
  /// What a flight's end means to those who wait for it.
  private typealias Outcome = Result<Credentials, any Error>

  /// A refreshed pair that the store has not taken yet.
  private struct Unsaved {
    let credentials: Credentials
    let replacing: Int
  }

  private let client: TokenClient
  private let store: any TokenStore
  private let time: TimeSource
  private let refreshAhead: Duration

  private var held: Credentials?
  private var unsaved: Unsaved?
  private var flight: Int?
  private var lastFlight = 0
  private var waiters: [Int: CheckedContinuation<Credentials, any Error>] = [:]
  private var lastWaiter = 0
  private var window = RefreshWindow()
  private var lastRefusal: AuthError?
  private var backgroundPauseEnd: Duration?

  /// How often a refresh is sent when the token endpoint is busy or out of order.
  private static let attempts = 3
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
  public init(
    client: OAuthClient,
    transport: any HTTPTransport,
    store: any TokenStore,
    time: TimeSource = .system,
    refreshAhead: Duration = .seconds(300)
  ) {
    self.client = TokenClient(client: client, transport: transport, time: time)
    self.store = store
    self.time = time
    self.refreshAhead = refreshAhead
  }

  /// The scopes of the token that is held; `nil` when they are not known, or nothing has been loaded yet.
  public var scopes: Set<Scope>? { held?.scopes }

  /// The credentials that are held, or, before the first call, those in the store. Nothing is refreshed.
  ///
  /// They print without their tokens.
  ///
  /// - Throws: ``AuthError`` with code `storage`.
  public func currentCredentials() async throws -> Credentials? {
    if let held { return held }
    return try await load()
  }

  /// The token to use now.
  ///
  /// - Parameter rejected: A token the API has just refused. When it is no longer the one that is held, the held one is
  ///   the answer, and nothing is refreshed.
  /// - Throws: ``AuthError``: `reconnectRequired` when only the account's owner can help, `temporarilyUnavailable` when
  ///   trying later may, `storage`, `invalidClient` or another; or `CancellationError`.
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
    throw AuthError(.temporarilyUnavailable, message: "the access token was refused and could not be replaced in time")
  }

  // MARK: What is held

  private func isUsable(_ credentials: Credentials, rejected: String?) -> Bool {
    guard credentials.accessToken != rejected else { return false }
    return credentials.expiresAt.map { $0 > time.now } ?? true
  }

  private func isDue(_ credentials: Credentials) -> Bool {
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
        outcome = .failure(Self.presentable(error))
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
  private func landing() async throws -> Credentials {
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
  private static func presentable(_ error: any Error) -> any Error {
    guard error is CancellationError else { return error is AuthError ? error : storageError(error) }
    return AuthError(.temporarilyUnavailable, message: "the refresh was broken off: try again", cause: error)
  }

  /// Finds a token that is not the rejected one: held, stored or new. With `ahead`, one that is not about to expire.
  private func fly(rejected: String?, ahead: Bool) async throws -> Credentials {
    if let unsaved { try await commit(unsaved.credentials, replacing: unsaved.replacing) }
    if held == nil { held = try await load() }
    if let held, isEnough(held, rejected: rejected, ahead: ahead) { return held }
    do { try await store.beginExclusiveAccess() } catch { throw Self.storageError(error) }
    do {
      let credentials = try await renew(rejected: rejected, ahead: ahead)
      await store.endExclusiveAccess()
      return credentials
    } catch {
      await store.endExclusiveAccess()
      throw error
    }
  }

  private func isEnough(_ credentials: Credentials, rejected: String?, ahead: Bool) -> Bool {
    isUsable(credentials, rejected: rejected) && !(ahead && isDue(credentials))
  }

  private func renew(rejected: String?, ahead: Bool) async throws -> Credentials {
    var current = try await adopt(orKeep: held)
    if isEnough(current, rejected: rejected, ahead: ahead) { return current }
    // Twice at most: the pair that was there, and one that somebody else put in its place meanwhile.
    for isLast in [false, true] {
      do {
        let new = try await refresh(current)
        try await commit(new, replacing: current.generation)
        guard let held, held.accessToken != rejected else {
          throw AuthError(.invalidResponse, message: "the token endpoint gave the access token that was refused")
        }
        return held
      } catch let error as AuthError where error.code == .invalidGrant {
        let dead = current.refreshToken
        guard let stored = try await load(), stored.refreshToken != dead, !isLast else {
          throw AuthError(
            .reconnectRequired,
            message: "the refresh token is no longer good: reconnect the account",
            oauthError: error.oauthError,
            status: error.status,
            cause: error
          )
        }
        held = stored
        current = stored
        if isEnough(current, rejected: rejected, ahead: ahead) { return current }
      }
    }
    return current
  }

  /// Sends the refresh, again after a pause when the token endpoint is busy: it takes about one request a second.
  private func refresh(_ credentials: Credentials) async throws -> Credentials {
    guard credentials.refreshToken != nil else { return try await client.refresh(credentials) }
    guard window.admit(at: time.elapsed) else {
      throw lastRefusal
        ?? AuthError(
          .temporarilyUnavailable,
          message: "the token was refreshed too often in half a minute: try again later"
        )
    }
    var attempt = 1
    while true {
      do {
        let new = try await client.refresh(credentials)
        lastRefusal = nil
        return new
      } catch let error as AuthError {
        lastRefusal = error.isTransient ? nil : error
        guard error.isTransient, attempt < Self.attempts else { throw error }
      }
      time.endWork()
      defer { time.beginWork() }
      try await time.sleep(for: .seconds(1) + .seconds(Double.random(in: 0...Double(1 << attempt) / 2)))
      attempt += 1
    }
  }

  // MARK: The store

  private func load() async throws -> Credentials? {
    do { return try await store.load() } catch { throw Self.storageError(error) }
  }

  /// Takes over what the store holds, if it is newer. An emptied store means that somebody signed out.
  private func adopt(orKeep current: Credentials?) async throws -> Credentials {
    guard let stored = try await load() else {
      held = nil
      throw AuthError(.reconnectRequired, message: "no credentials are stored: connect the account")
    }
    if let current, current.generation >= stored.generation { return current }
    held = stored
    return stored
  }

  /// Saves a pair and only then holds it. Whoever changed the store in the meantime wins.
  private func commit(_ new: Credentials, replacing expected: Int) async throws {
    let isSaved: Bool
    do {
      isSaved = try await store.save(new, replacing: expected)
    } catch {
      unsaved = Unsaved(credentials: new, replacing: expected)
      throw Self.storageError(error)
    }
    unsaved = nil
    held = isSaved ? new : try await adopt(orKeep: nil)
  }

  private static func storageError(_ error: any Error) -> any Error {
    if error is AuthError { return error }
    return AuthError(.storage, message: "the token store failed: see to it, then try again", cause: error)
  }
}
