import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CSVParserTests {
  private func records(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> [CSVRecord] {
    try CSVSupport.records(Array(text.utf8), options)
  }

  private func fields(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> [[String]] {
    try records(text, options).map(\.fields)
  }

  private func error(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions()) throws -> CSVError {
    try #require(throws: CSVError.self) { try CSVSupport.records(bytes, options) }
  }

  private func error(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> CSVError {
    try error(Array(text.utf8), options)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsAllLineEnds(lineEnd: String) throws {
    let text = ["", "a,b", "1,2", "", "", "\"3\(lineEnd)\(lineEnd)\",4", "5"].joined(separator: lineEnd)
    for ending in ["", lineEnd, lineEnd + lineEnd] {
      let records = try records(text + ending)
      #expect(records.map(\.fields) == [["a", "b"], ["1", "2"], ["3\(lineEnd)\(lineEnd)", "4"], ["5"]])
      #expect(records.map(\.line) == [2, 3, 6, 9])
    }
  }

  @Test func readsQuotedAndEmptyFields() throws {
    #expect(
      try fields("\"x, y\",\"say \"\"hi\"\"\",\"\"\r\n,\"\"\"\",\r\n,\n\"\"\na,\"\"")
        == [["x, y", "say \"hi\"", ""], ["", "\"", ""], ["", ""], [""], ["a", ""]])
    #expect(try fields("a,") == [["a", ""]])
    #expect(try fields("") == [])
    #expect(try fields("\n\r\r\n") == [])
    #expect(try fields(" ") == [[" "]])
  }

  @Test func recordGivesFieldsByPosition() throws {
    let record = try #require(try records("a,,\"c\"").first)
    #expect(record.count == 3)
    #expect([record[0], record[1], record[2]] == ["a", "", "c"])
    #expect(record[3] == nil)
    #expect(record[-1] == nil)
    #expect(record == CSVRecord(line: 1, fields: ["a", "", "c"]))
    #expect(record.hashValue == CSVRecord(line: 1, fields: ["a", "", "c"]).hashValue)
    #expect(record != CSVRecord(line: 1, fields: ["a", "c", ""]))
    #expect(record != CSVRecord(line: 2, fields: ["a", "", "c"]))
    #expect(!record.isEmpty)
    #expect(CSVRecord(line: 1, fields: []).isEmpty && CSVRecord(line: 1, fields: ["", ""]).isEmpty)
  }

  @Test func descriptionsContainNoValues() throws {
    let record = try #require(try records("ann@example.com,\"Ann\"").first)
    #expect("\(record) \(String(reflecting: record))".contains("ann") == false)
    var text = ""
    dump(record, to: &text)
    #expect(!text.contains("ann") && !text.contains("97"))
    let error = try error("ann@example.com,\"Ann")
    #expect(!error.description.lowercased().contains("ann"))
    #expect(error.localizedDescription == "Line 1, column 2: the closing quotation mark is missing.")
  }

  @Test func errorsHaveALocation() throws {
    let unclosed = try error("a,b\n\n1,2\n3,\"4\n5,6\n")
    #expect(unclosed.code == .unclosedQuote)
    #expect(unclosed.line == 4)
    #expect(unclosed.columnNumber == 2)
    for (text, column) in [("a,b\n1,\"2\"x", 2), ("a,b\n\"1\" ,2", 1)] {
      let error = try error(text)
      #expect(error.code == .textAfterQuote)
      #expect(error.line == 2)
      #expect(error.columnNumber == column)
    }
    let stray = try error("a,b\r\n1,2\r\n3,5\" pipe")
    #expect(stray.code == .strayQuote)
    #expect(stray.line == 3)
    #expect(stray.columnNumber == 2)
  }

  @Test func errorIsRepeated() throws {
    var parser = CSVParser()
    parser.append("a\"\nb\n".utf8)
    parser.finish()
    for _ in 0..<3 { #expect(throws: CSVError.self) { try parser.next() } }
  }

  @Test func strayQuotesAreTextOnRequest() throws {
    var options = CSVOptions()
    options.allowsStrayQuotes = true
    #expect(
      try fields("5\" pipe,\"a\"b,\"c\" \"d\"\n\"e\"\"f\",x", options)
        == [["5\" pipe", "ab", "c \"d\""], ["e\"f", "x"]])
    #expect(try error("a,\"b", options).code == .unclosedQuote)
  }

  @Test func byteOrderMarkIsSkippedOnce() throws {
    #expect(try fields("\u{FEFF}\"a\",b\n\u{FEFF}1,2") == [["a", "b"], ["\u{FEFF}1", "2"]])
    #expect(try fields("\u{FEFF}") == [])
    #expect(try fields("\u{FEFF}\n\u{FEFF}") == [["\u{FEFF}"]])
  }

  @Test func wideEncodingsAreRefused() throws {
    let text = "email,name\nann@example.com,Ann\n"
    let quoted = "\"email\",name\n"
    for encoding in [
      String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .utf32LittleEndian, .utf32BigEndian, .utf32,
    ] {
      for text in [text, quoted, "\u{FEFF}" + text, "ひ," + text] {
        let error = try error(Array(try #require(text.data(using: encoding))), CSVOptions(delimiter: .detected))
        #expect(error.code == .notUTF8)
        #expect(error.message.contains("UTF-16"))
        #expect(error.message.contains("UTF-8"))
      }
    }
    #expect(try error([0xFF, 0xFE]).code == .notUTF8)
    #expect(try error(Array("ab,c\0\n".utf8)).code == .notUTF8)
  }

  @Test func invalidUTF8IsLocated() throws {
    let invalid: [[UInt8]] = [
      [0xFC], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF8, 0x88],
      [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
    ]
    for field in invalid {
      for bytes in [field, [0x22] + field + [0x22]] {
        let error = try error(Array("a,b\nx,y\nx,".utf8) + bytes + Array(",z".utf8))
        #expect(error.code == .notUTF8)
        #expect(error.line == 3)
        #expect(error.columnNumber == 2)
        #expect(error.message.contains("Windows-1252"))
      }
    }
    // Two halves of a character in two fields are not a character.
    #expect(try error([0x61, 0x62, 0x63, 0xC3, 0x2C, 0xA4]).columnNumber == 1)
  }

  @Test func windows1252IsDecodedOnRequest() throws {
    let options = CSVOptions(delimiter: .semicolon, encoding: .windows1252)
    let all = Array(UInt8(0x80)...0xFF)
    let record = try #require(
      try CSVSupport.records(Array("Zo\u{65};".utf8) + [0xEB, 0x22, 0x3B] + all, lenient(options)).first)
    #expect(record[1] == "ë\"")
    #expect(record[2]?.unicodeScalars.count == 128)
    let foundation = String(data: Data([0x80, 0x82, 0x9F, 0xA0, 0xC4, 0xFF]), encoding: .windowsCP1252)
    let decoded = try CSVSupport.records([0x61, 0x61, 0x61, 0x2C, 0x80, 0x82, 0x9F, 0xA0, 0xC4, 0xFF], options)
    #expect(decoded.first?[0] == foundation.map { "aaa,\($0)" })
    #expect(try CSVSupport.records(Array("\u{FEFF}ä".utf8), options).first?[0] == "ä")
  }

  private func lenient(_ options: CSVOptions) -> CSVOptions {
    var options = options
    options.allowsStrayQuotes = true
    return options
  }

  @Test func delimiterIsDetectedInTheFirstLine() throws {
    let detected = CSVOptions(delimiter: .detected)
    #expect(try fields("a;b\n1,5;2", detected) == [["a", "b"], ["1,5", "2"]])
    #expect(try fields("a\tb\n1;\t\"2\t\"", detected) == [["a", "b"], ["1;", "2\t"]])
    #expect(try fields("\r\n\"a,x\";b\n1;2", detected) == [["a,x", "b"], ["1", "2"]])
    #expect(try fields("a;b,c\n1;2,3", detected) == [["a;b", "c"], ["1;2", "3"]])
    #expect(try fields("\"a\n,\";b\n1;2", detected) == [["a\n,", "b"], ["1", "2"]])
    #expect(try fields("a\n1;2,3", detected) == [["a"], ["1;2", "3"]])
    #expect(try fields("a;b", detected) == [["a", "b"]])
    #expect(try fields("\u{FEFF}", detected) == [])
    #expect(try fields("a;b\n1;2") == [["a;b"], ["1;2"]])
    #expect(try fields("a,b;c", CSVOptions(delimiter: .semicolon)) == [["a,b", "c"]])
    #expect(try fields("a,b\tc", CSVOptions(delimiter: .tab)) == [["a,b", "c"]])
  }

  @Test func limitsAreEnforcedAndClamped() throws {
    var options = CSVOptions()
    options.recordLimit = 10
    #expect(try fields("1234,67890\n1234567890", options).count == 2)
    let long = try error("a\n\"12345\n789\",xx", options)
    #expect(long.code == .recordTooLong)
    #expect(long.line == 2)
    options = CSVOptions()
    options.fieldLimit = 3
    #expect(try fields("1,2,3", options).count == 1)
    #expect(try error("1,2,3,4", options).code == .tooManyFields)
    for extreme in [Int.min, 0, .max] {
      options.recordLimit = extreme
      options.fieldLimit = extreme
      options.delimiter = .detected
      _ = try? fields("a,b\nc", options)
    }
    // A missing quotation mark ends at the limit, not at the end of the file.
    var parser = CSVParser()
    parser.append("a,\"".utf8)
    var appended = 0
    #expect(throws: CSVError.self) {
      while appended < 10_000 {
        parser.append(String(repeating: "x", count: 1_000).utf8)
        appended += 1
        _ = try parser.next()
      }
    }
    #expect(appended < 1_100)
    #expect(try error("a" + String(repeating: ",", count: 2_000_000)).code == .tooManyFields)
  }

  /// Every file is read the same at every chunk boundary, and as a naive parser reads it.
  @Test(arguments: 0..<400 as Range<UInt64>)
  func agreesWithANaiveParserAtEveryBoundary(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet: [String] = [
      "a", "é", "\"", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", " ", "😀", ";", "\t", "\u{FEFF}",
    ]
    let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
      .joined()
    var options = CSVOptions()
    options.allowsStrayQuotes = Bool.random(using: &random)
    let expected = NaiveCSV.parse(text, isLenient: options.allowsStrayQuotes)
    let bytes = Array(text.utf8)
    for boundary in 0...bytes.count {
      let found = CSVSupport.outcome([bytes[..<boundary], bytes[boundary...]], options)
      #expect(found == expected, "\(bytes) at \(boundary)")
    }
    let single = CSVSupport.outcome(bytes.map { [$0] }, options)
    #expect(single == expected)
    options.delimiter = .detected
    let whole = CSVSupport.outcome([bytes], options)
    #expect(CSVSupport.outcome(bytes.map { [$0] }, options) == whole)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func randomBytesNeverTrap(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let special: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x3B, 0x09, 0x61]
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random) : special.randomElement(using: &random) ?? 0
    }
    for delimiter in [CSVOptions.Delimiter.comma, .semicolon, .tab, .detected] {
      for encoding in [CSVOptions.Encoding.utf8, .windows1252] {
        var options = CSVOptions(delimiter: delimiter, encoding: encoding)
        options.recordLimit = Int.random(in: 1...300, using: &random)
        options.fieldLimit = Int.random(in: 1...20, using: &random)
        options.allowsStrayQuotes = Bool.random(using: &random)
        let cut = Int.random(in: 0...bytes.count, using: &random)
        #expect(
          CSVSupport.outcome([bytes[..<cut], bytes[cut...]], options) == CSVSupport.outcome([bytes[...]], options))
      }
    }
  }
}
