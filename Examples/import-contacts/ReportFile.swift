import ConstantContactKit
import ExampleSupport
import Foundation

/// A CSV file with one line per row of an import.
struct ReportFile {
  let path: String

  /// Writes the verdicts. Only the file's owner may read it, since it holds email addresses.
  ///
  /// - Throws: `Ending` when the file cannot be written.
  func write(_ report: BulkImport.Report, of contacts: [ImportedContact]) throws {
    var text = "row,email,verdict,reason\r\n"
    for (index, (contact, verdict)) in zip(contacts, report).enumerated() {
      let fields = [String(index + 1), contact.email ?? "", verdict.kind.rawValue, verdict.reason ?? ""]
      text += fields.map(Self.quoted).joined(separator: ",") + "\r\n"
    }
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten else {
      throw Ending(status: 1, message: "The report could not be written to \(path): check that its directory exists.")
    }
  }

  /// Quotes a field. A spreadsheet must not take an address for a formula.
  private static func quoted(_ text: String) -> String {
    let text = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
