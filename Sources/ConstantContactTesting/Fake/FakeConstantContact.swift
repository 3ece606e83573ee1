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
/// ``operations`` lists the operations that it simulates: contacts, sign-up forms, lists, custom fields, tags, segments
/// without their criteria, activities that delete lists and tags, and the account. Every other path gets a 501.
/// ``edit(_:)`` changes the account as a person in the web interface would, and ``log`` holds every change in order.
///
/// ## What is known and what is assumed
///
/// | behavior | source |
/// |---|---|
/// | search by address: 200 with an empty array when no contact has it; deleted ones hidden unless `status` includes them | documented |
/// | addresses compared case-insensitively | assumed |
/// | 409 for an address that any contact has, a deleted or unsubscribed one included; three wordings | support, users |
/// | `create_source` required on POST, `update_source` on PUT; one of names, address, SMS channel on POST | documented |
/// | lengths and counts; 50 custom fields per contact (one page says 25) | documented |
/// | unknown properties and parameters, malformed addresses, unknown list, tag, field and choice IDs: 400 | assumed |
/// | the same custom field twice in one request: 400 | assumed |
/// | choice fields take `choice_ids`, `single_select` one of them; a label in `value` alone: 400 | documented; assumed |
/// | deleting a choice removes it from contacts | assumed |
/// | permission `implicit` when POST omits it | assumed |
/// | PUT removes omitted properties, keeps omitted sub-resources, replaces given ones, revives deleted contacts | documented |
/// | PUT without `email_address` removes the address; without `permission_to_send` keeps the permission | assumed |
/// | PUT with `list_memberships: []` takes the contact off all lists | assumed |
/// | reviving needs `update_source: Account` | documented |
/// | 400 for raising the permission of a contact that opted out itself | assumed |
/// | a sign-up form creates (201) or partly updates (200), adds lists and fields, sets `explicit` | documented |
/// | a sign-up form's phone has the kind `other`; phone and address replace those of the same kind | assumed |
/// | a sign-up form cannot set choice fields: it has no `choice_ids` | contract |
/// | a resubscribe email is sent once, then 409; 409 for a contact that is not unsubscribed | documented; assumed |
/// | an opt-out by a link in an email does not move `updated_at` | assumed |
/// | sub-resources only when included; POST and PUT return all of them | documented |
/// | `job_title`, `company_name` null, other empty properties missing | users |
/// | DELETE of a deleted contact: 404. GET of a deleted contact, list or segment by ID: 200 | assumed |
/// | deleting a contact takes it off its lists; deleting a list or tag takes effect at once, its activity complete | documented; assumed |
/// | collections in the order of creation; cursors refuse other parameters beside them | assumed |
/// | the last page's `_links` missing, null or empty, in rotation | documented |
/// | the contacts of a segment: 202 first, then 200 | documented |
/// | segments: by name ascending or date descending; criteria of at most 20,000 characters with `and` at the top | documented |
/// | V2 IDs count from 1,000,000,000 in the order of creation; unknown ones are left out | assumed |
/// | `updated_after` and its siblings exclude the given instant | assumed |
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

  nonisolated var time: TimeSource { configuration.time }
  /// The time source's elapsed time when the fake was created.
  let startedAt: Duration

  var account = AccountRecord()
  var contacts = ContactStore()
  /// In the order of creation, deleted ones included.
  var listRecords: [ListRecord] = []
  var fieldRecords: [CustomFieldRecord] = []
  var fieldSequence = 0
  var tagRecords: [TagRecord] = []
  var tagSequence = 0
  var segmentRecords: [SegmentRecord] = []
  var activityRecords: [ActivityRecord] = []
  var campaigns = CampaignStore()
  var emailLog = EmailEventLog()
  var landingPages = LandingPageStore()
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
    self.configuration = configuration
    startedAt = configuration.time.elapsed
    generator = SplitMix64(seed: configuration.seed)
    limits = RequestLimits(perSecond: configuration.requestsPerSecond, perDay: configuration.requestsPerDay)
    tokenLimits = RequestLimits(perSecond: configuration.tokenRequestsPerSecond ?? .max, perDay: .max)
    faults = FaultPlan(rate: configuration.faultRate, kinds: configuration.randomFaults, seed: configuration.seed)
    account.emails = [
      AccountRecord.Email(
        id: 1, address: "owner@example.com", isConfirmed: true, roles: ["CONTACT", "REPLY_TO"],
        confirmTime: WireDate.timestamp(configuration.time.now))
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
    let index = log(request, call)
    let (reply, fault) = decide(request, call, index: index)
    return try await deliver(reply, fault: fault, to: request, index: index)
  }

  /// The date to the second, as the wire format has it.
  var now: Date { WireDate.wholeSecond(pastDate ?? time.now) }
}
