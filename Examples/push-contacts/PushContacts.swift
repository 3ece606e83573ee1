import ArgumentParser
import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation

struct PushContacts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push-contacts",
    abstract: "Push a file of leads to Constant Contact.",
    usage: "push-contacts [OPTIONS] [FILE]",
    discussion: """
      Looks up each lead by email address. Skips existing contacts, and creates \
      missing ones with implicit permission.

      FILE is CSV with a heading row, a JSON array of objects, or one JSON object per \
      line; - is standard input. Without FILE, the bundled leads are pushed.

      COLUMNS, in any order
      \(LeadField.allCases.map(\.rawValue).joined(separator: " "))

      Headings ignore case, spaces, hyphens and underscores. Common synonyms such as \
      Email, E-mail Address, Mobile, Company or Zip are recognized.

      Without an account in the environment, an in-memory account is used, and \
      nothing leaves this machine.

      ENVIRONMENT
      \(Connection.help)

      EXIT STATUS
      0 all leads were handled, 1 some leads failed, 2 usage or unreadable file, \
      3 authorization, 130 interrupted
      """
  )

  enum UnknownColumns: String, ExpressibleByArgument, CaseIterable {
    case ignore
    case customFields = "custom-fields"
  }

  enum Strategy: String, ExpressibleByArgument, CaseIterable {
    case careful
    case fewestRequests = "fewest-requests"

    var value: ContactPusher.Options.Strategy {
      switch self {
      case .careful: .careful
      case .fewestRequests: .fewestRequests
      }
    }
  }

  @Argument(help: "The file of leads.", completion: .file())
  var file: String?

  @OptionGroup var choices: PusherChoices

  @Option(help: "What to do with unknown columns: custom-fields uses their headings as names.")
  var unknownColumns = UnknownColumns.ignore

  @Flag(help: "Continue after 00:00 UTC when the daily quota is used up.")
  var waitForQuota = false

  @Option(
    help: ArgumentHelp(
      "Whether bulk imports may be used. fewest-requests may update a contact that appears during the push."))
  var strategy = Strategy.careful

  @Flag(help: "Show the ways to push the leads with their cost. Writes nothing.")
  var plan = false

  @Flag(help: "Show what would be pushed. Sends nothing.")
  var dryRun = false

  @Flag(help: "Show all leads in a terminal, not only ten and the failures.")
  var all = false

  @Flag(help: "Print one JSON object per lead in the order of the file, and a summary.")
  var json = false

  func run() async throws {
    let leads = try file.map { try LeadFile(path: $0) } ?? BundledLeads.load()
    try leads.requireEmailColumn()
    let columns = try customFieldColumns(of: leads)
    for notice in leads.notices(except: columns.values) { StandardError.write(line: notice) }

    let connection = try await Connection.fromEnvironment()
    let name = file == nil ? "the bundled file" : leads.name
    StandardError.write(
      line: "Pushing \(Count(leads.rows.count, "lead")) from \(name) to \(connection.summary).")
    var options = choices.options
    options.exceededQuota = waitForQuota ? .wait : .stop
    options.strategy = strategy.value
    options.progress = Self.announceSnapshot
    let pusher = ContactPusher(connection.client, options: options)
    if plan {
      let plan = try await pusher.plan(leads.rows.lazy.map { $0.lead(customFields: columns) })
      return PlanOutput(plan).write(asJSON: json)
    }
    var results = PushResults(rows: leads.rows, format: format, isDemo: file == nil)
    if dryRun {
      results.show(DryRun(leads.rows.map { $0.lead(customFields: columns) }, pusher: pusher))
    } else {
      try await push(leads.rows, columns, with: pusher, into: &results)
    }
    results.finish(requests: connection.requests.count, simulated: connection.clock?.elapsed)
    if let status = results.exitStatus { throw status }
  }

  private func push(
    _ rows: [LeadRow],
    _ columns: [String: String],
    with pusher: ContactPusher,
    into results: inout PushResults
  ) async throws {
    // Leads that need no request finish at once: counted, they would make the rate meaningless.
    let sent = Set(pusher.check(rows.lazy.map { $0.lead(customFields: columns) }).ready)
    let interruption = Interruption()
    let progress = ProgressPrinter(total: sent.count)
    defer { progress.finish() }
    // The pusher takes leads as it needs them: after an interruption there are no more, and those in progress finish.
    let leads = rows.lazy.prefix { _ in !interruption.hasHappened }.map { $0.lead(customFields: columns) }
    for try await report in pusher.push(leads) {
      results.add(report)
      if sent.contains(report.position) { progress.advance() }
      // A push with the fewest requests has taken all leads beforehand.
      if interruption.hasHappened, strategy == .fewestRequests { break }
    }
    results.wasInterrupted = interruption.hasHappened
  }

  @Sendable
  private static func announceSnapshot(_ progress: PushProgress) {
    guard progress.phase == .snapshot, progress.work.completed == progress.work.total else { return }
    StandardError.write(line: "Read \(Count(progress.work.completed, "contact")) of the account.")
  }

  private func customFieldColumns(of leads: LeadFile) throws -> [String: String] {
    var columns = try choices.customFieldColumns()
    for column in columns.values where !leads.columns.contains(where: { $0.key == LeadColumn.key(for: column) }) {
      throw ValidationError("--custom-field: \(leads.name) has no column “\(column)”.")
    }
    if unknownColumns == .customFields {
      for column in leads.unusedColumns(except: columns.values) { columns[column.title] = column.title }
    }
    return columns
  }

  private var format: PushResults.Format {
    if json { return .json }
    return all || !Terminal.hasInteractiveOutput ? .allRows : .excerpt
  }
}
