internal import ConstantContactTransport

/// What is held and what the store holds.
extension TokenSource {
  /// How often saving a new pair is tried in a row. It is done before anybody else gets at the store.
  private static let savings = 3

  func load() async throws -> OAuthCredentials? {
    do { return try await store.load() } catch { throw Self.storageError(error) }
  }

  /// Takes over what the store holds, unless it is older. An emptied store means that somebody signed out.
  func adopt(orKeep current: OAuthCredentials?) async throws -> OAuthCredentials {
    guard let stored = try await load() else {
      held = nil
      throw OAuthError(.reconnectRequired, message: "no credentials are stored: connect the account")
    }
    if let current, current.generation > stored.generation { return current }
    held = stored
    if let current, current.generation < stored.generation { announce(.adopted, stored) }
    return stored
  }

  /// Saves a pair and only then holds it. Whoever changed the store in the meantime wins.
  func commit(_ new: OAuthCredentials, replacing expected: Int) async throws {
    unsaved = Unsaved(credentials: new, replacing: expected)
    let isSaved = try await save(new, replacing: expected)
    unsaved = nil
    if isSaved {
      held = new
      announce(.refreshed, new)
    } else {
      // An attempt that seemed to fail may have been the one that saved it.
      let stored = try await adopt(orKeep: nil)
      announce(stored.accessToken == new.accessToken ? .refreshed : .adopted, stored)
    }
  }

  private func save(_ new: OAuthCredentials, replacing expected: Int) async throws -> Bool {
    var attempt = 1
    while true {
      do {
        return try await store.save(new, replacing: expected)
      } catch {
        guard attempt < Self.savings else { throw Self.storageError(error) }
      }
      try await time.sleepDuringWork(for: .seconds(1))
      attempt += 1
    }
  }

  static func storageError(_ error: any Error) -> OAuthError {
    if let error = error as? OAuthError { return error }
    return OAuthError(.storage, message: "the token store failed: see to it, then try again", cause: error)
  }
}
