import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation

struct ExportContacts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-contacts",
    abstract: "Export contacts from Constant Contact to a CSV file.",
    usage: "export-contacts --to FILE [OPTIONS]",
    discussion: """
      Starts an export, waits until Constant Contact has written it, and saves the \
      file, which only you can read. Without --list and --tag, all contacts are \
      exported; without --fields, all columns.

      The export's ID is printed when it has been started. After an interruption, \
      --resume ID continues without a second export.

      FIELDS
      first_name last_name contact_id email_address email_lists phone_number \
      company_name job_title tag notes street city state zip country anniversary \
      birthday source_name created_at updated_at email_optin email_permission and \
      others; see the documentation of ExportField

      Without an account in the environment, an in-memory account with invented \
      contacts is used, and nothing leaves this machine.

      ENVIRONMENT
      \(Connection.help)

      EXIT STATUS
      0 the file is complete, 1 the export failed, 2 usage or unwritable file, \
      3 authorization, 130 interrupted
      """
  )

  @Option(help: "The CSV file to write. It is replaced when the export is complete.", completion: .file())
  var to: String

  @Option(help: "Export the contacts on this list. May be repeated, at most 50 times.")
  var list: [String] = []

  @Option(help: "Export the contacts with this tag. May be repeated, at most 50 times.")
  var tag: [String] = []

  @Option(help: "Export contacts in this state: active, unsubscribed or removed. Not with --tag.")
  var status: String?

  @Option(help: "The columns, separated by commas.")
  var fields: String?

  @Option(help: "Continue with an export that was started before.")
  var resume: String?

  func validate() throws {
    let filters = !list.isEmpty || !tag.isEmpty || status != nil || fields != nil
    if resume != nil, filters { throw ValidationError("--resume continues an export as it was started.") }
    if !list.isEmpty, !tag.isEmpty { throw ValidationError("--list and --tag cannot be combined.") }
    if !tag.isEmpty, status != nil { throw ValidationError("--tag and --status cannot be combined.") }
    if let status, !["active", "unsubscribed", "removed"].contains(status) {
      throw ValidationError("--status is one of active, unsubscribed and removed.")
    }
  }

  func run() async throws {
    let file = URL(fileURLWithPath: to)
    guard FileManager.default.isWritableFile(atPath: file.deletingLastPathComponent().path) else {
      throw Ending(status: 2, message: "\(to): the directory does not exist or is not writable")
    }
    let connection = try await Connection.fromEnvironment(contacts: 200)
    let signals = StopSignals()
    let work = Task { try await export(with: connection, to: file) }
    let interruption = Task {
      await signals.wait()
      work.cancel()
    }
    defer { interruption.cancel() }
    do {
      try await work.value
    } catch is CancellationError {
      throw Ending(status: 130, message: "Interrupted. Nothing was written.")
    } catch let error as ConstantContactError where error.code == .invalidInput {
      throw Ending(status: 2, message: error.description)
    }
  }

  private func export(with connection: Connection, to file: URL) async throws {
    let client = connection.client
    StandardError.write(line: "Exporting contacts from \(connection.summary).")
    let exporter = ContactExporter(client)
    let contacts: ExportedContacts
    if let resume {
      contacts = exporter.contacts(of: BulkActivityID(resume))
    } else {
      contacts = try await exporter.start(try await request(client))
      let resumption = connection.isEmbedded ? "" : " To continue after an interruption: --resume \(contacts.id)"
      StandardError.write(line: "Started export \(contacts.id).\(resumption)")
    }
    var last: String?
    for try await activity in client.activities.progress(of: contacts.id) {
      let state = "\(activity.state?.rawValue ?? "unknown"), \(activity.percentDone ?? 0)%"
      if state != last { StandardError.write(line: state) }
      last = state
    }
    let summary = try await contacts.save(to: file)
    StandardOutput.write(line: "\(summary.contacts) contacts, \(summary.titles.count) columns: \(to)")
  }

  private func request(_ client: ConstantContact) async throws -> ContactExport {
    var source = ContactExport.Source.all
    if !list.isEmpty {
      source = .lists(
        try await ids(of: list, "list") { try await client.lists.find(named: $0)?.id })
    } else if !tag.isEmpty {
      source = .tags(try await ids(of: tag, "tag") { try await client.tags.find(named: $0)?.id })
    }
    var request = ContactExport(source, status: status.map { ContactExport.Status(rawValue: $0) })
    request.fields = (fields ?? "").split(separator: ",").map {
      ExportField(rawValue: $0.trimmingCharacters(in: .whitespaces))
    }
    return request
  }

  private func ids<ID>(
    of names: [String], _ noun: String, _ find: (String) async throws -> ID?
  ) async throws -> [ID] {
    var ids: [ID] = []
    for name in names {
      guard let id = try await find(name) else {
        throw Ending(status: 2, message: "The account has no \(noun) “\(DisplayText.oneLine(name))”.")
      }
      ids.append(id)
    }
    return ids
  }
}
