/// Splits the bytes of a CSV file into records, without regard to headings.
struct CSVScanner {
  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let fieldLimit: Int
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8], fieldLimit: Int) {
    self.bytes = bytes
    self.fieldLimit = fieldLimit
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    delimiter = Self.delimiter(of: bytes.dropFirst(position))
  }

  /// Returns the next record, or `nil` at the end. Empty lines are skipped.
  mutating func next() throws -> CSVRecord? {
    while skipLineBreak() {}
    guard position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      do {
        fields.append(try field())
      } catch var error as InputError {
        error.line = start
        error.columnNumber = fields.count + 1
        throw error
      }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      guard fields.count < fieldLimit else {
        throw InputError(.tooManyFields, line: start, message: "the record has more than \(fieldLimit) fields")
      }
      position += 1
    }
    _ = skipLineBreak()
    return CSVRecord(line: start, fields: fields)
  }

  // Leaves the position at a delimiter, a line break or the end.
  private mutating func field() throws -> String {
    if position < bytes.count, bytes[position] == Self.quote { return try quotedField() }
    let start = position
    while position < bytes.count, !endsField(bytes[position]) {
      if bytes[position] == Self.quote {
        throw InputError(
          .strayQuote,
          message: "an unquoted field contains a quotation mark; quote the field and double the mark"
        )
      }
      position += 1
    }
    return try UTF8Text.decode(bytes[start..<position])
  }

  private mutating func quotedField() throws -> String {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else { return try close(content) }
        content.append(byte)
        position += 1
      } else {
        let start = position
        if !skipLineBreak() { position += 1 }
        content += bytes[start..<position]
      }
    }
    throw InputError(.unclosedQuote, message: "the closing quotation mark is missing")
  }

  private func close(_ content: [UInt8]) throws -> String {
    if position < bytes.count, !endsField(bytes[position]) {
      throw InputError(
        .textAfterQuote,
        message: "text follows the closing quotation mark; double a quotation mark inside a quoted field"
      )
    }
    return try UTF8Text.decode(content[...])
  }

  private func endsField(_ byte: UInt8) -> Bool { byte == delimiter || byte == Self.lf || byte == Self.cr }

  /// Skips one CRLF, LF or CR, and counts the line.
  private mutating func skipLineBreak() -> Bool {
    guard position < bytes.count, bytes[position] == Self.lf || bytes[position] == Self.cr else { return false }
    if bytes[position] == Self.cr, position + 1 < bytes.count, bytes[position + 1] == Self.lf { position += 1 }
    position += 1
    line += 1
    return true
  }

  /// A comma; without one in the heading row, the semicolon or tab that spreadsheets write instead.
  private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var found: UInt8?
    var quoted = false
    for byte in bytes.drop(while: { $0 == lf || $0 == cr }) {
      if byte == quote {
        quoted.toggle()
      } else if !quoted {
        if byte == lf || byte == cr { break }
        if byte == UInt8(ascii: ",") { return byte }
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t") { found = found ?? byte }
      }
    }
    return found ?? UInt8(ascii: ",")
  }
}
