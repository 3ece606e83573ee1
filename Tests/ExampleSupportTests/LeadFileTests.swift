import ConstantContactKit
import ExampleSupport
import Foundation
import Testing

@Suite struct LeadFileTests {
  private func read(_ text: String) throws -> LeadFile { try LeadFile(bytes: Array(text.utf8), name: "in") }

  private func error(_ text: String) throws -> InputError {
    try #require(throws: InputError.self) { try LeadFile(bytes: Array(text.utf8), name: "in") }
  }

  @Test(arguments: [
    ("a,b", LeadFormat.csv), (" \n[", .json), ("\u{FEFF}[]", .json), ("\r\n\t{", .ndjson), ("", .csv), ("x[", .csv),
  ])
  func detectsTheFormatByTheContent(text: String, format: LeadFormat) {
    #expect(LeadFormat(detecting: text.utf8) == format)
  }

  @Test func readsTheSameRowsFromAllFormats() throws {
    let csv = try read("Work-Email, FIRST  NAME \r\nann@example.com,\"Ann \"\"A\"\"\"\r\nbob@example.com,\r\n")
    let json = try read(
      """
      \u{FEFF}[ {"work_email": "ann@example.com", "First Name": "Ann \\"A\\""},
        {"first_name": "", "WORK EMAIL": "bob@example.com"} ]
      """
    )
    let ndjson = try read(
      """
      {"work_email":"ann@example.com","first_name":"Ann \\u0022A\\u0022"}

      { "first_name" : "" , "work_email" : "bob@example.com" }\r
      """
    )
    let expected = [
      ["workemail": "ann@example.com", "firstname": "Ann \"A\""],
      ["workemail": "bob@example.com", "firstname": ""],
    ]
    #expect([csv.format, json.format, ndjson.format] == [.csv, .json, .ndjson])
    for file in [csv, json, ndjson] {
      #expect(file.rows.map(\.fields) == expected)
      #expect(file.rows.map(\.row) == [1, 2])
      #expect(file.columns.map(\.key) == ["workemail", "firstname"])
    }
    #expect(csv.rows.map(\.line) == [2, 3])
    #expect(json.rows.map(\.line) == [1, 2])
    #expect(ndjson.rows.map(\.line) == [1, 3])
  }

