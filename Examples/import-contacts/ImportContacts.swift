import ArgumentParser
import ConstantContactKit
import ConstantContactTesting
import ExampleSupport
import Foundation

struct ImportContacts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-contacts",
    abstract: "Import a file of contacts into Constant Contact in bulk.",
    usage: "import-contacts [OPTIONS] [FILE]",
    discussion: """
      Creates missing contacts with implicit permission, updates existing ones, and \
      adds both to the lists. Unsubscribed contacts stay off the lists. Sends the \
      file in chunks, waits for them, and reports one verdict per row.

      FILE is CSV with a heading row, a JSON array of objects, or one JSON object per \
      line; - is standard input. Without FILE, the bundled leads are imported.

      A manifest beside FILE records each step. After an interruption, repeat the \
      command with --resume: it sends nothing a second time.

      COLUMNS, in any order
      \(LeadField.allCases.map(\.rawValue).joined(separator: " "))

      Without an account in the environment, an in-memory account is used, and \
      nothing leaves this machine.

      ENVIRONMENT
      \(Connection.help)

      EXIT STATUS
      0 all rows were imported or held back, 1 some rows were rejected or are \
      unconfirmed, 2 usage or unreadable file, 3 authorization, 130 interrupted
      """
  )

  enum UnknownColumns: String, ExpressibleByArgument, CaseIterable {
    case ignore
    case customFields = "custom-fields"
  }

  @Argument(help: "The file of contacts.", completion: .file())
  var file: String?

  @Option(name: .customLong("list"), help: "A list to add the contacts to, by name or ID. Repeatable; at least one.")
  var lists: [String] = []

  @Flag(help: "Continue an earlier import of the same file.")
  var resume = false

  @Option(help: "A CSV file to write, with one line per row: row, email, verdict, reason.", completion: .file())
  var report: String?

  @Option(help: "The directory of the manifest; by default that of FILE.", completion: .directory)
  var manifest: String?

  @Option(help: "What to do with unknown columns: custom-fields uses their headings as names.")
  var unknownColumns = UnknownColumns.ignore

  func run() async throws {
    let leads = try file.map { try LeadFile(path: $0) } ?? BundledLeads.load()
    try leads.requireEmailColumn()
    let custom = unknownColumns == .customFields ? leads.unusedColumns().map(\.title) : []
    for notice in leads.notices(except: custom) { StandardError.write(line: notice) }

    let connection = try await Connection.fromEnvironment()
    var options = BulkImport.Options(lists: try references(isEmbedded: connection.isEmbedded))
    let display = ProgressDisplay()
    options.progress = { display.show($0) }
    let path = try manifestFile(isEmbedded: connection.isEmbedded)
    StandardError.write(line: "Importing \(leads.rows.count) rows from \(leads.name) to \(connection.summary).")

    // In the in-memory account, contacts of the same second would count as created by the import.
    if let clock = connection.clock { await clock.advance(by: .seconds(60)) }
    let work = BulkImport(connection.client, options: options)
    let contacts = leads.rows.map { $0.importedContact(customFields: custom) }
    let result: BulkImport.Report
    do {
      defer { display.finish() }
      result = try await Interruption.cancelling { try await work.run(contacts, manifest: path) }
    } catch is CancellationError {
      let hint = path == nil ? "." : ": to continue, repeat the command with --resume."
      throw Ending(status: 130, message: "Exit status 130: interrupted\(hint)")
    }
    if let report { try await ReportFile(path: report).write(result, of: contacts) }
    StandardOutput.write(line: result.description)
    for (row, verdict) in zip(1..., result).filter({ [.rejected, .unconfirmed].contains($1.kind) }).prefix(10) {
      StandardOutput.write(line: "row \(row): \(verdict)")
    }
    StandardError.write(line: "Requests: \(connection.requests.count), bulk activities: \(result.activities.count)")
    if file != nil, result.rejected + result.unconfirmed > 0 {
      throw Ending(
        status: 1,
        message: "Exit status 1: \(result.rejected) rows were rejected, \(result.unconfirmed) are unconfirmed.")
    }
  }

  private func references(isEmbedded: Bool) throws -> [ListReference] {
    if !lists.isEmpty { return lists.map(ListReference.init) }
    guard isEmbedded else { throw ValidationError("--list: name at least one list.") }
    StandardError.write(line: "No --list: the in-memory account's list “Newsletter” is used.")
    return [.name("Newsletter")]
  }

  /// The manifest; `nil` for the in-memory account, which ends with the process.
  private func manifestFile(isEmbedded: Bool) throws -> URL? {
    guard let file, file != "-" || manifest != nil else { return nil }
    if isEmbedded, manifest == nil { return nil }
    let source = URL(filePath: file == "-" ? "standard-input" : file)
    let folder = manifest.map { URL(filePath: $0) } ?? source.deletingLastPathComponent()
    let url = folder.appending(path: source.lastPathComponent + ".import-manifest")
    if !resume, FileManager.default.fileExists(atPath: url.path) {
      throw ValidationError(
        "\(url.path) exists: pass --resume to continue the import, or delete it to import the file again.")
    }
    return url
  }
}

extension LeadRow {
  /// Returns the contact that the row describes.
  ///
  /// - Parameter columns: The columns whose headings are the names of custom fields.
  func importedContact(customFields columns: [String]) -> ImportedContact {
    func value(_ field: LeadField) -> String? { self[field.rawValue] }
    var contact = ImportedContact(
      email: value(.workEmail) ?? value(.personalEmail), firstName: value(.firstName), lastName: value(.lastName))
    contact.jobTitle = value(.jobTitle)
    contact.companyName = value(.companyName)
    contact.workPhone = value(.workPhone)
    contact.mobilePhone = value(.personalPhone)
    let address = ImportedAddress(
      street: value(.street), city: value(.city), state: value(.state), postalCode: value(.postalCode),
      country: value(.country))
    if address != ImportedAddress() { contact.homeAddress = address }
    for column in columns { contact.customFields[column] = self[column] }
    return contact
  }
}
