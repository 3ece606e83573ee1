/// Keeps one account's credentials between runs, and between those who share them.
///
/// A store must write before it says so: with rotating refresh tokens the pair that was just received is the only one
/// that still works, and losing it means that the account's owner has to grant access again.
public protocol TokenStore: Sendable {
  /// The credentials, or `nil` when there are none.
  func load() async throws -> OAuthCredentials?

  /// Saves new credentials, unless somebody else has saved others meanwhile: compare and swap, in one atomic step.
  ///
  /// ``TokenSource`` also saves the pair that is there again, with the same generation, to note that a refresh is about
  /// to be sent (``OAuthCredentials/refreshStartedAt``). A store that keeps columns rather than the encoded value needs one
  /// for it.
  ///
  /// - Parameters:
  ///   - new: What to save, with the generation it is to have.
  ///   - expected: The generation the store has to hold now; `nil` when it has to be empty.
  /// - Returns: Whether it was saved; `false` when the store holds another generation than `expected`.
  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool

  /// Forgets the credentials. Nothing happens when there are none.
  func clear() async throws

  /// Begins a refresh (load, mark, token request, save), and waits until nobody else who shares the store is at one.
  ///
  /// When it returns it is followed by ``endExclusiveAccess()``, whatever happens in between; when it throws, it is not.
  /// It has to be freed as well when the process dies: a lock that the system or the database takes back, not a note
  /// that somebody has to take away. ``save(_:replacing:)`` is called in between, and must not wait for it.
  ///
  /// By default it does nothing, which is enough for a store that only one ``TokenSource`` uses. (Two methods rather
  /// than a closure: what type an async closure has depends on the language features of the package that writes it, and
  /// a store that missed the requirement by that would lose its lock in silence.)
  func beginExclusiveAccess() async throws

  /// Ends what ``beginExclusiveAccess()`` began.
  func endExclusiveAccess() async
}

extension TokenStore {
  /// Does nothing: enough for a store that only one ``TokenSource`` uses.
  public func beginExclusiveAccess() async throws {}

  /// Does nothing.
  public func endExclusiveAccess() async {}

  /// Saves the credentials of a new grant in place of whatever is stored, as a newer generation.
  ///
  /// A running ``TokenSource`` on this store finds them when it next has to refresh.
  ///
  /// - Parameter credentials: What to save.
  /// - Returns: What was saved, with the generation it was given.
  /// - Throws: ``OAuthError`` with code `storage`, or whatever the store throws.
  @discardableResult
  public func replace(with credentials: OAuthCredentials) async throws -> OAuthCredentials {
    // Each failed swap means that somebody else got through; nobody loses this often by chance.
    for _ in 0..<10 {
      let stored = try await load()
      var new = credentials
      if let stored { new.generation = max(new.generation, stored.generation + 1) }
      if try await save(new, replacing: stored?.generation) { return new }
    }
    throw OAuthError(.storage, message: "the token store kept changing while new credentials were being saved")
  }
}
