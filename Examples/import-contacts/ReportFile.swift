import ConstantContactKit
import ExampleSupport
import Foundation

/// A CSV file with one line per row of an import.
struct ReportFile {
  let path: String

  /// Writes the verdicts. Only the file's owner may read it, since it holds email addresses.
  ///
  /// - Throws: `Ending` when the file cannot be written.
  func write(_ report: BulkImport.Report, of contacts: [ImportedContact]) async throws {
    var options = CSVWriter.Options()
    // A spreadsheet must not take an address for a formula.
    options.guardsAgainstFormulas = true
    do {
      try await CSVFileWriter.write(to: URL(filePath: path), options: options) { file in
        try file.append(["row", "email", "verdict", "reason"])
        for (row, (contact, verdict)) in zip(1..., zip(contacts, report)) {
          try file.append([String(row), contact.email ?? "", verdict.kind.rawValue, verdict.reason ?? ""])
        }
      }
    } catch is CSVError {
      throw Ending(status: 1, message: "The report could not be written to \(path): check that its directory exists.")
    }
  }
}
