extension ConstantContactError.Code {
  /// A value does not keep the operation's limits; nothing was sent. The message names the field, the limit and what
  /// was found.
  public static let invalidInput = Self(rawValue: "invalidInput")
  /// The call would raise permission to send, or revive a deleted contact, and the caller has not said that it may.
  /// Nothing was sent.
  public static let consentRequired = Self(rawValue: "consentRequired")
  /// The connection is known to lack the scope that the operation needs; nothing was sent. Reconnect and grant it.
  public static let missingScope = Self(rawValue: "missingScope")
  /// The service does not accept the access token, not even a fresh one. Reconnect the account.
  public static let unauthorized = Self(rawValue: "unauthorized")
  /// The connection has ended: there is no token to refresh with, or it is no longer accepted. Reconnect the account.
  public static let reconnectRequired = Self(rawValue: "reconnectRequired")
  /// The token host does not accept the client id or secret, or what is asked for in their name. Check the app's settings.
  public static let invalidClient = Self(rawValue: "invalidClient")
  /// No access token could be had just now: the token host is out of reach, or the store failed. Try again.
  public static let tokenUnavailable = Self(rawValue: "tokenUnavailable")
  /// The service refuses (403): the connected user lacks a privilege, or the connection a scope.
  public static let forbidden = Self(rawValue: "forbidden")
  /// There is no such thing (404).
  public static let notFound = Self(rawValue: "notFound")
  /// It collides with what is there (409): an address or a name that is taken.
  public static let conflict = Self(rawValue: "conflict")
  /// The service does not accept the request (400, 405, 406, 415 and other 4xx).
  public static let badRequest = Self(rawValue: "badRequest")
  /// Too many requests per second (429), still so after the retries.
  public static let throttled = Self(rawValue: "throttled")
  /// The day's requests are used up (429). ``ConstantContactError/resumesAt`` says when the next day starts.
  public static let quotaExceeded = Self(rawValue: "quotaExceeded")
  /// The ledger that keeps the limits for several processes could not be used; nothing was sent. See to it, then try again.
  public static let limitUnavailable = Self(rawValue: "limitUnavailable")
  /// Too many bulk activities are queued (429): wait until one ends.
  public static let tooManyActivities = Self(rawValue: "tooManyActivities")
  /// The service failed (5xx), still so after the retries.
  public static let server = Self(rawValue: "server")
  /// The call did not end within its deadline.
  public static let timedOut = Self(rawValue: "timedOut")
  /// No answer came: the connection failed or broke, still so after the retries.
  public static let connection = Self(rawValue: "connection")
  /// The address is not HTTPS, or not the configured host: nothing was sent.
  public static let insecure = Self(rawValue: "insecure")
  /// The answer is not what the operation promises: not JSON, or a status nobody expects there.
  public static let unreadableResponse = Self(rawValue: "unreadableResponse")
  /// The service is still computing what was asked for (202). Ask again later.
  public static let stillProcessing = Self(rawValue: "stillProcessing")
  /// A page's link leads to a page that was there before.
  public static let repeatedCursor = Self(rawValue: "repeatedCursor")
  /// Elements of a collection could not be read. All others came through before.
  public static let undecodableElements = Self(rawValue: "undecodableElements")
}
