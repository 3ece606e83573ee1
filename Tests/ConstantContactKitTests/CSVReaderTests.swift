import ConstantContactKit
import Foundation
import Testing

@Suite struct CSVReaderTests {
  private func fields(_ reader: CSVReader) async throws -> [[String]] {
    var all: [[String]] = []
    for try await record in reader { all.append(record.fields) }
    return all
  }

  @Test func readsFilesDataAndPieces() async throws {
    let url = try CSVSupport.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
    // Longer than the pieces in which a file is read.
    let expected = (0..<30_000).map { ["row \($0)", "a\n\"b\"", "ü"] }
    try await CSVFileWriter.write(to: url) { file in for record in expected { try file.append(record) } }
    let data = try Data(contentsOf: url)
    #expect(data.count > 1 << 18)
    #expect(try await fields(CSVReader(file: url)) == expected)
    #expect(try await fields(CSVReader(data)) == expected)
    let pieces = AsyncStream<Data> { continuation in
      var rest = data
      while !rest.isEmpty {
        continuation.yield(rest.prefix(1_000))
        rest = rest.dropFirst(1_000)
      }
      continuation.finish()
    }
    #expect(try await fields(CSVReader(pieces)) == expected)
    let file = CSVReader(file: url)
    #expect(try await fields(file).count == 30_000)
    #expect(try await fields(file).count == 30_000)
  }

  @Test func missingFilesAndFoldersAreUnreadable() async throws {
    let url = try CSVSupport.temporaryFile()
    let folder = url.deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    for url in [url, folder, URL(string: "https://example.com/file.csv") ?? url] {
      let error = try await #require(throws: CSVError.self) { try await fields(CSVReader(file: url)) }
      #expect(error.code == .unreadable)
      #expect(!error.description.contains("csv-"))
    }
    try Data().write(to: url)
    #expect(try await fields(CSVReader(file: url)) == [])
  }

  @Test func errorsOfThePiecesAreThrown() async throws {
    struct Failure: Error {}
    let pieces = AsyncThrowingStream<[UInt8], any Error> { continuation in
      continuation.yield(Array("a,b\n1,".utf8))
      continuation.finish(throwing: Failure())
    }
    var iterator = CSVReader(pieces).makeAsyncIterator()
    #expect(try await iterator.next()?.fields == ["a", "b"])
    await #expect(throws: Failure.self) { try await iterator.next() }
  }

  @Test func cancellationEndsReading() async throws {
    let url = try CSVSupport.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
    try Data("a,b\n".utf8).write(to: url)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await fields(CSVReader(file: url))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
