import ArgumentParser
import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation

struct PushContacts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push-contacts",
    abstract: "Push a file of leads into Constant Contact.",
    discussion: """
      Looks up each lead by e-mail. Whoever is there is left alone; whoever is not is created with implicit permission.

      FILE is CSV, a JSON array of objects, or one JSON object a line; without one, the leads that come with the example are \
      pushed, and - is standard input. Columns, in any order:
      \(LeadRow.leadColumns.joined(separator: " "))

      Without an account in the environment an embedded one is used, and nothing leaves this machine.

      ENVIRONMENT
      \(Connection.help)

      EXIT STATUS
      0 all handled, 1 some failed, 2 usage or unreadable file, 3 authorization, 130 interrupted
      """
  )

  @Argument(help: "The file of leads.", completion: .file())
  var file: String?

  @OptionGroup var choices: PusherChoices

  @Flag(help: "When the day's requests are used up, go on after 00:00 UTC instead of ending.")
  var waitForQuota = false

  @Flag(help: "Send nothing; say what can be said without asking.")
  var dryRun = false

  @Flag(help: "Print one JSON object a lead, in the order of the file, and a summary.")
  var json = false

  func run() async throws {
    let leads = try file.map { try LeadFile(path: $0) } ?? BundledLeads.load()
    let name = file == nil ? "the bundled file" : leads.name
    try leads.requireColumn(among: ["work_email", "personal_email"])
    let columns = try choices.customFieldColumns()
    for column in columns.values where leads.unknownColumns(known: [column]).count == leads.columns.count {
      throw ValidationError("--custom-field: \(leads.name) has no column \(column)")
    }
    for notice in leads.notices(known: LeadRow.leadColumns + columns.values) { StandardError.write(line: notice) }

    let connection = try await Connection.fromEnvironment()
    StandardError.write(line: "\(leads.rows.count) leads from \(name) to \(connection.summary)")
    var options = choices.options
    options.exceededQuota = waitForQuota ? .wait : .stop
    let pusher = ContactPusher(connection.client, options: options)
    var results = PushResults(rows: leads.rows, asJSON: json)
    if dryRun {
      results.show(pusher.plan(leads.rows.map { $0.lead(customFields: columns) }))
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
    let interruption = Interruption()
    let progress = ProgressPrinter(total: rows.count)
    defer { progress.finish() }
    // Leads are taken as they are needed: once interrupted there are no more, and those under way are finished.
    let leads = rows.lazy.prefix { _ in !interruption.hasHappened }.map { $0.lead(customFields: columns) }
    for try await report in pusher.push(leads) {
      results.add(report)
      progress.advance()
    }
    results.wasInterrupted = interruption.hasHappened
  }
}
