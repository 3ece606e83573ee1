public import ConstantContactKit

/// A parsed CSV file.
public struct CSVTable: Sendable, Hashable {
  /// The permitted number of columns. It keeps a damaged file from multiplying in memory.
  public static let columnLimit = 1_000

  /// The columns in the order of the file.
  public let columns: [LeadColumn]
  /// The records after the heading row, each with one field per column.
  public let records: [CSVRecord]

  /// Parses a whole file. The delimiter is detected; a record may have fewer fields than the heading row, but not more.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: The name of the file for errors.
  /// - Throws: ``InputError`` with the file, row, line and column.
  public init(parsing bytes: [UInt8], file: String? = nil) throws {
    var options = CSVOptions(delimiter: .detected)
    options.fieldLimit = Self.columnLimit
    var parser = CSVParser(options)
    parser.append(bytes)
    parser.finish()
    var columns: [LeadColumn] = []
    var records: [CSVRecord] = []
    do throws(CSVError) {
      guard let first = try parser.next() else { throw CSVError(.empty, message: "the file is empty") }
      let heading = CSVHeading(first)
      try heading.requireDistinctTitles()
      columns = heading.titles.map { LeadColumn(title: $0) }
      while let record = try parser.next() {
        try heading.requireColumns(for: record)
        records.append(Self.padded(record, to: columns.count))
      }
    } catch {
      throw InputError(error, file: file, row: columns.isEmpty ? nil : records.count + 1, columns: columns)
    }
    self.columns = columns
    self.records = records
  }

  private static func padded(_ record: CSVRecord, to count: Int) -> CSVRecord {
    guard record.count < count else { return record }
    return CSVRecord(
      line: record.line, fields: record.fields + Array(repeating: "", count: count - record.count))
  }
}

extension InputError {
  /// Creates an error from one of the library's.
  init(_ error: CSVError, file: String?, row: Int?, columns: [LeadColumn]) {
    let column = error.columnNumber.flatMap { columns.indices.contains($0 - 1) ? columns[$0 - 1].title : nil }
    self.init(
      Code(rawValue: error.code.rawValue), file: file, row: row, line: error.line, columnNumber: error.columnNumber,
      columnName: error.column ?? column, message: error.message)
  }
}
