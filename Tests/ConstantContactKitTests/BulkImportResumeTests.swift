import ConstantContactKit
import ConstantContactTesting
import Foundation
import Soak
import Testing

@Suite struct BulkImportResumeTests {
  let clock = ManualClock(automatic: true)
  let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
  var manifest: URL { folder.appending(path: "import.manifest") }

  private let rows = (0..<30).map { ImportedContact(email: "p\($0)@example.com", firstName: "N\($0)") }
  private static let operation = "POST /activities/contacts_file_import"
  private static let jsonOperation = "POST /activities/contacts_json_import"

  private func service() async -> FakeConstantContact {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    (configuration.activityDelay, configuration.activityDuration) = (.seconds(5), .seconds(20))
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    return service
  }

  private func work(
    _ service: FakeConstantContact, _ change: (inout BulkImport.Options) -> Void = { _ in }
  ) async throws -> BulkImport {
    var options = BulkImport.Options(lists: [.name("Newsletter")])
    change(&options)
    var work = BulkImport(try await service.client(), options: options)
    work.limits.lines = 11
    return work
  }

  @Test(
    arguments: BulkImport.Options.Format.allCases,
    [
      InjectedFault.dropAfterWrite, .timeoutAfterWrite, .truncatedBody, .malformedJSON, .emptyBody,
    ])
  func aLostResponseIsFoundAmongTheActivities(
    format: BulkImport.Options.Format, fault: InjectedFault
  ) async throws {
    let service = await service()
    try await service.inject(fault, into: format == .csv ? Self.operation : Self.jsonOperation)
    let report = try await work(service) { $0.format = format }.run(rows, manifest: manifest)
    #expect(report.created == 30 && report.activities.count == 3)
    #expect(await service.activityStates.count == 3)
  }

  @Test(
    arguments: BulkImport.Options.Format.allCases,
    [
      InjectedFault.dropBeforeWrite, .timeout, .status(503), .status(500),
    ])
  func aRequestThatDidNotArriveIsSentAgain(
    format: BulkImport.Options.Format, fault: InjectedFault
  ) async throws {
    let service = await service()
    try await service.inject(fault, into: format == .csv ? Self.operation : Self.jsonOperation)
    let report = try await work(service) { $0.format = format }.run(rows, manifest: manifest)
    #expect(report.created == 30)
    #expect(await service.activityStates.count == 3)
    // Nothing is sent again while the request may still arrive.
    #expect(clock.elapsed >= .seconds(120))
  }

  /// Without a file name, another activity of the same size might be the lost one.
  @Test func anAmbiguousActivityLeavesRowsUnconfirmed() async throws {
    let service = await service()
    let other = try await service.client()
    let list = try #require(await service.lists.keys.first)
    for number in 0..<2 {
      let contacts = (0..<30).map { ImportedContact(email: "other\(number)-\($0)@example.com") }
      _ = try await other.activities.importContacts(contacts, onto: [ListID(list)])
    }
    try await service.inject(.dropBeforeWrite, into: Self.jsonOperation)
    var work = try await work(service) { $0.format = .json }
    work.limits.lines = 30
    let report = try await work.run(rows, manifest: manifest)
    #expect(report.unconfirmed == 30 && report[0] == .unconfirmed(.lostResponse))
    #expect(await service.activityStates.count == 2)
    // The decision is kept.
    let again = try await work.run(rows, manifest: manifest)
    #expect(Array(again) == Array(report))
    #expect(await service.activityStates.count == 2)
  }

  @Test func otherActivitiesDoNotMatterWhenFilesHaveNames() async throws {
    let service = await service()
    let other = try await service.client()
    let list = try #require(await service.lists.keys.first)
    _ = try await other.activities.importCSV(Data("email\nx@example.com\n".utf8), onto: [ListID(list)])
    for _ in 0..<2 {
      _ = try await other.activities.importContacts(rows.prefix(10).map { $0 }, onto: [ListID(list)])
    }
    try await service.inject(.dropBeforeWrite, into: Self.operation)
    #expect(try await work(service).run(rows, manifest: manifest).unconfirmed == 0)
    #expect(await service.activityStates.count == 6)
  }

