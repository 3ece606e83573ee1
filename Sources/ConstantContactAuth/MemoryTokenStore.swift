public import ConstantContactTransport

/// A token store in memory, for tests and for grants that need not outlive the process.
public actor MemoryTokenStore: TokenStore {
  private var credentials: OAuthCredentials?

  /// Creates a store.
  ///
  /// - Parameter credentials: The initial credentials; none by default.
  public init(_ credentials: OAuthCredentials? = nil) { self.credentials = credentials }

  /// Returns the credentials, or `nil` when there are none.
  public func load() -> OAuthCredentials? { credentials }

  /// Saves credentials if the store holds the expected generation.
  public func save(_ new: OAuthCredentials, replacing expected: Int?) -> Bool {
    guard credentials?.generation == expected else { return false }
    credentials = new
    return true
  }

  /// Removes the credentials.
  public func clear() { credentials = nil }
}

extension MemoryTokenStore: Redacting {
  /// The name of the type, without the credentials.
  public nonisolated var description: String { "MemoryTokenStore" }
}
