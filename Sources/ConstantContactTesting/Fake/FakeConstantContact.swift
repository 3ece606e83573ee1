public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A Constant Contact account that lives in memory and answers HTTP requests as the service would.
///
/// It is a transport: give it to a client in place of the real one. Whatever the host, it answers `/v3/…` as
/// `api.cc.email` does and `/oauth2/default/v1/…` as `authz.constantcontact.com` does: `authorize` with a consent page that a browser
/// can click through, `token`, and `device/authorize` with a page at `/activate`. It reads and writes the wire
/// format by itself, so that a mistake in the library's models shows.
///
/// ```swift
/// let clock = ManualClock(automatic: true)
/// let fake = FakeConstantContact(.init(time: clock.timeSource))
/// await fake.add(.init(address: "ann@example.com", state: .unsubscribed))
/// let tokens = await fake.issueTokens()
/// ```
///
/// It knows contacts, contact lists, custom fields, the activity that deletes a list, the account's summary and the user's privileges,
/// and tokens. Segments, tags of its
/// own, sign-up forms, bulk activities and campaigns are not part of it: such paths answer 404.
///
/// ## What is known and what is assumed
///
/// | behaviour | by whom |
/// |---|---|
/// | search by address, 200 and an empty array when there is none; deleted hidden unless `status` says so | vendor |
/// | addresses compared without regard to case | assumed |
/// | 409 for an address that is taken, also by a deleted or unsubscribed contact; three wordings | vendor's staff, users |
/// | `create_source` required on POST, `update_source` on PUT; one of names, address, SMS channel on POST | vendor |
/// | lengths and counts; 50 custom fields on a contact (one page of the vendor says 25) | vendor |
/// | unknown properties and parameters, malformed addresses, unknown list and field ids: 400 | assumed |
/// | permission `implicit` when POST leaves it out | assumed |
/// | PUT blanks what it leaves out, keeps sub-resources, replaces given ones, revives the deleted | vendor |
/// | PUT without `email_address` takes the address away; without `permission_to_send` keeps the permission | assumed |
/// | PUT with `list_memberships: []` takes the contact off all lists | assumed |
/// | reviving takes `update_source: Account` | vendor |
/// | 400 for raising the permission of a contact who opted out by himself | assumed |
/// | sub-resources only when included; POST and PUT answer with all of them | vendor |
/// | `job_title`, `company_name` null, the rest missing when blank | seen by users |
/// | DELETE on a deleted contact: 404. GET of a deleted contact or list by id: 200 | assumed |
/// | deleting a contact takes it off its lists; deleting a list is done at once, its activity complete | vendor; assumed |
/// | collections in the order of creation; cursors refuse other parameters beside them | assumed |
/// | the last page's `_links` missing, null or hollow, each in turn | vendor |
/// | `updated_after` and the like exclude the given instant | assumed |
/// | error bodies: arrays from the service, objects from the gateway | vendor |
/// | the order of refusals: second, day, token, scope, path, content type, body | assumed |
/// | refused requests count neither for the second nor for the day | assumed |
/// | a second refresh token ends the first; its reuse is `invalid_grant` and ends the successors too | vendor; assumed |
/// | `invalid_client` is a 401 with a Basic challenge | assumed |
/// | an unknown app or redirect URI: an error page, no redirect; other faults go back to the app | assumed |
/// | a code lives 5 minutes and is good once; a device's code 10 minutes | vendor's staff; assumed |
/// | `authorization_pending`, `slow_down` (5 seconds more), `expired_token`, `access_denied`, each a 400 | users |
public actor FakeConstantContact: HTTPTransport {
  /// How the account was set up.
  public nonisolated let configuration: Configuration

  nonisolated var time: TimeSource { configuration.time }
  /// The elapsed time when the fake was made.
  let startedAt: Duration

  var contacts = ContactStore()
  /// In the order of creation; deleted ones stay.
  var listRecords: [ListRecord] = []
  var fieldRecords: [CustomFieldRecord] = []
  var fieldSequence = 0
  var activityIDs: Set<String> = []
  var vault = TokenVault()
  var consents: [String: ConsentRequest] = [:]
  var devices: [DeviceRecord] = []
  var generator: SplitMix64
  var limits: RequestLimits
  var tokenLimits: RequestLimits
  var faults: FaultPlan
  var requestLog: [RequestRecord] = []
  var writeLog: [WriteRecord] = []
  var lastPageCount = 0
  /// The request being answered; answering does not suspend.
  var currentRequest = 0

  /// Makes an empty account.
  public init(_ configuration: Configuration = Configuration()) {
    self.configuration = configuration
    startedAt = configuration.time.elapsed
    generator = SplitMix64(seed: configuration.seed)
    limits = RequestLimits(perSecond: configuration.requestsPerSecond, perDay: configuration.requestsPerDay)
    tokenLimits = RequestLimits(perSecond: configuration.tokenRequestsPerSecond ?? .max, perDay: .max)
    faults = FaultPlan(rate: configuration.faultRate, kinds: configuration.randomFaults, seed: configuration.seed)
  }

  /// Answers a request.
  ///
  /// - Throws: `TransportError` for a fault that loses the connection or the time, `CancellationError` when the task is
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
  var now: Date { WireDate.wholeSecond(time.now) }

  func write(_ kind: WriteRecord.Kind, _ resource: WriteRecord.Resource, _ id: String, address: String? = nil) {
    writeLog.append(
      WriteRecord(kind: kind, resource: resource, id: id, address: address, requestIndex: currentRequest)
    )
  }
}
