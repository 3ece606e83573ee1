/// A token store whose methods run outside the caller's actor.
///
/// Methods of a store that is not an actor would otherwise run on the ``TokenSource``, and one that blocks its thread
/// would keep callers from entering.
struct DetachedTokenStore: Sendable {
  private let base: any TokenStore

  init(_ base: any TokenStore) { self.base = base }

  @concurrent func load() async throws -> OAuthCredentials? {
    try await Self.mappingErrors { try await base.load() }
  }

  @concurrent func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    try await Self.mappingErrors { try await base.save(new, replacing: expected) }
  }

  @concurrent func beginExclusiveAccess() async throws {
    try await Self.mappingErrors { try await base.beginExclusiveAccess() }
  }

  @concurrent func endExclusiveAccess() async { await base.endExclusiveAccess() }

  private static func mappingErrors<Output>(_ body: () async throws -> Output) async throws -> Output {
    do {
      return try await body()
    } catch let error as OAuthError {
      throw error
    } catch {
      throw OAuthError(
        .storage, message: "The token store failed. Check the token store, then retry.", cause: error)
    }
  }
}
