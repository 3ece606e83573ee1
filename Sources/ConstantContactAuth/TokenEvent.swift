public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A change of an account's tokens. See ``TokenSource/events()``.
///
/// It contains no token.
public struct TokenEvent: Sendable, Redacting {
  /// The kind of an event: an open set.
  public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name of the kind.
    public let rawValue: String

    /// Creates a kind from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name of the kind.
    public var description: String { rawValue }

    /// A new pair was received and saved.
    public static let refreshed = Kind(rawValue: "refreshed")
    /// A newer pair was found in the store, from another process or a new connection.
    public static let adopted = Kind(rawValue: "adopted")
    /// The refresh token was not used for 150 days. It expires after 180 days; any refresh prevents that.
    public static let refreshTokenExpiring = Kind(rawValue: "refreshTokenExpiring")
    /// The account has to be connected again; ``TokenEvent/error`` contains the reason. Sent once per pair.
    public static let reconnectRequired = Kind(rawValue: "reconnectRequired")
    /// A refresh failed and will be retried; ``TokenEvent/error`` contains the reason. The old token may still be valid.
    public static let refreshFailed = Kind(rawValue: "refreshFailed")
    /// A new pair was received and could not be saved. Saving is retried as long as the process runs.
    ///
    /// If the process ends before the pair is saved, the account has to be connected again.
    public static let savingFailed = Kind(rawValue: "savingFailed")
  }

  /// The kind of the event.
  public let kind: Kind
  /// The date of the event.
  public let date: Date
  /// The generation of the pair, or `nil` when there is no pair.
  public let generation: Int?
  /// The date at which the access token expires, if known.
  public let expiresAt: Date?
  /// The date at which the refresh token expires unless it is used, if known.
  public let refreshTokenExpiresAt: Date?
  /// The error, if the event reports one.
  public let error: OAuthError?

  /// Creates an event.
  ///
  /// - Parameters:
  ///   - kind: The kind of the event.
  ///   - date: The date of the event.
  ///   - credentials: The pair that the event is about.
  ///   - error: The error, if any.
  public init(_ kind: Kind, date: Date, credentials: OAuthCredentials? = nil, error: OAuthError? = nil) {
    self.kind = kind
    self.date = date
    self.error = error
    generation = credentials?.generation
    expiresAt = credentials?.expiresAt
    refreshTokenExpiresAt = credentials?.refreshTokenExpiresAt
  }

  /// The kind, the generation and the error.
  public var description: String {
    let details = [generation.map { "generation \($0)" }, error.map { "\($0)" }].compactMap(\.self)
    return details.isEmpty ? "\(kind)" : "\(kind): \(details.joined(separator: ", "))"
  }
}
