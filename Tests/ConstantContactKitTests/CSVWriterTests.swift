import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CSVWriterTests {
  private func text(_ records: [[String]], _ configure: (inout CSVWriter.Options) -> Void = { _ in }) -> String {
    var options = CSVWriter.Options()
    configure(&options)
    var writer = CSVWriter(options)
    for record in records { writer.append(record) }
    return String(decoding: writer.data, as: UTF8.self)
  }

  @Test func quotesOnlyWhereNecessary() {
    #expect(text([["a", "b c", "", "x;y"]]) == "a,b c,,x;y\r\n")
    #expect(text([["a,b", "say \"hi\"", "1\n2", "\r"]]) == "\"a,b\",\"say \"\"hi\"\"\",\"1\n2\",\"\r\"\r\n")
    #expect(text([["x;y", "a,b"]]) { $0.delimiter = .semicolon } == "\"x;y\";a,b\r\n")
    #expect(text([["x\ty", "a,b"]]) { $0.delimiter = .tab } == "\"x\ty\"\ta,b\r\n")
  }

  @Test func recordIsNeverAnEmptyLine() throws {
    #expect(text([["a"], [""], []]) == "a\r\n\"\"\r\n\"\"\r\n")
    #expect(text([[""], ["", ""]]) == "\"\"\r\n,\r\n")
  }

  @Test func formulasAreGuardedAgainstOnRequest() {
    let fields = ["=1+1", "+1", "-2", "@x", "\tx", "a=b", "\r"]
    #expect(text([fields]).hasPrefix("=1+1,+1,-2,@x,\tx,a=b,"))
    let guarded = text([fields]) { $0.guardsAgainstFormulas = true }
    #expect(guarded == "\"'=1+1\",\"'+1\",\"'-2\",\"'@x\",\"'\tx\",a=b,\"'\r\"\r\n")
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func readerReadsWhatWasWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "", "a", "Ω", "日本", "😀", ",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", " ", "e\u{301}", "\u{FEFF}", "=", "ÿ",
    ]
    let records = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
    }
    for delimiter in [CSVOptions.Delimiter.comma, .semicolon, .tab] {
      var options = CSVWriter.Options()
      options.delimiter = delimiter
      var writer = CSVWriter(options)
      for record in records { writer.append(record) }
      let bytes = Array(writer.data)
      #expect(writer.byteCount == bytes.count)
      for boundary in 0...bytes.count {
        guard
          case .records(let found, _) = CSVSupport.outcome(
            [bytes[..<boundary], bytes[boundary...]], CSVOptions(delimiter: delimiter))
        else {
          Issue.record("not readable: \(bytes)")
          return
        }
        #expect(found == records)
      }
      var copy = CSVWriter(options)
      for record in try CSVSupport.records(bytes, CSVOptions(delimiter: delimiter)) { copy.append(record) }
      #expect(copy.data == writer.data)
    }
  }

  @Test func fileIsPrivateAndReplacedInOneStep() async throws {
    let url = try CSVSupport.temporaryFile()
    let folder = url.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: url)
    try await CSVFileWriter.write(to: url) { file in
      for number in 0..<20_000 { try file.append(["\(number)", "a,b"]) }
      try file.append(CSVRecord(line: 1, fields: ["last", ""]))
      #expect(try Data(contentsOf: url) == Data("old".utf8))
    }
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.hasPrefix("0,\"a,b\"\r\n1,") && text.hasSuffix("19999,\"a,b\"\r\nlast,\r\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file.csv"])
  }

  @Test func failureLeavesTheFileUnchanged() async throws {
    struct Failure: Error {}
    let url = try CSVSupport.temporaryFile()
    let folder = url.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: url)
    await #expect(throws: Failure.self) {
      try await CSVFileWriter.write(to: url) { file in
        for _ in 0..<20_000 { try file.append(["a", "b"]) }
        throw Failure()
      }
    }
    #expect(try Data(contentsOf: url) == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file.csv"])
    let error = await #expect(throws: CSVError.self) {
      try await CSVFileWriter.write(to: folder.appending(path: "missing/file.csv")) { _ in }
    }
    #expect(error?.code == .unwritable)
    #expect(error?.description.contains("missing") == false)
    // A directory cannot be replaced by a file: that fails when everything has been written.
    let directory = folder.appending(path: "directory")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    await #expect(throws: CSVError.self) { try await CSVFileWriter.write(to: directory) { try $0.append(["a"]) } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["directory", "file.csv"])
    let link = folder.appending(path: "link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: url)
    try await CSVFileWriter.write(to: link) { try $0.append(["new"]) }
    #expect(try String(contentsOf: url, encoding: .utf8) == "new\r\n")
  }
}
