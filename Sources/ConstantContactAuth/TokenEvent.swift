public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that happened to an account's tokens. See ``TokenSource/events()``.
///
/// It holds no token.
public struct TokenEvent: Sendable, Redacting {
  /// What happened, as an open set.
  public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The kind's name.
    public let rawValue: String

    /// Makes a kind from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The kind's name.
    public var description: String { rawValue }

    /// A new pair was received and saved.
    public static let refreshed = Kind(rawValue: "refreshed")
    /// A newer pair was found in the store: somebody else has renewed it, or connected the account again.
    public static let adopted = Kind(rawValue: "adopted")
    /// The refresh token has not been used for 150 days, and lapses after 180. Any call renews it.
    public static let aboutToLapse = Kind(rawValue: "aboutToLapse")
    /// Only the account's owner can help, by granting access again; ``TokenEvent/error`` says why. It is said once for
    /// a pair.
    public static let reconnectRequired = Kind(rawValue: "reconnectRequired")
    /// A refresh failed and will be tried again; ``TokenEvent/error`` says why. The old token may still be good.
    public static let refreshFailed = Kind(rawValue: "refreshFailed")
    /// A new pair was received and could not be saved. It is kept in memory and saving is tried again: if the process
    /// ends before that succeeds, the account has to be connected again.
    public static let savingFailed = Kind(rawValue: "savingFailed")
  }

  /// What happened.
  public let kind: Kind
  /// When.
  public let date: Date
  /// The pair's generation; `nil` when there is no pair.
  public let generation: Int?
  /// When the pair's access token expires, if known.
  public let expiresAt: Date?
  /// When its refresh token lapses if it is not used before, if known.
  public let lapsesAt: Date?
  /// What went wrong; `nil` when nothing did.
  public let error: OAuthError?

  /// Makes an event about a pair.
  ///
  /// - Parameters:
  ///   - kind: What happened.
  ///   - date: When.
  ///   - credentials: The pair.
  ///   - error: What went wrong.
  public init(_ kind: Kind, date: Date, credentials: OAuthCredentials? = nil, error: OAuthError? = nil) {
    self.kind = kind
    self.date = date
    self.error = error
    generation = credentials?.generation
    expiresAt = credentials?.expiresAt
    lapsesAt = credentials?.lapsesAt
  }

  /// Kind, generation and error.
  public var description: String {
    let details = [generation.map { "generation \($0)" }, error.map { "\($0)" }].compactMap(\.self)
    return details.isEmpty ? "\(kind)" : "\(kind): \(details.joined(separator: ", "))"
  }
}
