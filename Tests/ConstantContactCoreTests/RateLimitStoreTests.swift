import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RateLimitStoreTests {
  private static let midnight = Date(timeIntervalSince1970: 1_767_571_200)
  private let folder = FileManager.default.temporaryDirectory.appending(path: "rate-limit-\(UUID().uuidString)")
  private var file: URL { folder.appending(path: "rate-limit.json") }

  @Test(arguments: RateLimitStoreConformance.cases)
  func fileStoreConforms(_ conformanceCase: RateLimitStoreConformance.Case) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = file
    try await conformanceCase.run { FileRateLimitStore(file: file) }
  }

  @Test(arguments: RateLimitStoreConformance.cases)
  func memoryStoreConforms(_ conformanceCase: RateLimitStoreConformance.Case) async throws {
    let store = MemoryRateLimitStore()
    try await conformanceCase.run { store }
  }

  /// A store that loads and saves without a transaction.
  private actor RacingStore: RateLimitStore {
    private var state = RateLimitState()
    func update<Value: Sendable>(_ change: @Sendable (inout RateLimitState) -> Value) async throws -> Value {
      var copy = state
      let value = change(&copy)
      await Task.yield()
      state = copy
      return value
    }
  }

  @Test func conformanceSuiteFindsLostUpdates() async throws {
    let store = RacingStore()
    let exclusion = try #require(RateLimitStoreConformance.cases.first { $0.name == "exclusion" })
    await #expect(throws: RateLimitStoreConformance.Failure.self) { try await exclusion.run { store } }
    #expect(Set(RateLimitStoreConformance.cases.map(\.name)).count == RateLimitStoreConformance.cases.count)
  }

  /// Processes that reach the file through different links share one lock, that of the file itself.
  @Test func symbolicLinksLeadToOneLock() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [file] + (0..<3).map { folder.appending(path: "link-\($0).json") }
    for link in files.dropFirst() { try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file) }
    let exclusion = try #require(RateLimitStoreConformance.cases.first { $0.name == "exclusion" })
    let next = Locked(0)
    try await exclusion.run {
      FileRateLimitStore(
        file: files[
          next.withLock {
            $0 += 1; return $0 % files.count
          }])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".lock") }
    #expect(names == ["rate-limit.json.lock"])
  }

  /// Several limits on one file stand for several processes: they share nothing but the file.
  @Test(arguments: 1...5)
  func limitsOnOneFileShareTheRequestsPerSecond(seed: Int) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SplitMix64(seed: UInt64(seed))
    let perSecond = Int.random(in: 1...6, using: &random)
    let clock = ManualClock(automatic: true)
    let limits = (0..<4).map { _ in
      RateLimit(perSecond: perSecond, margin: .zero, store: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    let sent = Locked<[Duration]>([])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<40 {
        group.addTask {
          _ = try await limits[caller % 4].acquire(operation: "x", patience: .seconds(1_000))
          sent.withLock { $0.append(clock.elapsed) }
          clock.endWork()
        }
      }
      try await group.waitForAll()
    }
    let times = sent.withLock { $0.sorted() }
    for (early, late) in zip(times, times.dropFirst(perSecond)) {
      // Dates are doubles: a microsecond of this century is as fine as they get.
      #expect(late - early >= .seconds(1) - .microseconds(2))
    }
    // No request waits longer than necessary.
    let seconds = Double((40 + perSecond - 1) / perSecond - 1)
    #expect(clock.elapsed <= .seconds(seconds) + .milliseconds(1))
    #expect(try await limits[0].loadDailyQuota().used == 40)
  }

  @Test func limitsOnOneFileShareTheQuotaAndItsRefusal() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ManualClock(start: Self.midnight.addingTimeInterval(3_600))
    func limit() -> RateLimit {
      RateLimit(perSecond: 100, perDay: 5, store: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    let (one, other) = (limit(), limit())
    for _ in 0..<3 { _ = try await one.acquire(operation: "x", patience: .zero) }
    for _ in 0..<2 { _ = try await other.acquire(operation: "x", patience: .zero) }
    let error = try await failure { try await one.acquire(operation: "y", patience: .zero) }
    #expect(error.code == .quotaExceeded)
    #expect(error.resumesAt == Self.midnight.addingTimeInterval(86_400))
    #expect(error.message.contains("2026-01-06T00:00:00Z"), "\(error.message)")
    let day = try await other.loadDailyQuota()
    #expect(day.used == 5 && day.remaining == 0 && day.resumesAt == Self.midnight.addingTimeInterval(86_400))

    for _ in 0..<5 { clock.endWork() }
    await clock.advance(by: .seconds(86_400))
    let late = limit()
    _ = try await late.acquire(operation: "x", patience: .zero)
    clock.endWork()
    let end = await late.quotaWasExceeded()
    #expect(end == Self.midnight.addingTimeInterval(2 * 86_400))
    // A limit that has seen no refusal knows it too.
    let third = try await failure { try await limit().acquire(operation: "z", patience: .zero) }
    #expect(third.code == .quotaExceeded)
    #expect(third.resumesAt == end)
  }

  @Test func returnedSlotIsAvailableToOtherLimits() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ManualClock()
    let limits = (0..<2).map { _ in
      RateLimit(perSecond: 1, store: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    let slot = try await limits[0].acquire(operation: "x", patience: .zero)
    await limits[0].giveBack(slot)
    _ = try await limits[1].acquire(operation: "x", patience: .zero)
    #expect(try await limits[0].loadDailyQuota().used == 1)
    #expect(clock.elapsed == .zero)
  }

  @Test func impatientAndCancelledCallersLeaveTheQueue() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ManualClock()
    let limits = (0..<2).map { _ in
      RateLimit(perSecond: 1, margin: .zero, store: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    _ = try await limits[0].acquire(operation: "x", patience: .zero)
    clock.endWork()
    let impatient = Task { try await limits[1].acquire(operation: "y", patience: .milliseconds(500)) }
    let waiting = Task { try await limits[1].acquire(operation: "z", patience: .seconds(10)) }
    await clock.waitForSleepers()
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    await clock.advance(by: .milliseconds(499))
    await clock.waitForSleepers()
    await clock.advance(by: .milliseconds(1))
    let error = try await failure { try await impatient.value }
    #expect(error.code == .timedOut)
  }

  @Test(arguments: ["", "{", "[1,2]", #"{"day":"x"}"#, "\u{0}\u{1}"])
  func damagedFileIsReplaced(content: String) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(content.utf8).write(to: file)
    let limit = RateLimit(store: FileRateLimitStore(file: file), time: ManualClock().timeSource)
    _ = try await limit.acquire(operation: "x", patience: .zero)
    #expect(try await limit.loadDailyQuota().used == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
  }

  @Test func failingStoreEndsTheCallBeforeARequestIsSent() async throws {
    let store = FileRateLimitStore(file: URL(fileURLWithPath: "/dev/null/secret-name.json"))
    let clock = ManualClock(automatic: true)
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client { $0.rateLimit = RateLimit(store: store, time: clock.timeSource) }
    let error = try await failure { try await client.lists.list().collect() }
    #expect(error.code == .limitUnavailable)
    #expect(error.effect == .none)
    #expect(!"\(error)\(store)".contains("secret-name"))
    #expect(await service.requests.isEmpty)
  }

  @Test func clockThatWasSetBackDelaysNoRequest() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ahead = ManualClock(start: Self.midnight.addingTimeInterval(7_200))
    let behind = ManualClock(start: Self.midnight.addingTimeInterval(3_600))
    for clock in [ahead, behind] {
      let limit = RateLimit(perSecond: 1, store: FileRateLimitStore(file: file), time: clock.timeSource)
      _ = try await limit.acquire(operation: "x", patience: .zero)
      #expect(clock.elapsed == .zero)
    }
  }
}
