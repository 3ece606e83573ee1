public import ConstantContactKit
public import Foundation

/// What a token file holds, as far as it may be shown.
public struct StoredTokens: Sendable {
  /// The file.
  public let file: URL
  /// What it holds; never shown whole.
  public let credentials: OAuthCredentials

  /// Reads the file.
  ///
  /// - Throws: ``Connection/Failure`` when there is none, or no place for one is known; ``OAuthError`` when it is damaged.
  public init(_ settings: ConnectionSettings) async throws {
    let store = try settings.store()
    guard let file = settings.tokenFile, let credentials = try await store.load() else {
      throw Connection.Failure(
        description: "no account is connected: there is no \(settings.tokenFile?.path ?? "token file")",
        isAuthorization: true)
    }
    self.file = file
    self.credentials = credentials
  }

  /// Lines for people: neither token is in them.
  ///
  /// - Parameter now: The time from which the token's remaining life is told.
  public func lines(now: Date = Date()) -> [String] {
    let scopes = credentials.scopes?.map(\.rawValue).sorted().joined(separator: " ")
    let access = credentials.expiresAt.map { "good until \($0.formatted(.iso8601))" } ?? "good for an unknown time"
    let isSpent = credentials.expiresAt.map { $0 <= now } ?? false
    let renewal = credentials.refreshToken == nil ? "none: connect again when the access token expires" : "stored"
    return [
      "tokens         \(file.path)",
      "scopes         \(DisplayText.oneLine(scopes ?? "unknown"))",
      "access token   \(isSpent ? "expired" : access)",
      "refresh token  \(renewal)",
      "generation     \(credentials.generation)",
    ]
  }
}

extension StoredTokens: Redacting {
  /// Where the tokens are, without them.
  public var description: String { "StoredTokens(\(file.path))" }
}