  @Test func anExceededQuotaIsResumed() async throws {
    let service = await service()
    try await service.inject(.quotaExceeded, into: Self.operation)
    let error = try await errorThrown { try await work(service).run(rows, manifest: manifest) }
    #expect(error.code == .quotaExceeded)
    try await clock.timeSource.sleep(for: .seconds(86_400))
    #expect(try await work(service).run(rows, manifest: manifest).created == 30)
    #expect(await service.activityStates.count == 3)
  }

  @Test func aFinishedImportReturnsItsReport() async throws {
    let service = await service()
    let first = try await work(service).run(rows, manifest: manifest)
    let posts = await service.requestCountsByOperation["activities.importCSV"]
    let second = try await work(service).run(rows, manifest: manifest)
    #expect(Array(first) == Array(second) && first.activities == second.activities)
    #expect(await service.requestCountsByOperation["activities.importCSV"] == posts)
    #expect(try mode(of: manifest) == 0o600)
    let text = try String(contentsOf: manifest, encoding: .utf8)
    #expect(!text.contains("@") && !text.contains("N1"))
  }

  @Test func anotherInputIsRefused() async throws {
    let service = await service()
    _ = try await work(service).run(rows, manifest: manifest)
    var changed = rows
    changed[29].lastName = "Changed"
    for other in [changed, Array(rows.dropLast()), rows + [ImportedContact(email: "more@example.com")]] {
      let error = try await errorThrown { try await work(service).run(other, manifest: manifest) }
      #expect(error.code == .invalidInput && error.message.contains("other contacts"))
    }
    await service.add(list: "Other")
    let error = try await errorThrown {
      try await work(service) { $0.lists = [.name("Other")] }.run(rows, manifest: manifest)
    }
    #expect(error.code == .invalidInput)
    #expect(await service.activityStates.count == 3)
  }

  @Test func anInputThatCannotBeReadTwiceIsRefused() async throws {
    let service = await service()
    let rows = rows
    let once = AsyncStream<ImportedContact> { continuation in
      for row in rows { continuation.yield(row) }
      continuation.finish()
    }
    let error = try await errorThrown { try await work(service).run(once, manifest: manifest) }
    #expect(error.code == .invalidInput && error.message.contains("second reading"))
    #expect(await service.activityStates.isEmpty)
  }

  @Test func twoProcessesDoNotShareAManifest() async throws {
    let service = await service()
    let (reached, signal) = AsyncStream<Void>.makeStream()
    let (gate, opener) = AsyncStream<Void>.makeStream()
    let isFirst = Locked(true)
    let gated = GatedRows(rows: rows) {
      let waits = isFirst.withLock { state in
        defer { state = false }
        return state
      }
      guard waits else { return }
      signal.finish()
      for await _ in gate {}
    }
    let (running, manifest) = (try await work(service), manifest)
    let task = Task { try await running.run(gated, manifest: manifest) }
    for await _ in reached {}
    let error = try await errorThrown { try await work(service).run(rows, manifest: manifest) }
    #expect(error.code == .invalidInput && error.message.contains("another process"))
    opener.finish()
    #expect(try await task.value.created == 30)
    #expect(await service.activityStates.count == 3)
  }

