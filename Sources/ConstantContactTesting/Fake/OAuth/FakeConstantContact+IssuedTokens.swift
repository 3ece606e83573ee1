extension FakeConstantContact {
  /// Tokens issued without an OAuth flow.
  public struct IssuedTokens: Sendable, Hashable {
    /// The access token.
    public let accessToken: String
    /// The refresh token; `nil` unless `offline_access` was among the scopes.
    public let refreshToken: String?
  }
}

extension FakeConstantContact.IssuedTokens: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Whether there is a refresh token; no token.
  public var description: String { "access token\(refreshToken == nil ? "" : " and refresh token") (redacted)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["tokens": description]) }
}
