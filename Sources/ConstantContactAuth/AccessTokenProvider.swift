/// A source of access tokens for API calls.
///
/// ``TokenSource`` refreshes and stores tokens, ``PartnerTokenProvider`` requests a partner's tokens, and
/// ``StaticTokenProvider`` holds a fixed one.
public protocol AccessTokenProvider: Sendable {
  /// Returns the current access token.
  ///
  /// API calls have deadlines and cancel this method when the deadline passes. An implementation has to return promptly
  /// when it is cancelled, also while it waits for a request, a lock or a store.
  ///
  /// - Parameter rejected: A token that the API has just rejected with status 401, or `nil`. The method returns another
  ///   token, or throws. If the rejected token is no longer current, it returns the current one.
  /// - Throws: ``OAuthError``; `CancellationError` when the calling task was cancelled.
  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken
}

extension AccessTokenProvider {
  /// Returns the current access token.
  ///
  /// - Throws: ``OAuthError``; `CancellationError` when the calling task was cancelled.
  public func accessToken() async throws -> AccessToken { try await accessToken(replacing: nil) }
}
