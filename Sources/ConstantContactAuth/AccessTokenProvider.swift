/// Gives API calls their access tokens.
///
/// ``TokenSource`` refreshes and stores them; ``StaticTokenProvider`` holds a fixed one.
public protocol AccessTokenProvider: Sendable {
  /// The token to use now.
  ///
  /// - Parameter rejected: A token the API has just refused with 401, or `nil`. The answer is then another one, or an
  ///   error. A token that is no longer the current one may be named too: the current one is the answer.
  /// - Throws: ``OAuthError``, or `CancellationError` when the calling task was cancelled.
  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken
}

extension AccessTokenProvider {
  /// The token to use now, when none was refused.
  ///
  /// - Throws: ``OAuthError``, or `CancellationError` when the calling task was cancelled.
  public func accessToken() async throws -> AccessToken { try await accessToken(replacing: nil) }
}
