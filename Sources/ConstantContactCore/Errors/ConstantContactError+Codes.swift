extension ConstantContactError.Code {
  /// A value breaks one of the operation's limits; nothing was sent. ``ConstantContactError/invalidField`` names field, limit and length.
  public static let invalidInput = Self(rawValue: "invalidInput")
  /// The call would raise the permission to send or revive a deleted contact, and the caller has not allowed that; nothing was sent.
  public static let consentRequired = Self(rawValue: "consentRequired")
  /// The connection is known to lack the scope that the operation needs; nothing was sent.
  public static let missingScope = Self(rawValue: "missingScope")
  /// The API does not accept the access token, not even a refreshed one.
  public static let unauthorized = Self(rawValue: "unauthorized")
  /// The connection has ended: there is no refresh token, or it is no longer accepted.
  public static let reconnectRequired = Self(rawValue: "reconnectRequired")
  /// The token endpoint does not accept the app's client ID, secret or request.
  public static let invalidClient = Self(rawValue: "invalidClient")
  /// No access token is available at present: the token endpoint cannot be reached, or the token store failed.
  public static let tokenUnavailable = Self(rawValue: "tokenUnavailable")
  /// The API refused the request (403): the connected user lacks a privilege, or the connection lacks a scope.
  public static let forbidden = Self(rawValue: "forbidden")
  /// The resource was not found (404).
  public static let notFound = Self(rawValue: "notFound")
  /// The resource already exists (409): an email address or a name is taken.
  public static let conflict = Self(rawValue: "conflict")
  /// The API rejected the request (400, 405, 406, 415 and other 4xx).
  public static let badRequest = Self(rawValue: "badRequest")
  /// Too many requests per second (429), also after the retries.
  public static let throttled = Self(rawValue: "throttled")
  /// The day's requests are used up (429). ``ConstantContactError/resumesAt`` is when the next day starts.
  public static let quotaExceeded = Self(rawValue: "quotaExceeded")
  /// The store that shares the rate limit between processes failed; nothing was sent.
  public static let limitUnavailable = Self(rawValue: "limitUnavailable")
  /// Too many bulk activities are queued (429).
  public static let tooManyActivities = Self(rawValue: "tooManyActivities")
  /// The API failed (5xx), also after the retries.
  public static let server = Self(rawValue: "server")
  /// The call did not end within its deadline.
  public static let timedOut = Self(rawValue: "timedOut")
  /// No complete response: the connection failed or was lost, also after the retries.
  public static let connection = Self(rawValue: "connection")
  /// The URL is not HTTPS, or not on the configured host; nothing was sent.
  public static let insecure = Self(rawValue: "insecure")
  /// The response is not what the operation promises: not JSON, too deeply nested, or an unexpected status.
  public static let unreadableResponse = Self(rawValue: "unreadableResponse")
  /// The API is still computing the result (202).
  public static let stillProcessing = Self(rawValue: "stillProcessing")
  /// A page leads back to an earlier page.
  public static let repeatedCursor = Self(rawValue: "repeatedCursor")
  /// A collection goes on without end: 100 pages in a row that are empty or all the same.
  public static let endlessCollection = Self(rawValue: "endlessCollection")
  /// Some elements of a collection could not be decoded. ``PagedSequence/collectReadable()`` returns the others.
  public static let undecodableElements = Self(rawValue: "undecodableElements")
  /// The account has no list of the name that the program was given; no contact was sent.
  public static let unknownName = Self(rawValue: "unknownName")
  /// A bulk activity failed, was cancelled or timed out. ``ConstantContactError/faults`` are the errors that it reported.
  public static let activityFailed = Self(rawValue: "activityFailed")
}
