import ConstantContactKit
import ExampleSupport
import Testing

@Suite struct CSVTableTests {
  private func parse(_ text: String) throws -> CSVTable { try CSVTable(parsing: Array(text.utf8), file: "people.csv") }

  private func error(_ text: String) throws -> InputError { try error(bytes: Array(text.utf8)) }

  private func error(bytes: [UInt8]) throws -> InputError {
    try #require(throws: InputError.self) { try CSVTable(parsing: bytes, file: "people.csv") }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsAllLineEndings(lineEnd: String) throws {
    let text = ["a,b", "1,2", "", "", "3,4"].joined(separator: lineEnd)
    for ending in ["", lineEnd, lineEnd + lineEnd] {
      let table = try parse(text + ending)
      #expect(table.columns.map(\.title) == ["a", "b"])
      #expect(table.records.map(\.fields) == [["1", "2"], ["3", "4"]])
      #expect(table.records.map(\.line) == [2, 5])
    }
  }

  @Test func readsQuotedFields() throws {
    let table = try parse("a,b,c\r\n\"x, y\",\"say \"\"hi\"\"\",\"\"\r\n\"1\r\n2\n3\",,\"\"\"\"\r\nlast,,\r\n")
    #expect(
      table.records.map(\.fields) == [["x, y", "say \"hi\"", ""], ["1\r\n2\n3", "", "\""], ["last", "", ""]]
    )
    #expect(table.records.map(\.line) == [2, 3, 6])
  }

  @Test func skipsOneByteOrderMark() throws {
    #expect(try parse("\u{FEFF}\"a\",b\n1,2").columns.map(\.title) == ["a", "b"])
    #expect(try parse("a\n\u{FEFF}1").records[0].fields == ["\u{FEFF}1"])
  }

  @Test func padsShortRecords() throws {
    #expect(try parse("a,b,c\n1\n1,2\n,\n").records.map(\.fields) == [["1", "", ""], ["1", "2", ""], ["", "", ""]])
  }

  @Test func lineWithOneEmptyQuotedFieldIsARecord() throws {
    #expect(try parse("a\n\"\"\n\n \n").records.map(\.fields) == [[""], [" "]])
  }

  @Test func headingRowAloneHasNoRecords() throws {
    #expect(try parse("a,b").records.isEmpty)
    #expect(try parse("\n\na,b\n").columns.count == 2)
  }

  @Test func semicolonsOrTabsReplaceMissingCommas() throws {
    #expect(try parse("a;b\n1,5;2").records[0].fields == ["1,5", "2"])
    #expect(try parse("a\tb\n1;\t\"2\t\"").records[0].fields == ["1;", "2\t"])
    #expect(try parse("\"a,x\";b\n1;2").columns.map(\.title) == ["a,x", "b"])
    #expect(try parse("a;b,c\n1;2,3").records[0].fields == ["1;2", "3"])
  }

  @Test func keepsWhitespaceAndAllScripts() throws {
    #expect(try parse("a,b\n  x ,\t日本\u{301}😀").records[0].fields == ["  x ", "\t日本\u{301}😀"])
  }

  @Test func locatesAMissingClosingQuotationMark() throws {
    let error = try error("work_email,Job Title\n\na@example.com,x\nb@example.com,\"Buyer\nc@example.com,y\n")
    #expect(error.code == .unclosedQuote)
    #expect(error.row == 2)
    #expect(error.line == 4)
    #expect(error.columnNumber == 2)
    #expect(error.columnName == "Job Title")
    #expect(error.description.hasPrefix("people.csv, row 2 (line 4), column 2 (Job Title): "))
    #expect(!error.description.contains("example.com"))
  }

  @Test func countsLinesInQuotedFields() throws {
    let error = try error("a,b\n\"1\n2\n\",x\n3,4,5")
    #expect(error.code == .tooManyFields)
    #expect(error.row == 2)
    #expect(error.line == 5)
    #expect(error.columnNumber == 3)
    #expect(error.columnName == nil)
  }

  @Test(arguments: [("a,b\n1,\"2\"x", 2), ("a,b\n\"1\" ,2", 1)])
  func rejectsTextAfterAQuotationMark(text: String, column: Int) throws {
    let error = try error(text)
    #expect(error.code == .textAfterQuote)
    #expect(error.row == 1)
    #expect(error.columnNumber == column)
  }

  @Test func rejectsAQuotationMarkInAnUnquotedField() throws {
    let error = try error("a,b\n1,2\n5\" pipe,2")
    #expect(error.code == .strayQuote)
    #expect(error.row == 2)
    #expect(error.columnName == "a")
  }

  @Test func locatesInvalidUTF8() throws {
    for field in [[0xFC], [0x22, 0xFC, 0x22], [0xC3], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      let error = try error(bytes: Array("a,b\nx,y\nx,".utf8) + field)
      #expect(error.code == .notUTF8)
      #expect(error.row == 2)
      #expect(error.line == 3)
      #expect(error.columnName == "b")
    }
    let inHeader = try error(bytes: Array("a,".utf8) + [0xE9, 0x0A])
    #expect(inHeader.code == .notUTF8)
    #expect(inHeader.row == nil)
    #expect(inHeader.columnNumber == 2)
    #expect(try error(bytes: [0xFF, 0xFE, 0x61, 0x00]).message.contains("UTF-16"))
  }

  @Test func rejectsDuplicateAndEmptyHeadings() throws {
    let duplicate = try error("Work Email,b,work-email\n1,2,3")
    #expect(duplicate.code == .duplicateColumn)
    #expect(duplicate.row == nil)
    #expect(duplicate.line == 1)
    #expect(duplicate.columnNumber == 3)
    let unnamed = try error("a, ,c\n1,2,3")
    #expect(unnamed.code == .unnamedColumn)
    #expect(unnamed.columnNumber == 2)
  }

  @Test(arguments: ["", "\u{FEFF}", "\r\n\r\n"])
  func rejectsAnEmptyFile(text: String) throws {
    let error = try error(text)
    #expect(error.code == .empty)
    #expect(error.description == "people.csv: the file is empty")
  }

  /// A file of 2 MB whose short records would be padded to 100 GB.
  @Test func rejectsTooManyColumns() throws {
    let wide = (0..<1_001).map { "c\($0)" }.joined(separator: ",")
    #expect(try error(wide + String(repeating: "\n1", count: 10)).code == .tooManyFields)
    #expect(try error("a\n" + String(repeating: ",", count: 2_000_000)).code == .tooManyFields)
    let widest = (0..<1_000).map { "c\($0)" }.joined(separator: ",")
    #expect(try parse(widest + "\n1").records[0].fields.count == 1_000)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func writtenRecordsAreReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...6, using: &random)
    let header = (0..<width).map { "column\($0)" }
    let records = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<width).map { _ in Self.field(using: &random) }
    }
    let text = Self.encode([header] + records, using: &random)
    let table = try parse(text)
    #expect(table.columns.map(\.title) == header)
    #expect(table.records.map(\.fields) == records)
  }

  private static func field(using random: inout SeededGenerator) -> String {
    let pieces = [
      "", "a", "Ω", "日本", "😀", ",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", " ", "e\u{301}", "\u{FEFF}",
    ]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// Quotes fields where necessary, and sometimes where it is not.
  private static func encode(_ records: [[String]], using random: inout SeededGenerator) -> String {
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let lines = records.map { record in
      record.map { field in
        let needsQuotes = field.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) } || record == [""]
        guard needsQuotes || Bool.random(using: &random) else { return field }
        let escaped = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(escaped)\""
      }.joined(separator: ",")
    }
    return lines.joined(separator: lineEnd) + (Bool.random(using: &random) ? lineEnd : "")
  }
}
