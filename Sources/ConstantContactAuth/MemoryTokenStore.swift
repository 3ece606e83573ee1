/// Keeps credentials in memory, until the process ends. For tests, and for grants that need not outlive a run.
public actor MemoryTokenStore: TokenStore {
  private var credentials: OAuthCredentials?

  /// Makes a store.
  ///
  /// - Parameter credentials: What it holds at first; nothing by default.
  public init(_ credentials: OAuthCredentials? = nil) { self.credentials = credentials }

  /// The credentials, or `nil` when there are none.
  public func load() -> OAuthCredentials? { credentials }

  /// Saves new credentials if the held generation is the expected one.
  public func save(_ new: OAuthCredentials, replacing expected: Int?) -> Bool {
    guard credentials?.generation == expected else { return false }
    credentials = new
    return true
  }

  /// Forgets the credentials.
  public func clear() { credentials = nil }
}
