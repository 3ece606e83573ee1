/// Storage for one account's credentials, possibly shared between processes.
///
/// `save` returns only after the write is durable: with rotating refresh tokens, the pair that was just received is the
/// only one that works. If it is lost, the account has to be connected again.
public protocol TokenStore: Sendable {
  /// Returns the credentials, or `nil` when there are none.
  func load() async throws -> OAuthCredentials?

  /// Saves credentials if the store holds the expected generation, as one atomic step (compare and swap).
  ///
  /// ``TokenSource`` also saves the current pair with the same generation, to record that a refresh is about to be sent
  /// (``OAuthCredentials/refreshStartedAt``) or that its response was lost (``OAuthCredentials/responseLostAt``). A
  /// store with separate columns needs one for each of these.
  ///
  /// - Parameters:
  ///   - new: The credentials to save, with their generation.
  ///   - expected: The generation that the store has to hold; `nil` when it has to be empty.
  /// - Returns: Whether the credentials were saved; `false` when the store holds another generation.
  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool

  /// Removes the credentials, if there are any. A concurrent `save` comes before or after, and never restores them.
  func clear() async throws

  /// Waits until no other user of the store refreshes, and begins a refresh.
  ///
  /// A refresh consists of a load, a mark, the token request and a save; ``save(_:replacing:)`` must not wait for the
  /// access to end. If this method returns, ``endExclusiveAccess()`` follows; if it throws, it does not. The access has
  /// to end with the process: use a lock that the system or the database releases, not a stored flag.
  ///
  /// The default implementation does nothing, which suffices for a store with one ``TokenSource``.
  ///
  /// These are two methods instead of one that takes a closure, because the type of an async closure depends on the
  /// language features of the package that declares it. A store whose method did not match would silently not lock.
  func beginExclusiveAccess() async throws

  /// Ends the access that ``beginExclusiveAccess()`` began.
  func endExclusiveAccess() async
}

extension TokenStore {
  /// Does nothing, which suffices for a store with one ``TokenSource``.
  public func beginExclusiveAccess() async throws {}

  /// Does nothing.
  public func endExclusiveAccess() async {}

  /// Replaces the stored credentials with those of a new grant, as a newer generation.
  ///
  /// A ``TokenSource`` that uses the store adopts them when it next has to refresh.
  ///
  /// - Parameter credentials: The credentials to save.
  /// - Returns: The saved credentials, with their generation.
  /// - Throws: ``OAuthError`` with code `storage`; errors of the store.
  @discardableResult
  public func replace(with credentials: OAuthCredentials) async throws -> OAuthCredentials {
    // A failed swap means that another user of the store was faster, which does not happen often.
    for _ in 0..<10 {
      let stored = try await load()
      var new = credentials
      if let stored { new.generation = max(new.generation, stored.generation.limitedSuccessor) }
      if try await save(new, replacing: stored?.generation) { return new }
    }
    throw OAuthError(
      .storage, message: "The credentials were not saved: the token store kept changing. Retry.")
  }
}
