internal import ConstantContactTransport

/// Reading and saving credentials.
extension TokenSource {
  /// How often a new pair is saved in a row before the error is reported. Meanwhile the refresh lock is held.
  private static let saveAttempts = 3

  /// Adopts the stored credentials unless they are older. An empty store means that the account was disconnected.
  func adoptStored(orKeep known: OAuthCredentials?) async throws -> OAuthCredentials {
    guard let stored = try await store.load() else {
      state = .empty
      throw OAuthError(.reconnectRequired, message: "No credentials are stored. Connect the account.")
    }
    if let known, known.generation > stored.generation { return known }
    state = .stored(stored)
    if let known, known.generation < stored.generation { announce(.adopted, stored) }
    return stored
  }

  /// Saves a new pair, then adopts it. If the store was changed meanwhile, its credentials are adopted instead.
  func commit(_ new: OAuthCredentials, replacing old: OAuthCredentials) async throws {
    state = .unsaved(new, replacing: old)
    if try await save(new, replacing: old.generation) {
      state = .stored(new)
      announce(.refreshed, new)
    } else {
      // The pair may have been saved by an attempt that reported an error.
      state = .stored(old)
      let stored = try await adoptStored(orKeep: nil)
      announce(stored.accessToken == new.accessToken ? .refreshed : .adopted, stored)
    }
  }

  private func save(_ new: OAuthCredentials, replacing expected: Int) async throws -> Bool {
    var attempt = 1
    while true {
      do {
        return try await store.save(new, replacing: expected)
      } catch {
        guard attempt < Self.saveAttempts else { throw error }
      }
      try await time.sleepDuringWork(for: .seconds(1))
      attempt += 1
    }
  }
}
