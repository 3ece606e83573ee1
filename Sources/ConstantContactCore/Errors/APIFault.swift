/// One fault the service named in an error body.
public struct APIFault: Sendable, Hashable {
  /// The service's key, such as `contacts.api.conflict`. An open set.
  public struct Key: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a key from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Too many requests in a second.
    public static let throttled: Key = "throttled"
    /// The day's requests are used up.
    public static let quotaExceeded: Key = "quota_exceeded"
    /// The access token was not accepted.
    public static let unauthorized: Key = "unauthorized"
    /// The user lacks a privilege.
    public static let accessDenied: Key = "access_denied"
    /// The contact exists already.
    public static let contactConflict: Key = "contacts.api.conflict"
    /// A value was not accepted.
    public static let contactValidation: Key = "contacts.api.validation.error"
    /// There is no such thing.
    public static let contactNotFound: Key = "contacts.api.not_found"
  }

  /// The service's key; `nil` when the body named none.
  public let key: Key?
  /// The service's sentence, with e-mail addresses and long tokens taken out.
  public let message: String

  /// Makes a fault; what looks like an e-mail address or a token is taken out of the message.
  public init(key: Key?, message: String) {
    self.key = key
    self.message = Redaction.redacted(message)
  }
}

extension APIFault: CustomStringConvertible {
  /// Key and message.
  public var description: String { key.map { "\($0): \(message)" } ?? message }
}
