public import ConstantContactResources

/// The contacts in a CSV file, read as they are needed. Each row of the file is delivered, also those that cannot be imported.
///
/// ```swift
/// let file = CSVReader(file: url)
/// let rows = ContactRows(file, columns: try await ContactColumns(of: file))
/// for try await row in rows {
///   if let rejection = row.rejection { print("row \(row.number): \(rejection)") }
/// }
/// ```
///
/// A row with fewer fields than the heading row lacks the last values. One with more fields is rejected: probably a value with a comma
/// is not quoted, and the values after it are in the wrong columns.
public struct ContactRows: AsyncSequence, Sendable {
  /// A row.
  public typealias Element = ContactRow

  /// The file.
  public let file: CSVReader
  /// What its columns supply.
  public let columns: ContactColumns
  /// The permission that the import will state.
  public let smsPermission: ImportSMSPermission?

  /// Creates a sequence.
  ///
  /// - Parameters:
  ///   - file: The file, with the heading row.
  ///   - columns: What its columns supply.
  ///   - smsPermission: The permission that the import will state, which requires consent dates if it is explicit.
  public init(_ file: CSVReader, columns: ContactColumns, smsPermission: ImportSMSPermission? = nil) {
    self.file = file
    self.columns = columns
    self.smsPermission = smsPermission
  }

  /// The contacts of the rows that can be imported, for workflows that take contacts. Those of the other rows are missing, so that
  /// positions differ from the numbers of rows.
  public var contacts: AsyncCompactMapSequence<ContactRows, ImportedContact> { compactMap { $0.contact } }

  /// Creates an iterator at the first row.
  public func makeAsyncIterator() -> Iterator { Iterator(rows: self, records: file.makeAsyncIterator()) }

  /// Reads rows.
  public struct Iterator: AsyncIteratorProtocol {
    private let rows: ContactRows
    private var records: CSVReader.Iterator
    private var number = -1

    init(rows: ContactRows, records: CSVReader.Iterator) {
      self.rows = rows
      self.records = records
    }

    /// Returns the next row; `nil` after the last.
    ///
    /// - Throws: ``CSVError`` when the file cannot be read any further; `CancellationError`.
    public mutating func next() async throws -> ContactRow? {
      while let record = try await records.next() {
        number += 1
        // The first record is the heading row.
        if number == 0 { continue }
        let result = Result { () throws(ContactRow.Rejection) in
          try rows.columns.contact(from: record, smsPermission: rows.smsPermission)
        }
        return ContactRow(number: number, line: record.line, result: result)
      }
      return nil
    }
  }
}
