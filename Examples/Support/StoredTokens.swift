public import ConstantContactKit
public import Foundation

/// The content of a token file, without the tokens.
public struct StoredTokens: Sendable {
  /// The location of the file.
  public let file: URL
  /// The stored credentials. They are secret.
  public let credentials: OAuthCredentials

  /// Reads the file.
  ///
  /// - Throws: ``Connection/Failure`` when the file does not exist or has no known location; ``OAuthError`` when it is
  ///   damaged.
  public init(_ settings: ConnectionSettings) async throws {
    let store = try settings.store()
    guard let file = settings.tokenFile, let credentials = try await store.load() else {
      throw Connection.Failure(
        description: "No account is connected: \(settings.tokenFile?.path ?? "the token file") does not exist. "
          + "Run “swift run connect”.",
        isAuthorization: true)
    }
    self.file = file
    self.credentials = credentials
  }

  /// Returns a description in lines, without the tokens.
  ///
  /// - Parameter now: The time that decides whether the access token has expired.
  public func lines(now: Date = Date()) -> [String] {
    let scopes = credentials.scopes?.map(\.rawValue).sorted().joined(separator: " ")
    let access =
      credentials.expiresAt.flatMap(DisplayText.date).map { "valid until \($0)" } ?? "valid for an unknown time"
    let isExpired = credentials.expiresAt.map { $0 <= now } ?? false
    let renewal = credentials.refreshToken == nil ? "none: reconnect when the access token expires" : "stored"
    return [
      "tokens         \(file.path)",
      "scopes         \(DisplayText.oneLine(scopes ?? "unknown"))",
      "access token   \(isExpired ? "expired" : access)",
      "refresh token  \(renewal)",
      "generation     \(credentials.generation)",
    ]
  }
}

extension StoredTokens: Redacting {
  /// The location, without the tokens.
  public var description: String { "StoredTokens(\(file.path))" }
}