  @Test func jsonValuesKeepTheirSpelling() throws {
    let file = try read(
      #"[{"a":15551234567890123456789,"b":-1.50,"c":2e3,"d":true,"e":false,"f":null,"g":"\ud83d\ude80\n\/é","h":""}]"#
    )
    #expect(
      file.rows[0].fields == [
        "a": "15551234567890123456789", "b": "-1.50", "c": "2e3", "d": "true", "e": "false", "g": "🚀\n/é", "h": "",
      ]
    )
    #expect(file.columns.map(\.key) == ["a", "b", "c", "d", "e", "f", "g", "h"])
  }

  @Test(arguments: ["[]", " [ \n ] \n"])
  func emptyArrayHasNoRows(text: String) throws {
    let file = try read(text)
    #expect(file.rows.isEmpty)
    try file.requireEmailColumn()
  }

  @Test func locatesAnInvalidLineOfNDJSON() throws {
    let error = try error("{\"a\":\"1\"}\n\n{\"a\":\"x\",\"b\":\n{\"a\":\"3\"}\n")
    #expect(error.code == .invalidJSON)
    #expect(error.row == 2)
    #expect(error.line == 3)
    #expect(error.columnNumber == 2)
    #expect(error.columnName == "b")
    #expect(error.description.hasPrefix("in, row 2 (line 3), column 2 (b): expected "))
  }

  @Test(arguments: [#"{"a":{"b":1}}"#, #"{"a":["x"]}"#, #"[{"a":[]}]"#])
  func nestedValuesAreRejected(text: String) throws {
    let error = try error(text)
    #expect(error.code == .nestedValue)
    #expect(error.row == 1)
    #expect(error.columnNumber == 1)
    #expect(error.columnName == "a")
  }

  @Test(arguments: [
    "[", "[{}", "[{},]", "[{}] x", "[1]", "[\"a\"]", "[{\"a\" 1}]", "[{\"a\":1,}]", "[{a:1}]", "[{\"a\":01}]",
    "[{\"a\":.5}]", "[{\"a\":nul}]", "[{\"a\":\"x]", "[{\"a\":\"\\x\"}]", "[{\"a\":\"\\ud800\"}]",
    "[{\"a\":\"\\u12\"}]",
    "[{\"a\":\"1\n2\"}]", "{\"a\":1}{\"b\":2}", "{\"a\":1},", "{\"a\":1}\nx", "{\"a\":1}\n[]", "{\n\"a\":1}",
    "[{\"a\":}]",
  ])
  func invalidJSONIsRejected(text: String) throws {
    let error = try error(text)
    #expect(error.code == .invalidJSON)
    #expect(error.file == "in")
    #expect(error.line != nil)
  }

  @Test func membersAreCheckedLikeColumns() throws {
    let duplicate = try error("[{}, {\"Work Email\":\"\",\"work_email\":\"\"}]")
    #expect(duplicate.code == .duplicateColumn)
    #expect(duplicate.row == 2)
    #expect(duplicate.columnNumber == 2)
    #expect(try error("{\" \":1}").code == .unnamedColumn)
    let bytes = Array("[{\"a\":\"".utf8) + [0xFF] + Array("\"}]".utf8)
    let notUTF8 = try #require(throws: InputError.self) { try LeadFile(bytes: bytes, name: "in") }
    #expect(notUTF8.code == .notUTF8)
    #expect(notUTF8.columnName == "a")
  }

  @Test func unusedColumnsAreNamedAsInTheFile() throws {
    let file = try read("Favourite Colour,work_email,Shoe-Size,Name\nred,a@example.com,42,Ann")
    #expect(file.unusedColumns().map(\.title) == ["Favourite Colour", "Shoe-Size", "Name"])
    #expect(file.unusedColumns(except: ["shoe_size"]).map(\.key) == ["favouritecolour", "name"])
    #expect(
      file.notices(except: ["Shoe Size"]) == [
        "in: the column “Favourite Colour” is unknown and not used",
        "in: the column “Name” is ambiguous (it may be `first_name` or `last_name`) and not used",
      ]
    )
  }

  @Test func columnsOfOneFieldComplementEachOther() throws {
    let file = try read(
      "Email,Work Email,E-Mail Address\na@example.com,,\nb@example.com,c@example.com,\n,,d@example.com")
    #expect(file.rows.map { $0["work_email"] } == ["a@example.com", "c@example.com", "d@example.com"])
    #expect(file.rows.map { $0.lead().workEmail } == ["a@example.com", "c@example.com", "d@example.com"])
    #expect(file.rows[1]["email"] == "b@example.com")
    #expect(
      file.notices() == [
        "in: the column “Email” is used for `work_email` only where “Work Email” is empty",
        "in: the column “E-Mail Address” is used for `work_email` only where “Work Email” is empty",
      ])
  }

  @Test func fileWithoutAnEmailColumnIsRejected() throws {
    let error = try #require(throws: InputError.self) {
      try read("ann@example.com,Ann\nbob@example.com,Bob").requireEmailColumn()
    }
    #expect(error.code == .noEmailColumn)
    #expect(error.description.hasPrefix("in, line 1: no column contains email addresses"))
    for heading in ["email", "E-Mail", "Work Email", "personal_email"] {
      try read("\(heading)\nann@example.com").requireEmailColumn()
    }
  }

  @Test func rowsTrimAndHideValues() throws {
    let row = try read("work_email,first_name,x\n\u{A0} ann@example.com\t,  ,y").rows[0]
    #expect(row["Work Email"] == "ann@example.com")
    #expect(row.fields["workemail"] == "\u{A0} ann@example.com\t")
    #expect(row["first_name"] == nil)
    #expect(row["last_name"] == nil)
    var dumped = ""
    dump(row, to: &dumped)
    for text in ["\(row)", String(reflecting: row), dumped] { #expect(!text.contains("ann@")) }
  }

  /// Inputs that would take minutes, exhaust the stack, or trap.
  @Test func extremeInputIsRejectedQuickly() throws {
    let members = (0..<200_000).map { "\"m\($0)\":1" }.joined(separator: ",")
    #expect(try error("[{\(members)}]").code == .tooManyFields)
    #expect(try error(String(repeating: "[", count: 1_000_000)).code == .invalidJSON)
    #expect(try error(String(repeating: "{\"a\":", count: 1_000_000)).code == .nestedValue)
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(try read("[{\"a\":\(digits)}]").rows[0].fields["a"] == digits)
    #expect(try error("[{\"a\":\(digits)x}]").code == .invalidJSON)
    #expect(try read("email\n" + digits).rows[0]["email"] == digits)
    #expect(try error("email\n\"" + digits).code == .unclosedQuote)
  }

  @Test func filesAreReadFromDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("naïve leads.csv").path
    let row = "ann@example.com\n"
    // Longer than one read.
    try Data(("work_email\n" + String(repeating: row, count: 9000)).utf8).write(to: URL(fileURLWithPath: path))
    let file = try LeadFile(path: path)
    #expect(file.rows.count == 9000)
    #expect(file.name == path)

    for bad in [path + ".missing", folder.path] {
      let error = try #require(throws: InputError.self) { try LeadFile(path: bad) }
      #expect(error.code == .unreadable)
      #expect(error.description.hasPrefix(bad + ": cannot be read: "))
    }
  }
}
