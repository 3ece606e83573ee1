/// Reads flat JSON objects from an array, from lines, or a single one.
struct JSONRowReader {
  /// The arrangement of the objects.
  enum Form {
    /// An array of objects.
    case array
    /// One object per line.
    case lines
    /// An array of objects, or a single object.
    case arrayOrObject
  }

  private var scanner: JSONScanner
  private let form: Form
  private var records: [JSONRecord] = []

  /// Reads a whole file.
  ///
  /// - Throws: ``InputError`` with the file, row, line and column.
  static func read(_ bytes: [UInt8], form: Form, file: String) throws -> [JSONRecord] {
    var reader = JSONRowReader(scanner: JSONScanner(bytes), form: form)
    do {
      switch form {
      case .array: try reader.readArray()
      case .lines: try reader.readLines()
      case .arrayOrObject: try reader.readArrayOrObject()
      }
    } catch var error as InputError {
      error.file = file
      throw error
    }
    return reader.records
  }

  private init(scanner: JSONScanner, form: Form) {
    self.scanner = scanner
    self.form = form
  }

  private mutating func readArrayOrObject() throws {
    scanner.skipWhitespace(acrossLines: true)
    guard scanner.peek == UInt8(ascii: "{") else {
      guard scanner.peek == UInt8(ascii: "[") else { throw scanner.unexpected("an object or an array of objects") }
      return try readArray()
    }
    try readRecord()
    try expectEnd()
  }

  private mutating func readLines() throws {
    while true {
      scanner.skipWhitespace(acrossLines: true)
      guard scanner.peek != nil else { return }
      try readRecord()
      scanner.skipWhitespace(acrossLines: false)
      guard scanner.peek == nil || scanner.peek == 0x0A || scanner.peek == 0x0D else {
        throw located(scanner.unexpected("the end of the line"), row: records.count)
      }
    }
  }

  private mutating func readArray() throws {
    scanner.skipWhitespace(acrossLines: true)
    try scanner.expect(UInt8(ascii: "["))
    scanner.skipWhitespace(acrossLines: true)
    if !scanner.skip(UInt8(ascii: "]")) {
      while true {
        scanner.skipWhitespace(acrossLines: true)
        try readRecord()
        scanner.skipWhitespace(acrossLines: true)
        if scanner.skip(UInt8(ascii: "]")) { break }
        guard scanner.skip(UInt8(ascii: ",")) else {
          throw located(scanner.unexpected("“,” or “]” after the object"), row: records.count)
        }
      }
    }
    try expectEnd()
  }

  private mutating func expectEnd() throws {
    scanner.skipWhitespace(acrossLines: true)
    guard scanner.peek == nil else { throw scanner.unexpected("the end of the file") }
  }

  private mutating func readRecord() throws {
    let row = records.count + 1
    guard scanner.skip(UInt8(ascii: "{")) else { throw located(scanner.unexpected("an object (“{”)"), row: row) }
    var record = JSONRecord(line: scanner.line)
    do {
      skipWhitespace()
      if !scanner.skip(UInt8(ascii: "}")) {
        repeat {
          skipWhitespace()
          try readMember(into: &record)
          skipWhitespace()
        } while scanner.skip(UInt8(ascii: ","))
        guard scanner.skip(UInt8(ascii: "}")) else { throw scanner.unexpected("“,” or “}” after a value") }
      }
    } catch let error as InputError {
      throw located(error, row: row)
    }
    records.append(record)
  }

  private mutating func readMember(into record: inout JSONRecord) throws {
    let number = record.columns.count + 1
    var title: String?
    do {
      let text = try scanner.string()
      title = text
      let column = LeadColumn(title: text)
      guard !column.key.isEmpty else {
        throw InputError(.unnamedColumn, line: scanner.line, message: "the member has no name")
      }
      if let first = record.columns.firstIndex(where: { $0.key == column.key }) {
        throw InputError(.duplicateColumn, line: scanner.line, message: "member \(first + 1) has the same name")
      }
      guard record.columns.count < CSVTable.columnLimit else {
        throw InputError(
          .tooManyFields, line: scanner.line, message: "the object has more than \(CSVTable.columnLimit) members")
      }
      skipWhitespace()
      try scanner.expect(UInt8(ascii: ":"))
      skipWhitespace()
      record.fields[column.key] = try scanner.scalar()
      record.columns.append(column)
    } catch var error as InputError {
      error.columnNumber = number
      error.columnName = title
      throw error
    }
  }

  // An NDJSON object ends on its line. Otherwise a truncated line would absorb the next one.
  private mutating func skipWhitespace() { scanner.skipWhitespace(acrossLines: form != .lines) }

  private func located(_ error: InputError, row: Int) -> InputError {
    var error = error
    error.row = row
    return error
  }
}
