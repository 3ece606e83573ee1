/// A strict parser for comma-separated values (RFC 4180) that reports the location of errors.
///
/// The parser skips a byte order mark and empty lines. Lines end in CRLF, LF or CR. A quoted field may contain delimiters,
/// doubled quotation marks and line breaks. A heading row without a comma may use semicolons or tabs instead. A record may
/// have fewer fields than the heading row, but not more.
public enum CSVParser {
  /// The permitted number of columns. It keeps a damaged file from multiplying in memory.
  public static let columnLimit = 1_000

  /// Parses a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: The name of the file for errors.
  /// - Throws: ``InputError`` with the file, row, line and column.
  public static func parse(_ bytes: [UInt8], file: String? = nil) throws -> CSVTable {
    var scanner = CSVScanner(bytes, fieldLimit: columnLimit)
    var columns: [LeadColumn] = []
    var records: [CSVRecord] = []
    do {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw InputError(
          .notUTF8, line: 1, message: "the file is encoded in UTF-16; save it as UTF-8 (in Excel: “CSV UTF-8”)")
      }
      guard let header = try scanner.next() else { throw InputError(.empty, message: "the file is empty") }
      columns = try self.columns(of: header)
      while let record = try scanner.next() {
        records.append(try fit(record, to: columns))
      }
    } catch var error as InputError {
      error.file = file
      if !columns.isEmpty {
        error.row = records.count + 1
        if let number = error.columnNumber, number <= columns.count { error.columnName = columns[number - 1].title }
      }
      throw error
    }
    return CSVTable(columns: columns, records: records)
  }

  private static func columns(of header: CSVRecord) throws -> [LeadColumn] {
    var numbers: [String: Int] = [:]
    return try header.fields.enumerated().map { index, title in
      let column = LeadColumn(title: title)
      guard !column.key.isEmpty else {
        throw InputError(
          .unnamedColumn,
          line: header.line,
          columnNumber: index + 1,
          message: "the column has no heading"
        )
      }
      if let first = numbers.updateValue(index + 1, forKey: column.key) {
        throw InputError(
          .duplicateColumn,
          line: header.line,
          columnNumber: index + 1,
          columnName: column.title,
          message: "column \(first) has the same heading"
        )
      }
      return column
    }
  }

  private static func fit(_ record: CSVRecord, to columns: [LeadColumn]) throws -> CSVRecord {
    let missing = columns.count - record.fields.count
    guard missing >= 0 else {
      throw InputError(
        .tooManyFields,
        line: record.line,
        columnNumber: columns.count + 1,
        message:
          "the record has \(record.fields.count) fields, the heading row \(columns.count); quote fields with commas"
      )
    }
    guard missing > 0 else { return record }
    return CSVRecord(line: record.line, fields: record.fields + Array(repeating: "", count: missing))
  }
}
