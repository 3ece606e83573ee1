import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CSVImportTests {
  private func parts(_ sequence: CSVImportParts) async throws -> [CSVImportParts.Part] {
    var all: [CSVImportParts.Part] = []
    for try await part in sequence { all.append(part) }
    return all
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func partsHaveEveryRowOnceAndStayBelowTheLimits(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let heading = ["email", "first_name", "notes,\n\"x\""]
    let records = (0..<Int.random(in: 0...60, using: &random)).map { number in
      [
        "\(number)@example.com", String(repeating: "é", count: Int.random(in: 0...20, using: &random)),
        ["", "a\nb", "\"", "a\r\n\r\nb", ";"].randomElement(using: &random) ?? "",
      ]
    }
    var writer = CSVWriter()
    for record in [heading] + records { writer.append(record) }
    let (bytes, lines) = (Int.random(in: 120...600, using: &random), Int.random(in: 6...40, using: &random))
    let parts = try await parts(CSVImportParts(CSVReader(writer.data), byteLimit: bytes, lineLimit: lines))
    var found: [[String]] = []
    for part in parts {
      #expect(part.data.count <= bytes)
      #expect(
        String(decoding: part.data, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }.count - 1
          <= lines)
      let rows = try CSVSupport.records(Array(part.data)).map(\.fields)
      #expect(rows.first == heading)
      #expect(part.rows == found.count + 1..<found.count + rows.count)
      #expect(rows.count > 1 || records.isEmpty)
      found += rows.dropFirst()
    }
    #expect(found == records)
  }

  @Test func partsAreAsFewAsPossible() async throws {
    var text = "email\n"
    for number in 0..<99 { text += "\(number)@example.com\n" }
    let file = CSVReader(Data(text.utf8))
    #expect(try await parts(CSVImportParts(file, lineLimit: 100)).map(\.rows) == [1..<100])
    #expect(try await parts(CSVImportParts(file, lineLimit: 99)).map(\.rows) == [1..<99, 99..<100])
    #expect(try await parts(CSVImportParts(file, lineLimit: 34)).map(\.rows) == [1..<34, 34..<67, 67..<100])
  }

  @Test func partsHaveTheHeadingsOfTheImport() async throws {
    let data = try #require("E-Mail;Größe;Vorname\nann@example.com;4,5;Zoë\n".data(using: .windowsCP1252))
    let file = CSVReader(data, options: CSVOptions(delimiter: .detected, encoding: .windows1252))
    let columns = try await ContactColumns(of: file, renaming: ["Vorname": .firstName])
    let part = try #require(try await parts(CSVImportParts(file, columns: columns)).first)
    #expect(String(decoding: part.data, as: UTF8.self) == "email,first_name\r\nann@example.com,Zoë\r\n")
    #expect("\(part)" == "rows 1 to 1, 40 bytes")
  }

  @Test func rowThatDoesNotFitIsRefusedByItsLine() async throws {
    let text = "email,notes\na@example.com,\nb@example.com,\"" + String(repeating: "x", count: 200) + "\"\n"
    let error = await #expect(throws: CSVError.self) {
      try await parts(CSVImportParts(CSVReader(Data(text.utf8)), byteLimit: 150))
    }
    #expect(error?.code == .recordTooLong)
    #expect(error?.line == 3)
    for limit in [Int.min, 0, 1] {
      await #expect(throws: CSVError.self) {
        try await parts(CSVImportParts(CSVReader(Data(text.utf8)), byteLimit: limit, lineLimit: limit))
      }
    }
    let wide = await #expect(throws: CSVError.self) {
      try await parts(CSVImportParts(CSVReader(Data("email\na,b\n".utf8))))
    }
    #expect(wide?.code == .tooManyFields)
    #expect(wide?.line == 2)
  }

  /// The 4 MB cut-off of the API never loses a row: the parts are imported wholly, one raw request is not.
  @Test func largeFileIsImportedWholly() async throws {
    var text = "email,first_name,cf:Notes\n"
    let filler = String(repeating: "x", count: 250)
    for number in 0..<14_500 { text += "lead\(number)@example.com,Ann,\(filler)\n" }
    let url = try CSVSupport.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
    try Data(text.utf8).write(to: url)
    let clock = ManualClock(automatic: true)
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let list = ListID(await fake.add(list: "Leads"))
    await fake.add(customField: "Notes")
    let client = try await fake.client()

    let error = await #expect(throws: ConstantContactError.self) {
      try await client.activities.importCSV(file: url, onto: [list])
    }
    #expect(error?.code == .invalidInput)
    #expect((error?.cause as? CSVError)?.code == .fileTooLarge)
    #expect(await fake.contactCount == 0)

    let file = CSVReader(file: url)
    let all = try await parts(CSVImportParts(file, columns: try await ContactColumns(of: file)))
    #expect(all.count == 2)
    for part in all {
      _ = try await client.activities.importCSV(
        part.data, fileName: String(repeating: "x", count: 200) + ".csv", onto: [list])
    }
    try await clock.timeSource.sleep(for: .seconds(3_600))
    _ = try await client.activities.list().collect()
    #expect(await fake.contactCount == 14_500)
  }

  @Test func importRefusesWhatTheAPIWouldDrop() async throws {
    let fake = FakeConstantContact()
    let list = ListID(await fake.add(list: "Leads"))
    let client = try await fake.client()
    let url = try CSVSupport.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
    func refusal(_ text: String, ignoring: [String] = []) async throws -> CSVError? {
      try Data(text.utf8).write(to: url)
      let error = await #expect(throws: ConstantContactError.self) {
        try await client.activities.importCSV(file: url, ignoring: ignoring, onto: [list])
      }
      #expect(error?.code == .invalidInput)
      #expect(error.map { "\($0)".contains("example.com") } == false)
      return error?.cause as? CSVError
    }
    #expect(try await refusal("email,Color\na@example.com,red\n")?.code == .unknownColumn)
    #expect(try await refusal("email,city\na@example.com,x,y\n")?.code == .invalidRow)
    let row = try await refusal("email,job_title\na@example.com,\nb@example.com,\(String(repeating: "x", count: 51))\n")
    #expect(row?.line == 3)
    #expect(row?.columnNumber == 2)
    #expect(row?.column == "job_title")
    #expect(try await refusal("email\n" + String(repeating: "a@example.com\n", count: 40_000))?.code == .fileTooLarge)
    #expect(try await refusal("email\n\"a@example.com\n")?.code == .unclosedQuote)
    #expect(await !fake.requests.contains { $0.operation == "activities.importCSV" })

    try Data("E-Mail;Color;Town\nann@example.com;red;Boston\n".utf8).write(to: url)
    let activity = try await client.activities.importCSV(file: url, ignoring: ["Color"], onto: [list])
    #expect(activity.id != "")
  }
}
