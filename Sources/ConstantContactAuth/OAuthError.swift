public import ConstantContactTransport

/// An error thrown when no usable token is available or an account could not be connected.
///
/// It contains no token, secret, code or URL, and no text of the server, which may repeat them.
public struct OAuthError: Error, Sendable, Redacting {
  /// The kind of an error: an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name of the code.
    public let rawValue: String

    /// Creates a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name of the code.
    public var description: String { rawValue }

    /// The account has to be connected again: the refresh token is revoked, expired or missing.
    public static let reconnectRequired = Code(rawValue: "reconnectRequired")
    /// The account has to be connected again: the response to a refresh was lost.
    ///
    /// The new refresh token was lost with it. See ``OAuthCredentials/refreshStartedAt`` and ``OAuthCredentials/responseLostAt``.
    public static let responseLost = Code(rawValue: "responseLost")
    /// The server does not accept the client ID or the client secret.
    public static let invalidClient = Code(rawValue: "invalidClient")
    /// The authorization code or the refresh token is wrong, expired or already used.
    public static let invalidGrant = Code(rawValue: "invalidGrant")
    /// A requested scope does not exist or is not allowed.
    public static let invalidScope = Code(rawValue: "invalidScope")
    /// The account's owner denied access.
    public static let accessDenied = Code(rawValue: "accessDenied")
    /// The authorization response has the `state` of another request, or was already used. Nothing was sent.
    public static let stateMismatch = Code(rawValue: "stateMismatch")
    /// The callback URL is not an authorization response. Nothing was sent.
    public static let invalidCallback = Code(rawValue: "invalidCallback")
    /// The authorization request or the device code has expired. Start again.
    public static let expired = Code(rawValue: "expired")
    /// The token endpoint refused the request for another reason, which ``OAuthError/oauthError`` may name.
    public static let refused = Code(rawValue: "refused")
    /// The token endpoint cannot be reached, is overloaded or fails. Retry later.
    public static let temporarilyUnavailable = Code(rawValue: "temporarilyUnavailable")
    /// The token store could not be read or written.
    public static let storage = Code(rawValue: "storage")
    /// The response of the token endpoint is not a token response.
    public static let invalidResponse = Code(rawValue: "invalidResponse")
    /// The client's configuration allows no request, for instance because a URL is plain HTTP.
    public static let invalidConfiguration = Code(rawValue: "invalidConfiguration")
  }

  /// The kind of the error.
  public let code: Code
  /// What failed, why, and what to do, in one or more sentences.
  public let message: String
  /// The well-formed OAuth or Okta error code in the response, such as `invalid_grant`.
  public let oauthError: String?
  /// The status of the response, if there was one.
  public let status: TransportStatus?
  /// The underlying error. It may contain secrets or URLs, and is not part of `description`.
  public let cause: (any Error)?

  /// Whether a later retry may succeed without any change.
  public var isTransient: Bool { code == .temporarilyUnavailable }

  /// Whether the account's owner has to connect the account again.
  public var needsReconnection: Bool { code == .reconnectRequired || code == .responseLost }

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of the error.
  ///   - message: What failed, why, and what to do, in one or more sentences.
  ///   - oauthError: The error code in the response.
  ///   - status: The status of the response.
  ///   - cause: The underlying error.
  public init(
    _ code: Code,
    message: String,
    oauthError: String? = nil,
    status: TransportStatus? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.oauthError = oauthError
    self.status = status
    self.cause = cause
  }

  /// The code, the message, and the status and error code of the response.
  public var description: String {
    let details = [status.map { "status \($0)" }, oauthError].compactMap(\.self).joined(separator: ", ")
    return details.isEmpty ? "\(code): \(message)" : "\(code): \(message) (\(details))"
  }
}
