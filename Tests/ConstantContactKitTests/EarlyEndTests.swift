import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Iterations of a push that end before the last report.
@Suite(.timeLimit(.minutes(5))) struct EarlyEndTests {
  let clock = ManualClock(automatic: true)

  private func service() -> FakeConstantContact { FakeConstantContact(.init(time: clock.timeSource)) }

  /// The second lead is settled without a request, so its report comes while the first is in progress.
  private let leads = [Lead(email: "ann@example.com"), Lead(email: nil), Lead(email: "bob@example.com")]

  @Test func leadsInProgressAreFinishedAfterABreak() async throws {
    let service = service()
    let (reports, continuation) = AsyncStream<DeliveryReport>.makeStream()
    let pusher = try await client(of: service, through: SlowCreation(base: service, delay: .seconds(20))).pusher {
      $0.unreadReport = { continuation.yield($0) }
    }
    for try await report in pusher.push(leads) {
      #expect(report.position == 1)
      break
    }
    var unread = reports.makeAsyncIterator()
    let report = try #require(await unread.next())
    guard case .created = report.outcome else { throw TestFailure("\(report)") }
    #expect(report.position == 0)
    #expect(await service.allContacts.map(\.address) == ["ann@example.com"])
  }

  @Test func finishedReportsThatWereNotReadAreHandedOver() async throws {
    let service = service()
    let unread = Locked<[Int]>([])
    let pusher = try await service.client().pusher {
      $0.unreadReport = { report in unread.withLock { $0.append(report.position) } }
    }
    let leads = (0..<30).map { Lead(email: "lead\($0)@example.com") }
    var read: [Int] = []
    for try await report in pusher.push(leads) {
      read.append(report.position)
      if read.count == 10 { break }
    }
    while unread.withLock({ $0.count }) < 7, !Task.isCancelled { await Task.yield() }
    #expect(Set(read + unread.withLock { $0 }) == Set(0..<17))
    #expect(await service.allContacts.count == 17)
  }

  @Test func leadsThatTakeLongerThanACallAreCancelled() async throws {
    let service = service()
    let pusher = try await client(of: service, through: SlowCreation(base: service, delay: .seconds(7_200)))
      .with { $0.deadline = .seconds(30) }
      .pusher()
    for try await _ in pusher.push(leads) { break }
    while clock.elapsed < .seconds(30), !Task.isCancelled { await Task.yield() }
    while clock.sleeperCount > 0, !Task.isCancelled { await Task.yield() }
    #expect(clock.elapsed < .seconds(60))
    #expect(await service.writes.isEmpty)
  }

  @Test func cancellationEndsAtOnceWithExtremeDeadlines() async throws {
    let service = service()
    let pusher = try await client(of: service, through: SlowCreation(base: service, delay: .seconds(7_200)))
      .with { $0.deadline = .seconds(100_000) }
      .pusher()
    let leads = leads
    let task = Task {
      for try await _ in pusher.push(leads) {}
    }
    while await service.requestCountsByOperation["contacts.list"] == nil, !Task.isCancelled { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(clock.elapsed < .seconds(7_200))
  }
}
