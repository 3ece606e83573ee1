import ConstantContactTesting
import ExampleSupport
import Foundation
import Testing

@testable import LeadWebhook

@Suite struct FolderTests {
  private func result(_ row: Int, of leads: Int = 3, at date: Date) -> LoggedResult {
    LoggedResult(
      request: "id", leads: leads, digest: "", fingerprint: "", at: date.timeIntervalSince1970,
      result: ResultLine(row: row, reason: "test"))
  }

  @Test func isUsedByOneProcessAtATime() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    await #expect(throws: ServiceFolder.Failure.self) { try await bench.folder(patience: .milliseconds(50)) }
    folder.release()
    try await bench.folder().release()
  }

  @Test func remembersTheAccount() async throws {
    let bench = Bench()
    let first = try await bench.folder()
    #expect(try first.account == nil)
    try first.remember(account: "a07e1q9vuvm3")
    first.release()
    let second = try await bench.folder()
    #expect(try second.account == "a07e1q9vuvm3")
    second.release()
  }

  @Test func isPrivate() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    try folder.remember(account: "a07e1q9vuvm3")
    let service = try await bench.service(in: folder)
    let id = try await service.accept(try .of("a@example.com"))
    _ = await service.receipt(for: id)
    let manager = FileManager.default
    for path in try manager.subpathsOfDirectory(atPath: bench.url.path) + [""] {
      let mode = try manager.attributesOfItem(atPath: bench.url.path + "/" + path)[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0, "\(path)")
    }
    folder.release()
  }

  @Test func damagedFilesAreRenamedAndTheOthersDelivered() async throws {
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

  /// Numbers that would trap in arithmetic, a name that leads out of the folder, and a file that blocks its reader.
  @Test func hostileFilesAreRenamed() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let submission = try Submission.of("a@example.com")
    func head(_ id: String, _ acceptedAt: String) -> String {
      "{\"id\":\"\(id)\",\"accepted_at\":\(acceptedAt),\"digest\":\"\(submission.digest)\","
        + "\"fingerprint\":\"\(submission.fingerprint)\"}\n[{\"work_email\": \"a@example.com\"}]"
    }
    let contents = [
      "future": head("future", "1e300"), "past": head("past", "-1e18"), "path": head("../../other", "1767603600"),
      "deep": String(repeating: "[", count: 100_000), "empty": "",
      "number": head("number", String(repeating: "9", count: 1_000)),
    ]
    for (name, content) in contents {
      try Data(content.utf8).write(to: folder.acceptedFolder.appendingPathComponent(name + ".lead"))
    }
    #expect(mkfifo(folder.acceptedFolder.appendingPathComponent("pipe.lead").path, 0o600) == 0)
    let service = try await bench.service(in: folder)
    #expect(await service.health.outbox.requests == 0)
    #expect(try bench.kept.sorted() == (contents.keys + ["pipe"]).map { $0 + ".lead.damaged" }.sorted())
    #expect(await bench.account.requests.isEmpty)
    folder.release()
  }

  @Test func truncatedLineDoesNotDamageTheNext() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let log = ResultsLog(folder: folder.resultsFolder)
    try await log.append(result(1, at: bench.clock.date))
    let file = folder.resultsFolder.appendingPathComponent("2026-01-05.ndjson")
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"at\":17676".utf8))
    try handle.close()
    try await log.append(result(2, at: bench.clock.date))

    let (results, damaged) = try log.load(since: bench.clock.start)
    #expect(results.map(\.result.row) == [1, 2])
    #expect(damaged == 1)

    // There is one file per day. Old lines are not loaded, and old files are removed.
    try await log.append(result(3, at: bench.clock.date.addingTimeInterval(86_400)))
    #expect(try log.load(since: bench.clock.date.addingTimeInterval(60)).results.map(\.result.row) == [3])
    try log.prune(before: bench.clock.date.addingTimeInterval(86_400))
    #expect(try log.load(since: .distantPast).results.map(\.result.row) == [3])
    folder.release()
  }

  /// Each of these numbers would trap, exhaust the memory, or mark an unfinished lead as finished.
  @Test func hostileLinesOfTheLogAreIgnored() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let submission = try Submission.of("a@example.com", "b@example.com")
    try await Outbox(folder: folder.acceptedFolder).store(
      AcceptedRequest(id: "left", acceptedAt: bench.clock.date, submission: submission))
    func line(_ request: String, leads: String, row: String, at: String = "1767603600") -> String {
      "{\"request\":\"\(request)\",\"leads\":\(leads),\"digest\":\"\(submission.digest)\","
        + "\"fingerprint\":\"\(submission.fingerprint)\",\"at\":\(at),"
        + "\"result\":{\"row\":\(row),\"outcome\":\"created\"}}"
    }
    let lines = [
      line("left", leads: "2", row: "\(Int.min)"), line("left", leads: "2", row: "0"),
      line("left", leads: "2", row: "3"), line("left", leads: "1", row: "1"),
      line("other", leads: "-1", row: "1"), line("other", leads: "\(Int.max)", row: "\(Int.max)"),
      line("other", leads: "1e30", row: "1"), line("other", leads: "1", row: "1", at: "1e300"),
      line("other", leads: "1", row: "1", at: "-1e300"), String(repeating: "[", count: 100_000),
      String(repeating: "9", count: 100_000), "{}", "null",
    ]
    try Data(lines.joined(separator: "\n").utf8).write(
      to: folder.resultsFolder.appendingPathComponent("2026-01-05.ndjson"))
    let service = try await bench.service(in: folder)
    await bench.finish(service)
    #expect(await service.receipt(for: "left")?.leads.map(\.outcome) == [.created, .created])
    #expect(await bench.account.writes.count == 2)
    folder.release()
  }

  @Test func concurrentLinesAreAllWritten() async throws {
    let bench = Bench()
    let folder = try await bench.folder()
    let log = ResultsLog(folder: folder.resultsFolder)
    let date = bench.clock.date
    try await withThrowingTaskGroup(of: Void.self) { group in
      for row in 1...500 {
        group.addTask { try await log.append(result(row, of: 500, at: date)) }
      }
      try await group.waitForAll()
    }
    #expect(Set(try log.load(since: .distantPast).results.map(\.result.row)) == Set(1...500))
    folder.release()
  }
}
