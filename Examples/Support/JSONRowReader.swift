/// Reads flat JSON objects, from one array, one a line, or one alone.
struct JSONRowReader {
  /// How the objects stand in the text.
  enum Form {
    /// In one array.
    case array
    /// One a line.
    case lines
    /// In one array, or one alone.
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
    scanner.skipBlanks(acrossLines: true)
    guard scanner.peek == UInt8(ascii: "{") else {
      guard scanner.peek == UInt8(ascii: "[") else { throw scanner.unexpected("an object or an array of objects") }
      return try readArray()
    }
    try readRecord()
    try expectEnd()
  }

  private mutating func readLines() throws {
    while true {
      scanner.skipBlanks(acrossLines: true)
      guard scanner.peek != nil else { return }
      try readRecord()
      scanner.skipBlanks(acrossLines: false)
      guard scanner.peek == nil || scanner.peek == 0x0A || scanner.peek == 0x0D else {
        throw located(scanner.unexpected("the end of the line"), row: records.count)
      }
    }
  }

  private mutating func readArray() throws {
    scanner.skipBlanks(acrossLines: true)
    try scanner.expect(UInt8(ascii: "["))
    scanner.skipBlanks(acrossLines: true)
    if !scanner.skip(UInt8(ascii: "]")) {
      while true {
        scanner.skipBlanks(acrossLines: true)
        try readRecord()
        scanner.skipBlanks(acrossLines: true)
        if scanner.skip(UInt8(ascii: "]")) { break }
        guard scanner.skip(UInt8(ascii: ",")) else {
          throw located(scanner.unexpected("“,” or “]” after the object"), row: records.count)
        }
      }
    }
    try expectEnd()
  }

  private mutating func expectEnd() throws {
    scanner.skipBlanks(acrossLines: true)
    guard scanner.peek == nil else { throw scanner.unexpected("the end of the file") }
  }

  private mutating func readRecord() throws {
    let row = records.count + 1
    guard scanner.skip(UInt8(ascii: "{")) else { throw located(scanner.unexpected("an object (“{”)"), row: row) }
    var record = JSONRecord(line: scanner.line)
    do {
      skipBlanks()
      if !scanner.skip(UInt8(ascii: "}")) {
        repeat {
          skipBlanks()
          try readMember(into: &record)
          skipBlanks()
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
      guard !column.name.isEmpty else { throw InputError(.unnamedColumn, line: scanner.line, message: "no name") }
      if let first = record.columns.firstIndex(where: { $0.name == column.name }) {
        throw InputError(.duplicateColumn, line: scanner.line, message: "column \(first + 1) has the same name")
      }
      skipBlanks()
      try scanner.expect(UInt8(ascii: ":"))
      skipBlanks()
      record.fields[column.name] = try scanner.scalar()
      record.columns.append(column)
    } catch var error as InputError {
      error.columnNumber = number
      error.columnName = title
      throw error
    }
  }

  // An object of NDJSON ends on its line: else a line cut short would swallow the next one.
  private mutating func skipBlanks() { scanner.skipBlanks(acrossLines: form != .lines) }

  private func located(_ error: InputError, row: Int) -> InputError {
    var error = error
    error.row = row
    return error
  }
}
