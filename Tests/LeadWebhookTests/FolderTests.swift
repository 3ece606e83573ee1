import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct FolderTests {
  @Test func isForOneProcessAtATime() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    await #expect(throws: ServiceFolder.Failure.self) { try await bench.folder(patience: .milliseconds(50)) }
    folder.release()
    try await bench.folder().release()
  }

  @Test func isForOneAccount() async throws {
    let bench = Bench()
    try await bench.folder(account: "one").release()
    let failure = await #expect(throws: ServiceFolder.Failure.self) { try await bench.folder(account: "two") }
    #expect(failure?.description.contains("one") == true)
    try await bench.folder(account: "one").release()
  }

  @Test func nobodyElseMayReadIt() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("a@example.com"))
    _ = await service.receipt(for: id)
    let manager = FileManager.default
    for path in try manager.subpathsOfDirectory(atPath: bench.url.path) {
      let mode = try manager.attributesOfItem(atPath: bench.url.path + "/" + path)[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0, "\(path)")
    }
    folder.release()
  }

  @Test func damagedFilesAreSetAsideAndTheRestIsDelivered() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let outbox = Outbox(folder: folder.acceptedFolder)
    for (id, address) in [("one", "a@example.com"), ("two", "b@example.com")] {
      try await outbox.store(AcceptedRequest(id: id, acceptedAt: bench.clock.date, submission: try .of(address)))
    }
    let file = folder.acceptedFolder.appendingPathComponent("one.lead")
    try Data(contentsOf: file).dropLast(3).write(to: file)

    let service = try await bench.service(in: folder)
    await bench.finish(service)
    #expect(await service.receipt(for: "two")?.leads.map(\.outcome) == [.created])
    #expect(try bench.kept == ["one.lead.damaged"])
    #expect(bench.notes.contains { $0.contains("one.lead") })
    folder.release()
  }

  @Test func aLineThatWasCutOffTakesNoOtherWithIt() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let log = ResultsLog(folder: folder.resultsFolder)
    func line(_ row: Int, at date: Date = bench.clock.date) -> LoggedResult {
      LoggedResult(
        request: "id", leads: 3, digest: "", fingerprint: "", at: date.timeIntervalSince1970,
        result: ResultLine(row: row, reason: "test"))
    }
    try await log.append(line(1))
    let file = folder.resultsFolder.appendingPathComponent("2026-01-05.ndjson")
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"at\":17676".utf8))
    try handle.close()
    try await log.append(line(2))

    let (results, unreadable) = try log.load(since: bench.clock.start)
    #expect(results.map(\.result.row) == [1, 2])
    #expect(unreadable == 1)

    // A file a day; what is too old is not read, and its files go.
    try await log.append(line(3, at: bench.clock.date.addingTimeInterval(86_400)))
    #expect(try log.load(since: bench.clock.date.addingTimeInterval(60)).results.map(\.result.row) == [3])
    try log.prune(before: bench.clock.date.addingTimeInterval(86_400))
    #expect(try log.load(since: .distantPast).results.map(\.result.row) == [3])
    folder.release()
  }

  @Test func manyLinesAtOnceAllArrive() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let log = ResultsLog(folder: folder.resultsFolder)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for row in 1...500 {
        group.addTask {
          try await log.append(
            LoggedResult(
              request: "id", leads: 500, digest: "", fingerprint: "", at: 1_767_603_600,
              result: ResultLine(row: row, reason: "test")))
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try log.load(since: .distantPast).results.map(\.result.row)) == Set(1...500))
    folder.release()
  }
}