  @Test(arguments: 1...12) func cancellationLeavesTheImportResumable(write: Int) async throws {
    let service = await service()
    let (manifest, rows) = (manifest, rows)
    var work = try await work(service)
    let count = Locked(0)
    work.journalHook = { _ in
      let number = count.withLock {
        $0 += 1
        return $0
      }
      if number == write { withUnsafeCurrentTask { $0?.cancel() } }
    }
    let running = work
    let task = Task { try await running.run(rows, manifest: manifest) }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await self.work(service).run(rows, manifest: manifest).created == 30)
    #expect(await service.activityStates.count == 3)
  }

  @Test func aTornLineIsForgotten() async throws {
    let service = await service()
    _ = try await work(service).run(rows, manifest: manifest)
    let whole = try Data(contentsOf: manifest)
    var random = SplitMix64(seed: 3)
    for _ in 0..<25 {
      // The file ends anywhere: between two lines, or within one.
      let end = 1 + Int(random.next() % UInt64(whole.count))
      try whole.prefix(end).write(to: manifest)
      let copy = try await work(service).run(rows, manifest: manifest)
      #expect(copy.count == 30)
      #expect(copy.unconfirmed + copy.created + copy.updated == 30)
    }
  }

  @Test func hostileManifestsAreRefused() async throws {
    let service = await service()
    _ = try await work(service).run(rows, manifest: manifest)
    let lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n").map(String.init)
    let posts = await service.activityStates.count
    let plan = lines[1]
    let bad = [
      "another file", "another file\nwith lines\n", "\(lines[0])\n{}\n", "\(lines[0])\n[1,2\n",
      "\(lines[0])\n\(lines[2])\n", "\(lines[0])\n\(plan)\n{\"kind\":\"sending\",\"chunk\":-1,\"time\":1}\n",
      "\(lines[0])\n\(plan)\n{\"kind\":\"sending\",\"chunk\":99999999999,\"time\":1}\n",
      "\(lines[0])\n\(plan)\n{\"kind\":\"queued\",\"chunk\":0,\"activity\":\"x\"}\n",
      "\(lines[0])\n\(plan)\n\(lines[2])\n{\"kind\":\"queued\",\"chunk\":0,\"activity\":\"../../contacts\"}\n",
      "\(lines[0])\n\(plan.replacing("P30", with: "P9223372036854775807"))\n",
      "\(lines[0])\n\(plan.replacing("P30", with: "C30"))\n",
      "\(lines[0])\n\(plan.replacing("[0,10,10]", with: "[0,31,10]"))\n",
      "\(lines[0])\n\(plan.replacing("[0,10,10]", with: "[]"))\n",
      "\(lines[0])\n\(plan.replacing("\"version\":1", with: "\"version\":2"))\n",
      "\(lines[0])\n" + String(repeating: "[", count: 5_000) + "\n",
    ]
    for text in bad {
      try Data(text.utf8).write(to: manifest)
      let error = try await errorThrown { try await work(service).run(rows, manifest: manifest) }
      #expect(error.code == .invalidInput, "\(text.prefix(80))")
      // What is not a manifest stays as it is.
      if text.hasPrefix("another") { #expect(try Data(contentsOf: manifest) == Data(text.utf8)) }
    }
    #expect(await service.activityStates.count == posts)
  }

  @Test func aLinkOrAFolderIsRefused() async throws {
    let service = await service()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let target = folder.appending(path: "target")
    try Data("precious".utf8).write(to: target)
    try FileManager.default.createSymbolicLink(at: manifest, withDestinationURL: target)
    let error = try await errorThrown { try await work(service).run(rows, manifest: manifest) }
    #expect(error.code == .invalidInput && error.message.contains("manifest"))
    let own = folder
    let other = try await errorThrown { try await work(service).run(rows, manifest: own) }
    #expect(other.code == .invalidInput)
    #expect(try String(contentsOf: target, encoding: .utf8) == "precious")
  }

  private func mode(of file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path())[.posixPermissions] as? Int
  }
}

/// Rows whose first reading waits.
private struct GatedRows: AsyncSequence, Sendable {
  typealias Element = ImportedContact
  let rows: [ImportedContact]
  let wait: @Sendable () async -> Void

  func makeAsyncIterator() -> Iterator { Iterator(rows: rows[...], wait: wait) }

  struct Iterator: AsyncIteratorProtocol {
    var rows: ArraySlice<ImportedContact>
    let wait: @Sendable () async -> Void

    mutating func next() async throws -> ImportedContact? {
      await wait()
      return rows.popFirst()
    }
  }
}
