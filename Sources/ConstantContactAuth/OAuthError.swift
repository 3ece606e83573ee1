public import ConstantContactTransport

/// Why no usable token could be had.
///
/// It holds no token, secret, code or address, and none of the server's prose, which may echo them.
public struct OAuthError: Error, Sendable, Redacting {
  /// What went wrong, as an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }

    /// The account's owner has to grant access again; nothing else helps.
    public static let reconnectRequired = Code(rawValue: "reconnectRequired")
    /// The account's owner has to grant access again, because the answer to a refresh never came: the server had put a
    /// new refresh token in the old one's place, and nobody knows it. See ``OAuthCredentials/refreshStartedAt``.
    public static let replyLost = Code(rawValue: "replyLost")
    /// The server does not know the client id, or the secret is wrong.
    public static let invalidClient = Code(rawValue: "invalidClient")
    /// The authorization code or the refresh token is wrong, expired, or used already.
    public static let invalidGrant = Code(rawValue: "invalidGrant")
    /// A scope that was asked for does not exist or is not allowed.
    public static let invalidScope = Code(rawValue: "invalidScope")
    /// The account's owner did not agree.
    public static let accessDenied = Code(rawValue: "accessDenied")
    /// The browser came back with a `state` that nobody is waiting for, or that was used already. Nothing was sent.
    public static let stateMismatch = Code(rawValue: "stateMismatch")
    /// What the browser came back to is no answer to an authorization request. Nothing was sent.
    public static let invalidCallback = Code(rawValue: "invalidCallback")
    /// The authorization request, or the code that was shown for a device, is too old: begin anew.
    public static let expired = Code(rawValue: "expired")
    /// The token endpoint refused the request for another reason; ``OAuthError/oauthError`` may name it.
    public static let refused = Code(rawValue: "refused")
    /// The token endpoint cannot be reached, is overloaded or out of order. Trying again later may help.
    public static let temporarilyUnavailable = Code(rawValue: "temporarilyUnavailable")
    /// The token store could not be read or written.
    public static let storage = Code(rawValue: "storage")
    /// The token endpoint answered with something that is not a token response.
    public static let invalidResponse = Code(rawValue: "invalidResponse")
    /// The client is set up so that no request can be sent, as with an address over plain HTTP.
    public static let invalidConfiguration = Code(rawValue: "invalidConfiguration")
  }

  /// What went wrong.
  public let code: Code
  /// One sentence for people, with what to do about it.
  public let message: String
  /// The OAuth or Okta error code the server sent, such as `invalid_grant`; `nil` when it sent none that is plain.
  public let oauthError: String?
  /// The status the token endpoint answered with, if it answered.
  public let status: TransportStatus?
  /// The error underneath. It may say more than is fit for a log, so it is kept out of `description`.
  public let cause: (any Error)?

  /// Whether trying again later may help without anybody doing anything.
  public var isTransient: Bool { code == .temporarilyUnavailable }

  /// Whether only the account's owner can help, by granting access again.
  public var needsReconnection: Bool { code == .reconnectRequired || code == .replyLost }

  /// Makes an error.
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

  /// Code, message, and what the server called it.
  public var description: String {
    let details = [status.map { "status \($0)" }, oauthError].compactMap(\.self).joined(separator: ", ")
    return details.isEmpty ? "\(code): \(message)" : "\(code): \(message) (\(details))"
  }
}
