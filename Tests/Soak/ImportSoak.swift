public import ConstantContactKit
internal import ConstantContactTesting
public import Foundation

/// An import into an account that fails at random, run by a process that is killed again and again, and what must hold in the end.
public struct ImportSoak: Sendable {
  /// The number of rows.
  public let rows: Int
  /// The rows of a chunk; that of the API by default.
  public var lines: Int?
  /// The form in which contacts are sent.
  public var format: BulkImport.Options.Format?
  /// Determines the existing contacts and the faults.
  public var seed: UInt64 = 1
  /// The probability of a fault of a request.
  public var faultRate = 0.0

  /// Creates a soak.
  public init(rows: Int) { self.rows = rows }

  /// What an import ended with.
  public struct Outcome: Sendable {
    /// The number of times that the process was killed.
    public var kills = 0
    /// The number of steps of the last run.
    public var steps = 0
    /// The verdicts; `nil` when the import never ended.
    public var report: BulkImport.Report?
    /// The contacts of the account by address, without their IDs.
    public var contacts: [String: String] = [:]
    /// The number of activities that the API queued.
    public var activities = 0
    /// The number of requests.
    public var requests = 0
  }

  /// Imports the rows, killing the process at the given steps: of its first run, of its second, and so on.
  ///
  /// - Parameters:
  ///   - steps: The steps of a kill, each counted from the start of its run. After the last one, the import runs to its end.
  ///   - manifest: The manifest.
  public func run(killedAt steps: some Sequence<Int>, manifest: URL) async throws -> Outcome {
    let clock = ManualClock(automatic: true)
    let service = await account(on: clock)
    var outcome = Outcome()
    var kills = steps.makeIterator()
    var runs = 0
    while outcome.report == nil {
      runs += 1
      guard runs <= 1_000 else { return outcome }
      let killer = Killer(at: kills.next())
      do {
        outcome.report = try await work(service, killer).run(RowSequence(count: rows), manifest: manifest)
      } catch is Killer.Kill {
        outcome.kills += 1
      } catch is CancellationError where killer.isDead {
        outcome.kills += 1
      } catch is ConstantContactError where !killer.isDead && faultRate > 0 {
        // A run that failed is started again, as by a person.
      } catch  where killer.isDead {
        outcome.kills += 1
      }
      outcome.steps = killer.steps
    }
    let names = await service.lists.merging(service.customFields) { $1 }
    for contact in await service.allContacts {
      outcome.contacts[contact.address ?? contact.id] = Self.text(of: contact, names: names)
    }
    outcome.activities = await service.activityStates.count
    outcome.requests = await service.requests.count
    return outcome
  }

  /// Returns what differs between an import that was disturbed and one that was not.
  public static func differences(_ outcome: Outcome, _ undisturbed: Outcome) -> [String] {
    var problems: [String] = []
    guard let report = outcome.report, let expected = undisturbed.report else { return ["no report"] }
    let sum = report.created + report.updated + report.rejected + report.heldBack + report.unconfirmed
    if sum != expected.count { problems.append("the verdicts sum to \(sum), not \(expected.count)") }
    if outcome.activities != undisturbed.activities {
      problems.append("\(outcome.activities) activities instead of \(undisturbed.activities)")
    }
    if outcome.contacts != undisturbed.contacts { problems.append("the accounts differ") }
    for (position, (one, other)) in zip(report, expected).enumerated() where one != other {
      problems.append("row \(position + 1) is \(one), not \(other)")
      if problems.count > 20 { break }
    }
    return problems
  }

  /// The number of contacts that one request with all rows imports: what a program does that does not know the limits.
  public func control() async throws -> Int {
    let clock = ManualClock(automatic: true)
    let service = await account(on: clock)
    let before = await service.contactCount
    let client = try await service.client()
    var csv = "email,first_name\r\n"
    for row in 0..<rows { csv += "new\(row)@example.com,N\(row)\r\n" }
    var form = MultipartBody()
    try form.append(name: "file", filename: "all.csv", contentType: "text/csv", content: Data(csv.utf8))
    form.append(name: "list_ids", value: await service.lists.keys.sorted().joined(separator: ","))
    let type = form.contentType
    _ = try await client.call(
      .post, "/activities/contacts_file_import", headers: ["Content-Type": type], body: .bytes(form.data))
    try await clock.timeSource.sleep(for: .seconds(600))
    return await service.contactCount - before
  }

  // MARK: The account

