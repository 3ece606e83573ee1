/// One fault that the API named in an error response.
public struct APIFault: Sendable, Hashable {
  /// The API's key of a fault, such as `contacts.api.conflict`: an open set.
  public struct Key: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a key from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Too many requests per second.
    public static let throttled: Key = "throttled"
    /// The day's requests are used up.
    public static let quotaExceeded: Key = "quota_exceeded"
    /// The access token was not accepted.
    public static let unauthorized: Key = "unauthorized"
    /// The user lacks a privilege.
    public static let accessDenied: Key = "access_denied"
    /// The contact already exists.
    public static let contactConflict: Key = "contacts.api.conflict"
    /// A value was not accepted.
    public static let contactValidation: Key = "contacts.api.validation.error"
    /// The contact was not found.
    public static let contactNotFound: Key = "contacts.api.not_found"
  }

  /// The key; `nil` when the response named none.
  public let key: Key?
  /// The API's message, at most 1,000 characters, with email addresses and long tokens removed.
  public let message: String

  /// Creates a fault. Whatever looks like an email address or a token is removed from the message.
  public init(key: Key?, message: String) {
    self.key = key
    // A word that the cut splits could be half an address.
    let isLong = message.utf8.count > 20_000
    let start = isLong ? message.prefix(10_000) : message[...]
    let text = isLong ? start[..<(start.lastIndex { $0.isWhitespace || $0 == "\"" } ?? start.startIndex)] : start
    let redacted = Redaction.redacted(String(text))
    self.message = redacted.count > 1_000 ? redacted.prefix(1_000) + "…" : redacted
  }
}

extension APIFault: CustomStringConvertible {
  /// Key and message.
  public var description: String { key.map { "\($0): \(message)" } ?? message }
}
