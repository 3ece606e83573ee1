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
  func tellsTheFormatByTheContent(text: String, format: LeadFormat) {
    #expect(LeadFormat(detecting: text.utf8) == format)
  }

  @Test func readsTheSameRowsFromEveryFormat() throws {
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
      ["work_email": "ann@example.com", "first_name": "Ann \"A\""],
      ["work_email": "bob@example.com", "first_name": ""],
    ]
    #expect([csv.format, json.format, ndjson.format] == [.csv, .json, .ndjson])
    for file in [csv, json, ndjson] {
      #expect(file.rows.map(\.fields) == expected)
      #expect(file.rows.map(\.row) == [1, 2])
      #expect(file.columns.map(\.name) == ["work_email", "first_name"])
    }
    #expect(csv.rows.map(\.line) == [2, 3])
    #expect(json.rows.map(\.line) == [1, 2])
    #expect(ndjson.rows.map(\.line) == [1, 3])
  }

  @Test func jsonValuesBecomeTheTextThatTheFileWrites() throws {
    let file = try read(
      #"[{"a":15551234567890123456789,"b":-1.50,"c":2e3,"d":true,"e":false,"f":null,"g":"\ud83d\ude80\n\/é","h":""}]"#
    )
    #expect(
      file.rows[0].fields == [
        "a": "15551234567890123456789", "b": "-1.50", "c": "2e3", "d": "true", "e": "false", "g": "🚀\n/é", "h": "",
      ]
    )
    #expect(file.columns.map(\.name) == ["a", "b", "c", "d", "e", "f", "g", "h"])
  }

  @Test(arguments: ["[]", " [ \n ] \n"])
  func anEmptyArrayHasNoRows(text: String) throws {
    let file = try read(text)
    #expect(file.rows.isEmpty)
    try file.requireColumn(among: ["work_email"])
  }

  @Test func theBadLineOfNDJSONIsNamed() throws {
    let error = try error("{\"a\":\"1\"}\n\n{\"a\":\"x\",\"b\":\n{\"a\":\"3\"}\n")
    #expect(error.code == .invalidJSON)
    #expect(error.row == 2)
    #expect(error.line == 3)
    #expect(error.columnNumber == 2)
    #expect(error.columnName == "b")
    #expect(error.description.hasPrefix("in, row 2 (line 3), column 2 (b): the line ends where "))
  }

  @Test(arguments: [#"{"a":{"b":1}}"#, #"{"a":["x"]}"#, #"[{"a":[]}]"#])
  func nestedValuesAreRefused(text: String) throws {
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
  func invalidJSONIsRefused(text: String) throws {
    let error = try error(text)
    #expect(error.code == .invalidJSON)
    #expect(error.file == "in")
    #expect(error.line != nil)
  }

  @Test func jsonColumnsAreCheckedLikeThoseOfCSV() throws {
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

  @Test func unknownColumnsAreNamedAsTheFileWritesThem() throws {
    let file = try read("Favourite Colour,work_email,Shoe-Size\nred,a@example.com,42")
    #expect(
      file.unknownColumns(known: ["work_email", "first_name"]).map(\.title) == ["Favourite Colour", "Shoe-Size"]
    )
    #expect(file.unknownColumns(known: ["Work Email", "shoe_size"]).map(\.name) == ["favourite_colour"])
    #expect(
      file.notices(known: ["work_email", "Shoe Size"]) == ["in: the column “Favourite Colour” is unknown and not used"]
    )
  }

  @Test func aFileWithoutAnyKnownColumnIsRefused() throws {
    let file = try read("ann@example.com,Ann\nbob@example.com,Bob")
    let error = try #require(throws: InputError.self) {
      try file.requireColumn(among: ["work_email", "personal_email"])
    }
    #expect(error.code == .noKnownColumn)
    #expect(error.description.hasPrefix("in, line 1: no column is called work_email or personal_email"))
    try file.requireColumn(among: ["ann@example.com"])
  }

  @Test func rowsAnswerWithoutBlanksAndHideValues() throws {
    let row = try read("work_email,first_name,x\n\u{A0} ann@example.com\t,  ,y").rows[0]
    #expect(row["Work Email"] == "ann@example.com")
    #expect(row.fields["work_email"] == "\u{A0} ann@example.com\t")
    #expect(row["first_name"] == nil)
    #expect(row["last_name"] == nil)
    var dumped = ""
    dump(row, to: &dumped)
    for text in ["\(row)", String(reflecting: row), dumped] { #expect(!text.contains("ann@")) }
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
