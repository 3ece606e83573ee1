public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An in-memory Constant Contact account that responds to HTTP requests like the API.
///
/// It is a transport: pass it to a client in place of the real one. Whatever the host, `/v3/…` is the API and
/// `/oauth2/default/v1/…` the authorization server, with a consent page for browsers at `authorize`, `token`, and
/// `device/authorize` with its page at `/activate`. It reads and writes the wire format by itself, so that mistakes in the
/// library's models show.
///
/// ```swift
/// let clock = ManualClock(automatic: true)
/// let fake = FakeConstantContact(.init(time: clock.timeSource))
/// await fake.add(.init(address: "ann@example.com", state: .unsubscribed))
/// let tokens = await fake.issueTokens()
/// ```
///
/// ``operations`` lists the operations that it simulates. Every other path gets a 501.
/// ``edit(_:)`` changes the account as a person in the web interface would, and ``log`` holds every change in order.
///
/// ## What is known and what is assumed
///
/// This table is about all operations. Each resource has its own at its table of routes, such as `Route+Contacts.swift`.
///
/// | behavior | source |
/// |---|---|
/// | collections in the order of creation; cursors refuse other parameters beside them | assumed |
/// | the last page's `_links` missing, null or empty, in rotation | documented |
/// | error bodies: arrays from the API, objects from the gateway | documented |
/// | the order of refusals: second, day, size, path, token, scope, privilege, content type, body | assumed |
/// | refused requests count neither for the second nor for the day | assumed |
/// | bodies above 10 MB: 413; malformed percent-encoding in a query, JSON deeper than 64 levels: 400 | assumed |
/// | a second refresh token ends the first; its reuse is `invalid_grant` and ends the successors too | documented; assumed |
/// | `invalid_client` is a 401 with a Basic challenge | assumed |
/// | an unknown app or redirect URI: an error page without a redirect; other faults return to the app | assumed |
/// | a code lives 5 minutes and works once; a device's code 10 minutes | support; assumed |
/// | `authorization_pending`, `slow_down` (5 seconds more), `expired_token`, `access_denied`, each a 400 | users |
public actor FakeConstantContact: HTTPTransport {
  /// The account's settings.
  public nonisolated let configuration: Configuration

  /// The server's time, which may differ from the client's.
  nonisolated let time: TimeSource
  /// The time source's elapsed time when the fake was created.
  let startedAt: Duration

  var account: AccountRecord
  var contacts = ContactStore()
  /// In the order of creation, deleted ones included.
  var listRecords: [ListRecord] = []
  var fieldRecords: [CustomFieldRecord] = []
  var fieldSequence = 0
  var tagRecords: [TagRecord] = []
  var tagSequence = 0
  var segmentRecords: [SegmentRecord] = []
  var events = EventStore()
  var automationRecords: [AutomationRecord] = []
  var social = SocialStore()
  var partner = PartnerStore()
  var webhooks = WebhookStore()
  var campaigns = CampaignStore()
  var emailLog = EmailEventLog()
  var landingPages = LandingPageStore()
  var activities = ActivityStore()
  var vault = TokenVault()
  var consents: [String: ConsentRequest] = [:]
  var devices: [DeviceRecord] = []
  var generator: SplitMix64
  var limits: RequestLimits
  var tokenLimits: RequestLimits
  var faults: FaultPlan
  var scheduledEdits: [ScheduledEdit] = []
  var requestLog: [RequestRecord] = []
  var entries: [LogEntry] = []
  var lastPageCount = 0
  /// The date of an activity's work, which is done at the next request after it.
  var pastDate: Date?
  /// The cause of the changes being made. Handlers do not suspend.
  var cause = LogEntry.Cause.edit

  /// Creates an empty account.
  public init(_ configuration: Configuration = Configuration()) {
    self.init(configuration, account: AccountRecord())
  }

  /// Creates an empty account with data of its own.
  init(_ configuration: Configuration, account: AccountRecord) {
    self.configuration = configuration
    self.account = account
    time = configuration.time.shifted(by: configuration.clockSkew)
    startedAt = configuration.time.elapsed
    generator = SplitMix64(seed: configuration.seed)
    limits = RequestLimits(perSecond: configuration.requestsPerSecond, perDay: configuration.requestsPerDay)
    tokenLimits = RequestLimits(perSecond: configuration.tokenRequestsPerSecond ?? .max, perDay: .max)
    faults = FaultPlan(rate: configuration.faultRate, kinds: configuration.randomFaults, seed: configuration.seed)
    self.account.emails = [
      AccountRecord.Email(
        id: 1, address: account.summary["contact_email"]?.string ?? "owner@example.com", isConfirmed: true,
        roles: ["CONTACT", "REPLY_TO"],
        confirmTime: WireDate.timestamp(time.now))
    ]
  }

  /// Returns the response to a request.
  ///
  /// - Throws: `TransportError` for a fault that loses the connection or times out, `CancellationError` when the task is
  ///   cancelled.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try request.validate()
    try Task.checkCancellation()
    let call = try Call(request)
    if let account = await owner(of: call) { return try await forward(request, call, to: account) }
    let index = log(request, call)
    let (reply, fault) = decide(request, call, index: index)
    let finished = try await finished(reply, by: partner.takeCompletion())
    return try await deliver(finished, fault: fault, to: request, index: index)
  }

  /// The date to the second, as the wire format has it.
  var now: Date { WireDate.wholeSecond(pastDate ?? time.now) }
}
