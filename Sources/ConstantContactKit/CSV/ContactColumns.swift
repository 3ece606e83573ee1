internal import ConstantContactCore
public import ConstantContactResources

/// What the columns of a CSV file supply.
///
/// ```swift
/// let file = CSVReader(file: url, options: CSVOptions(delimiter: .detected))
/// let columns = try await ContactColumns(of: file, renaming: ["Shoe": .customField("Shoe_size")])
/// print("not used:", columns.unused)
/// ```
public struct ContactColumns: Sendable, Hashable {
  /// The heading row.
  public let heading: CSVHeading
  /// What each column supplies; `nil` for columns that are not used.
  public let columns: [ContactColumn?]

  /// The titles of the columns that are not used.
  public var unused: [String] { zip(heading.titles, columns).filter { $1 == nil }.map(\.0) }

  /// Reads the heading row of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - renaming: What columns supply whose titles do not say it, by their titles.
  ///   - ignoring: The titles of columns that are not to be used.
  /// - Throws: ``CSVError``: code `empty` when the file has no heading row; as ``init(_:renaming:ignoring:)`` does.
  public init(
    of file: CSVReader, renaming: [String: ContactColumn] = [:], ignoring: some Sequence<String> = []
  ) async throws {
    var iterator = file.makeAsyncIterator()
    guard let record = try await iterator.next() else { throw CSVError(.empty, message: "the file is empty") }
    try self.init(CSVHeading(record), renaming: renaming, ignoring: ignoring)
  }

  /// Finds what each column supplies.
  ///
  /// - Parameters:
  ///   - heading: The heading row.
  ///   - renaming: What columns supply whose titles do not say it, by their titles.
  ///   - ignoring: The titles of columns that are not to be used.
  /// - Throws: ``CSVError``: code `unnamedColumn`; `duplicateColumn` when two columns supply the same value; `unknownColumn` when
  ///   `renaming` or `ignoring` has a title that the file has not; `tooManyFields` when there are more than 25 custom fields;
  ///   `noContactColumn` when there are neither email addresses nor numbers for text messages.
  public init(
    _ heading: CSVHeading, renaming: [String: ContactColumn] = [:], ignoring: some Sequence<String> = []
  ) throws(CSVError) {
    try heading.requireDistinctTitles()
    var columns = heading.titles.map { ContactColumn(heading: $0) }
    for title in ignoring { columns[try Self.position(of: title, in: heading)] = nil }
    for (title, column) in renaming { columns[try Self.position(of: title, in: heading)] = column }
    self.heading = heading
    self.columns = columns
    try check()
  }

  /// Returns the contact that a row describes. Values have no surrounding whitespace, and empty fields are left out.
  ///
  /// - Parameters:
  ///   - record: The record of the row.
  ///   - smsPermission: The permission that the import will state, which requires consent dates if it is explicit.
  /// - Throws: ``ContactRow/Rejection`` when the row is not a contact that can be imported.
  public func contact(
    from record: CSVRecord, smsPermission: ImportSMSPermission? = nil
  ) throws(ContactRow.Rejection) -> ImportedContact {
    do {
      try heading.requireColumns(for: record)
    } catch {
      throw ContactRow.Rejection(columnNumber: error.columnNumber, message: error.message)
    }
    var contact = ImportedContact()
    for (position, column) in columns.enumerated() {
      guard let column, let text = record[position].trimmed else { continue }
      if let problem = column.set(text, in: &contact) {
        throw ContactRow.Rejection(
          columnNumber: position + 1, field: column.rawValue, message: "`\(column.rawValue)` \(problem)")
      }
    }
    if let problem = contact.problem(smsPermission: smsPermission) {
      let column = columns.firstIndex { $0?.rawValue == problem.field }
      throw ContactRow.Rejection(
        columnNumber: column.map { $0 + 1 }, field: problem.field, limit: problem.limit, length: problem.length,
        message: problem.message)
    }
    return contact
  }

  private static func position(of title: String, in heading: CSVHeading) throws(CSVError) -> Int {
    if let position = heading.position(of: title) { return position }
    throw CSVError(.unknownColumn, line: heading.line, column: title, message: "the file has no column of that name")
  }

  private func check() throws(CSVError) {
    var first: [ContactColumn: Int] = [:]
    for (position, column) in columns.enumerated() {
      guard let column else { continue }
      if let other = first.updateValue(position, forKey: column) {
        throw CSVError(
          .duplicateColumn, line: heading.line, columnNumber: position + 1, column: heading.titles[position],
          message: "column \(other + 1) supplies `\(column.rawValue)` too; ignore or rename one of them")
      }
    }
    let custom = first.keys.filter { $0.customFieldName != nil }
    guard custom.count <= 25 else {
      throw CSVError(
        .tooManyFields, line: heading.line,
        message: "the file has \(custom.count) columns for custom fields; an import takes 25")
    }
    guard first[.email] != nil || first[.smsNumber] != nil else {
      throw CSVError(
        .noContactColumn, line: heading.line,
        message:
          "no column contains email addresses or numbers for text messages; name it `email` or `sms_number`, and "
          + "check that the first line has the headings")
    }
  }
}

extension ImportedContact {
  /// Returns why the contact cannot be imported; `nil` if it can.
  fileprivate func problem(smsPermission: ImportSMSPermission?) -> ContactRow.Rejection? {
    do {
      try check(OperationDescriptor.activitiesImportContacts.name, place: "contact", smsPermission: smsPermission)
      return nil
    } catch {
      guard let error = error as? ConstantContactError else { return ContactRow.Rejection(message: "is not valid") }
      func short(_ text: String) -> String {
        text.replacing("`contact.", with: "`").replacing("`contact` ", with: "the row ")
      }
      let name = error.invalidField?.name
      return ContactRow.Rejection(
        field: name.map { $0.hasPrefix("contact.") ? String($0.dropFirst(8)) : $0 },
        limit: error.invalidField?.limit, length: error.invalidField?.length, message: short(error.message))
    }
  }
}