  private func account(on clock: ManualClock) async -> FakeConstantContact {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    (configuration.activityDelay, configuration.activityDuration) = (.seconds(5), .seconds(20))
    configuration.requestsPerDay = 1_000_000
    configuration.seed = seed
    configuration.faultRate = faultRate
    configuration.randomFaults = [
      .status(503), .throttled, .dropBeforeWrite, .dropAfterWrite, .truncatedBody, .malformedJSON, .timeoutAfterWrite,
    ]
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    await service.add(customField: "Favorite color", type: "single_select", choices: ["Red", "Blue"])
    await service.add(customField: "Note")
    let states: [FakeConstantContact.Contact.State] = [.implicit, .explicit, .unsubscribed, .implicit]
    for (number, row) in stride(from: 0, to: rows, by: 7).enumerated() {
      await service.add(
        .init(address: RowSequence.address(row), state: states[number % states.count], firstName: "Old"))
    }
    // Contacts that exist must be older than the import.
    try? await clock.timeSource.sleep(for: .seconds(3_600))
    return service
  }

  private func work(_ service: FakeConstantContact, _ killer: Killer) async throws -> BulkImport {
    let client = try await service.client { $0.rateLimit = RateLimit(perDay: 1_000_000, time: $0.time) }
    let killed = ConstantContact(
      tokens: client.pipeline.tokens, transport: Mortal(base: service, killer: killer),
      configuration: client.configuration)
    var options = BulkImport.Options(lists: [.name("Newsletter")])
    options.format = format
    var work = BulkImport(killed, options: options)
    if let lines { work.limits.lines = lines }
    work.journalHook = { _ in try killer.step() }
    return work
  }

  /// The contact without IDs, which differ from account to account.
  private static func text(of contact: FakeConstantContact.Contact, names: [String: String]) -> String {
    let lists = contact.lists.map { names[$0] ?? $0 }.sorted()
    let fields = contact.customFields.map { "\(names[$0] ?? $0)=\($1)" }.sorted()
    let choices = contact.choices.map { "\(names[$0] ?? $0): \($1.count)" }.sorted()
    return "\(contact.state) \(contact.firstName ?? "-") \(contact.jobTitle ?? "-") \(lists) \(fields) \(choices)"
  }
}

/// The rows of an import: new and existing contacts, duplicates, invalid ones, and some that only the API rejects.
struct RowSequence: Sequence, Sendable {
  let count: Int

  static func address(_ row: Int) -> String { "p\(row)@example.com" }

  func makeIterator() -> AnyIterator<ImportedContact> {
    var row = -1
    return AnyIterator {
      row += 1
      return row < count ? Self.contact(row) : nil
    }
  }

  private static func contact(_ row: Int) -> ImportedContact {
    var contact = ImportedContact(email: address(row), firstName: "N\(row)")
    if row % 50 == 11 { contact.email = address(row - 1).uppercased() }
    if row % 50 == 12 { contact.jobTitle = String(repeating: "x", count: 51) }
    if row % 50 == 13 { contact.email = "not-an-address" }
    // The library permits 50 characters, as the contract does; the fake permits 25.
    if row % 50 == 14 { contact.phone = String(repeating: "5", count: 30) }
    if row % 5 == 1 {
      contact.customFields = ["favorite color": row % 2 == 0 ? "red" : "Blue", "Note": "a, \"b\" \(row)"]
    }
    if row % 50 == 16 { contact.customFields = ["Favorite color": "green"] }
    return contact
  }
}

/// Ends a process at one of its steps: before or after a request or a write to the manifest.
final class Killer: Sendable {
  struct Kill: Error {}

  private let deadline: Int?
  private let count = Locked(0)
  private let dead = Locked(false)

  init(at step: Int?) { deadline = step }

  var steps: Int { count.withLock { $0 } }
  var isDead: Bool { dead.withLock { $0 } }

  func step() throws {
    if isDead { throw Kill() }
    let number = count.withLock {
      $0 += 1
      return $0
    }
    guard number == deadline else { return }
    dead.withLock { $0 = true }
    throw Kill()
  }
}

/// A transport of a process that may be killed before a request is sent, or before its response arrives.
struct Mortal: HTTPTransport {
  let base: FakeConstantContact
  let killer: Killer

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    do { try killer.step() } catch { throw CancellationError() }
    let response = try await base.send(request)
    do { try killer.step() } catch { throw CancellationError() }
    return response
  }
}
