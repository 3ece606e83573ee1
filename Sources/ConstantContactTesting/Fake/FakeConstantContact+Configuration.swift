public import ConstantContactTransport

extension FakeConstantContact {
  /// The settings of the account and its server.
  public struct Configuration: Sendable {
    /// The time source; real time by default. Tests pass `ManualClock.timeSource`.
    public var time: TimeSource
    /// Requests accepted in any second (`[t, t + 1 s)`); 4 by default, as documented.
    public var requestsPerSecond = 4
    /// Requests accepted in a UTC day; 10,000 by default, as documented.
    public var requestsPerDay = 10_000
    /// Token requests accepted in any second; unlimited by default. Constant Contact's support names about one.
    public var tokenRequestsPerSecond: Int?
    /// The delay of each response; none by default.
    public var latency: Duration = .zero
    /// The lifetime of access tokens; 86,400 seconds by default, as documented.
    public var accessTokenLifetime: Duration = .seconds(86_400)
    /// Whether refresh tokens rotate; they do by default, as Constant Contact recommends.
    public var refreshTokenMode = RefreshTokenMode.rotating
    /// Determines all IDs, tokens and random faults: the same seed gives the same run.
    public var seed: UInt64 = 1
    /// Whether the account uses confirmed opt-in: explicit permission then starts as `pending_confirmation`.
    public var confirmedOptIn = false
    /// The wording of the 409 for a taken address.
    public var conflictWording = ConflictWording.namesContact
    /// The privileges of the user who connected the app; all that the API uses by default.
    ///
    /// An operation whose privilege is missing gets a 403, whatever the token's scopes.
    public var privileges: Set<String> = [
      "account:read", "account:update", "campaign:create", "campaign:delete", "campaign:read", "campaign:send",
      "campaign:write", "contacts:lists:read", "contacts:lists:write", "contacts:read", "contacts:write",
      "customer-journey:create", "customer-journey:read", "customer-journey:update", "ui:campaign:metrics",
    ]
    /// The number of 202 responses before the contacts of a segment are available; 1 by default.
    public var segmentProcessingResponses = 1
    /// The time that a bulk activity waits in the queue; none by default, so that activities end with their request.
    public var activityDelay: Duration = .zero
    /// The time that a bulk activity runs after that; none by default.
    public var activityDuration: Duration = .zero
    /// The number of bulk activities that may wait or run; 1,000 by default, as documented. More get a 429.
    public var maximumQueuedActivities = 1_000
    /// The time that the file of an export is available; 10 days by default. The real time is not known.
    public var exportLifetime: Duration = .seconds(10 * 86_400)
    /// The probability of a random fault, from 0 to 1; 0 by default. Token requests are exempt.
    public var faultRate = 0.0
    /// The faults that happen at random.
    public var randomFaults: [InjectedFault] = [.status(503), .throttled, .dropBeforeWrite, .dropAfterWrite]
    /// Whether reuse of a spent refresh token revokes its successors too; true by default. The real behavior is not known.
    public var reuseEndsFamily = true
    /// Registered redirect URIs, beside `http://localhost`, `http://127.0.0.1` and `https://localhost` with any port and
    /// path; none by default.
    public var redirectURIs: [String] = []
    /// What the recipients of campaigns do.
    public var engagement = Engagement()
    /// The lifetime of device codes; 600 seconds by default.
    public var deviceCodeLifetime: Duration = .seconds(600)
    /// The shortest interval between two polls of a device; 5 seconds by default.
    public var deviceInterval: Duration = .seconds(5)
    /// How far the server's clock is ahead of ``time``, which is the client's; zero by default.
    public var clockSkew: Duration = .zero
    /// The API key that a partner's requests carry in `x-api-key`.
    public var partnerAPIKey = "sandbox-partner-key"
    /// The client ID that the token endpoint accepts.
    public var clientID = "sandbox-client"
    /// The client secret. Public clients send the client ID alone; both are accepted.
    public var clientSecret = "sandbox-secret"

    /// Creates the default configuration, which follows the API's documentation.
    ///
    /// - Parameter time: The time source; real time by default.
    public init(time: TimeSource = .system) { self.time = time }
  }

  /// What happens to a refresh token when it is used.
  public enum RefreshTokenMode: Sendable, Hashable {
    /// Each use returns a new token and expires all earlier ones.
    case rotating
    /// The token stays the same.
    case longLived
  }

  /// The known wordings of the 409 for a taken address.
  public enum ConflictWording: Sendable, Hashable, CaseIterable {
    /// `Email already exists for contact <uuid>`
    case namesContact
    /// `Validation failed: Email already exists for contact <uuid>`
    case namesContactAfterPrefix
    /// `Validation failed: EmailAddress is not unique`, without the contact's ID.
    case omitsContact
  }
}
