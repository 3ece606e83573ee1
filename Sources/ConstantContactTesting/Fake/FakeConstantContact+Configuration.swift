public import ConstantContactTransport

extension FakeConstantContact {
  /// How the account and its service are set up.
  public struct Configuration: Sendable {
    /// Where the fake takes its time from; real time by default. Give it `ManualClock.timeSource` in tests.
    public var time: TimeSource
    /// Requests let through in any second (`[t, t + 1 s)`); 4 by default, as the vendor has it.
    public var requestsPerSecond = 4
    /// Requests let through in a UTC day; 10,000 by default, as the vendor has it.
    public var requestsPerDay = 10_000
    /// Token requests let through in any second; no limit by default. The vendor's staff speak of about one.
    public var tokenRequestsPerSecond: Int?
    /// How long each answer takes; none by default.
    public var latency: Duration = .zero
    /// How long access tokens live; 86,400 seconds by default, as the vendor has it.
    public var accessTokenLifetime: Duration = .seconds(86_400)
    /// What happens to refresh tokens when they are used; rotating by default, as the vendor recommends.
    public var refreshTokenMode = RefreshTokenMode.rotating
    /// Decides all ids, tokens and random faults: the same seed gives the same run.
    public var seed: UInt64 = 1
    /// Whether the account asks people to confirm: explicit permission then begins as `pending_confirmation`.
    public var confirmedOptIn = false
    /// How a 409 for a taken address is worded.
    public var conflictWording = ConflictWording.namesContact
    /// How likely a request goes wrong by chance, from 0 to 1; 0 by default. Token requests are spared.
    public var faultRate = 0.0
    /// What can go wrong by chance.
    public var randomFaults: [InjectedFault] = [.status(503), .throttled, .dropBeforeWrite, .dropAfterWrite]
    /// Whether a spent refresh token that comes back ends its successors too; yes by default. (How the vendor has it is not known.)
    public var reuseEndsFamily = true
    /// Where the browser may be sent after consent, beside `http://localhost`, `http://127.0.0.1` and `https://localhost` with any port
    /// and path; none by default.
    public var redirectURIs: [String] = []
    /// How long a device's code lives; 600 seconds by default.
    public var deviceCodeLifetime: Duration = .seconds(600)
    /// How long a device has to wait between two questions; 5 seconds by default.
    public var deviceInterval: Duration = .seconds(5)
    /// The client id the token host knows.
    public var clientID = "sandbox-client"
    /// The client's secret. A public client leaves it out and sends its id alone; both are accepted.
    public var clientSecret = "sandbox-secret"

    /// Makes the vendor's defaults.
    ///
    /// - Parameter time: Where the fake takes its time from; real time by default.
    public init(time: TimeSource = .system) { self.time = time }
  }

  /// What happens to a refresh token when it is used.
  public enum RefreshTokenMode: Sendable, Hashable {
    /// Each use gives a new one and ends all before it.
    case rotating
    /// It stays the same.
    case longLived
  }

  /// The wordings of the 409 that have been seen.
  public enum ConflictWording: Sendable, Hashable, CaseIterable {
    /// `Email already exists for contact <uuid>`
    case namesContact
    /// `Validation failed: Email already exists for contact <uuid>`
    case namesContactAfterPrefix
    /// `Validation failed: EmailAddress is not unique`, which names nobody.
    case namesNobody
  }
}
