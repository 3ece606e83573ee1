import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RequestLedgerTests {
  private static let midnight = Date(timeIntervalSince1970: 1_767_571_200)
  private let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
  private var file: URL { folder.appending(path: "requests.json") }

  /// Several limits on one file stand for several processes: they share nothing but the file.
  @Test(arguments: 1...5)
  func severalLimitsOnOneFileKeepTheSecondTogether(seed: Int) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SplitMix64(seed: UInt64(seed))
    let perSecond = Int.random(in: 1...6, using: &random)
    let clock = ManualClock(automatic: true)
    let limits = (0..<4).map { _ in
      RateLimit(perSecond: perSecond, margin: .zero, ledger: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    let begun = Locked<[Duration]>([])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<40 {
        group.addTask {
          _ = try await limits[caller % 4].acquire(operation: "x", patience: .seconds(1_000))
          begun.withLock { $0.append(clock.elapsed) }
          clock.endWork()
        }
      }
      try await group.waitForAll()
    }
    let times = begun.withLock { $0.sorted() }
    for (early, late) in zip(times, times.dropFirst(perSecond)) {
      // Dates are doubles: a microsecond of this century is as fine as they get.
      #expect(late - early >= .seconds(1) - .microseconds(2))
    }
    // Nor does anybody wait for nothing.
    let seconds = Double((40 + perSecond - 1) / perSecond - 1)
    #expect(clock.elapsed <= .seconds(seconds) + .milliseconds(1))
    #expect(try await limits[0].loadToday().used == 40)
  }

  @Test func theDayIsSharedAndSoIsTheServicesWordThatItIsSpent() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ManualClock(start: Self.midnight.addingTimeInterval(3_600))
    func limit() -> RateLimit {
      RateLimit(perSecond: 100, perDay: 5, ledger: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    let (one, other) = (limit(), limit())
    for _ in 0..<3 { _ = try await one.acquire(operation: "x", patience: .zero) }
    for _ in 0..<2 { _ = try await other.acquire(operation: "x", patience: .zero) }
    let error = try await failure { try await one.acquire(operation: "y", patience: .zero) }
    #expect(error.code == .quotaExceeded)
    #expect(error.resumesAt == Self.midnight.addingTimeInterval(86_400))
    #expect(error.message.contains("2026-01-06T00:00:00Z"), "\(error.message)")
    let day = try await other.loadToday()
    #expect(day.used == 5 && day.remaining == 0 && day.resumesAt == Self.midnight.addingTimeInterval(86_400))

    for _ in 0..<5 { clock.endWork() }
    await clock.advance(by: .seconds(86_400))
    let late = limit()
    _ = try await late.acquire(operation: "x", patience: .zero)
    clock.endWork()
    let end = await late.quotaWasExceeded()
    #expect(end == Self.midnight.addingTimeInterval(2 * 86_400))
    // Somebody who has never asked the service knows it too.
    let told = try await failure { try await limit().acquire(operation: "z", patience: .zero) }
    #expect(told.code == .quotaExceeded)
    #expect(told.resumesAt == end)
  }

  @Test func aSlotThatIsGivenBackIsThereForTheOthers() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ManualClock()
    let limits = (0..<2).map { _ in
      RateLimit(perSecond: 1, ledger: FileRateLimitStore(file: file), time: clock.timeSource)
    }
    let slot = try await limits[0].acquire(operation: "x", patience: .zero)
    await limits[0].giveBack(slot)
    _ = try await limits[1].acquire(operation: "x", patience: .zero)
    #expect(try await limits[0].loadToday().used == 1)
    #expect(clock.elapsed == .zero)
  }

  @Test func whoCannotWaitLeavesAndSoDoesWhoeverIsCancelled() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ManualClock()
    let limits = (0..<2).map { _ in
      RateLimit(perSecond: 1, margin: .zero, ledger: FileRateLimitStore(file: file), time: clock.timeSource)
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
  func aDamagedFileIsBegunAnew(content: String) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(content.utf8).write(to: file)
    let limit = RateLimit(ledger: FileRateLimitStore(file: file), time: ManualClock().timeSource)
    _ = try await limit.acquire(operation: "x", patience: .zero)
    #expect(try await limit.loadToday().used == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
  }

  @Test func aLedgerThatFailsStopsTheCallBeforeAnythingIsSent() async throws {
    let ledger = FileRateLimitStore(file: URL(fileURLWithPath: "/dev/null/secret-name.json"))
    let clock = ManualClock(automatic: true)
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client { $0.rateLimit = RateLimit(ledger: ledger, time: clock.timeSource) }
    let error = try await failure { try await client.lists.list().collect() }
    #expect(error.code == .limitUnavailable)
    #expect(error.effect == .none)
    #expect(!"\(error)\(ledger)".contains("secret-name"))
    #expect(await service.requests.isEmpty)
  }

  @Test func aClockThatIsSetBackHoldsNobodyUp() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ahead = ManualClock(start: Self.midnight.addingTimeInterval(7_200))
    let behind = ManualClock(start: Self.midnight.addingTimeInterval(3_600))
    for clock in [ahead, behind] {
      let limit = RateLimit(perSecond: 1, ledger: FileRateLimitStore(file: file), time: clock.timeSource)
      _ = try await limit.acquire(operation: "x", patience: .zero)
      #expect(clock.elapsed == .zero)
    }
  }

  @Test func anAccountComesBackFromJSON() throws {
    var account = RateLimitState()
    _ = account.markSpent(at: Self.midnight.addingTimeInterval(4_000))
    let data = try JSONEncoder().encode(account)
    #expect(try JSONDecoder().decode(RateLimitState.self, from: data) == account)
    #expect(account != RateLimitState())
  }
}
