internal import ConstantContactCore
public import ConstantContactResources

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension BulkActivitiesAPI {
  /// Starts an import of a CSV file onto lists, after checking that the import loses nothing of it.
  ///
  /// The API drops columns that it does not know and everything beyond 4 MB or 40,000 lines without an error. This method refuses such
  /// files before anything is sent, and rows that exceed a limit. It reads any delimiter and recognizes common headings, such as
  /// `E-Mail`; what is sent has the headings of the import.
  ///
  /// For larger files, see ``CSVImportParts``. The effect on the contacts is that of ``importContacts(_:onto:smsPermission:)``.
  ///
  /// See [Import contacts](https://developer.constantcontact.com/api_guide/import_contacts.html).
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: How it is read; by default the delimiter is detected.
  ///   - renaming: What columns supply whose titles do not say it, by their titles.
  ///   - ignoring: The titles of columns that are not to be imported.
  ///   - lists: The lists, 1 to 50.
  ///   - smsPermission: Whether the contacts agreed to text messages; not set by default.
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when the file cannot be read or imported
  ///   wholly; its cause is a ``CSVError`` with the location.
  public func importCSV(
    file: URL,
    options: CSVOptions = CSVOptions(delimiter: .detected),
    renaming: [String: ContactColumn] = [:],
    ignoring: [String] = [],
    onto lists: [ListID],
    smsPermission: ImportSMSPermission? = nil
  ) async throws -> BulkActivity {
    let data: Data
    do {
      let reader = CSVReader(file: file, options: options)
      let columns = try await ContactColumns(of: reader, renaming: renaming, ignoring: ignoring)
      data = try await columns.wholeImport(of: reader, ignoring: ignoring, smsPermission: smsPermission)
    } catch let error as CSVError {
      throw ConstantContactError(
        .invalidInput, "the CSV file was not imported: \(error)",
        operation: OperationDescriptor.activitiesImportCSV.name, cause: error)
    }
    return try await importCSV(data, onto: lists, smsPermission: smsPermission)
  }
}

extension ContactColumns {
  /// Returns a file that the import reads wholly.
  ///
  /// - Throws: ``CSVError`` with the first thing that would be dropped.
  fileprivate func wholeImport(
    of reader: CSVReader, ignoring: [String], smsPermission: ImportSMSPermission?
  ) async throws -> Data {
    let ignored = Set(ignoring.map(CSVHeading.key(for:)))
    if let title = unused.first(where: { !ignored.contains(CSVHeading.key(for: $0)) }) {
      throw CSVError(
        .unknownColumn, line: heading.line, columnNumber: heading.position(of: title).map { $0 + 1 }, column: title,
        message: "the import does not know the column; rename or ignore it")
    }
    for try await row in ContactRows(reader, columns: self, smsPermission: smsPermission) {
      guard let rejection = row.rejection else { continue }
      throw CSVError(
        .invalidRow, line: row.line, columnNumber: rejection.columnNumber,
        column: rejection.columnNumber.flatMap { heading.titles.dropFirst($0 - 1).first }, message: rejection.message)
    }
    var parts = CSVImportParts(reader, columns: self).makeAsyncIterator()
    let part = try await parts.next()
    guard let part, try await parts.next() == nil else {
      throw CSVError(
        .fileTooLarge,
        message:
          "it exceeds 4 MB or 40,000 lines, and the API would drop the rest without an error; import it in parts, with "
          + "`CSVImportParts`")
    }
    return part.data
  }
}
