import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct ActivitiesTests {
  let clock = ManualClock(automatic: true)

  private func service(
    delay: Duration = .seconds(30), duration: Duration = .seconds(600),
    _ change: (inout FakeConstantContact.Configuration) -> Void = { _ in }
  ) -> FakeConstantContact {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    (configuration.activityDelay, configuration.activityDuration) = (delay, duration)
    change(&configuration)
    return FakeConstantContact(configuration)
  }

  private func started(_ client: ConstantContact) async throws -> BulkActivity {
    try await client.activities.exportContacts()
  }

  private static func isPoll(_ request: TransportRequest) -> Bool { request.operation == "activities.get" }

  @Test func waitingEndsWithTheFinalActivity() async throws {
    let service = service()
    let client = try await service.client()
    let activity = try await started(client)
    let result = try await client.activities.wait(for: activity)
    #expect(result.id == activity.id && result.state == .completed && result.counts?.total == 0)
    #expect(clock.elapsed >= .seconds(630) && clock.elapsed < .seconds(691))
    // 5, 7.5, 11.25, 16.9, 25.3, 38, 57 and then 60 seconds.
    #expect(await service.requestCountsByOperation["activities.get"] == 15)
  }

  @Test func theDefaultIntervalsGrowToAMinute() {
    let polling = ActivityPolling()
    let seconds = (0..<9).map { (polling.interval(after: $0) / .milliseconds(1)).rounded() / 1_000 }
    #expect(seconds == [5, 7.5, 11.25, 16.875, 25.313, 37.969, 56.953, 60, 60])
    var odd = ActivityPolling()
    (odd.firstInterval, odd.growth, odd.longestInterval) = (.zero, .nan, .seconds(Int64.max))
    #expect(odd.interval(after: 0) == .seconds(1) && odd.interval(after: .max) == .seconds(86_400))
    odd.growth = -.infinity
    #expect(odd.interval(after: -1) == .seconds(1))
  }

  @Test func progressEndsWithTheFinalState() async throws {
    let service = service(duration: .seconds(60))
    let client = try await service.client()
    let activity = try await started(client)
    var states: [BulkActivity.State?] = []
    for try await state in client.activities.progress(of: activity) {
      #expect(state.id == activity.id)
      states.append(state.state)
    }
    #expect(states.first == .initialized && states.last == .completed && states.contains(.processing))
    #expect(states.count { $0 == .completed } == 1)
  }

  @Test func anActivityIsFollowedByItsIDInAnotherProcess() async throws {
    let service = service()
    let activity = try await started(service.client())
    let other = try await service.client()
    let before = await service.requests.count
    var iterator = other.activities.progress(of: activity.id).makeAsyncIterator()
    let time = clock.elapsed
    let first = try await iterator.next()
    #expect(first?.state == .initialized && clock.elapsed == time)
    #expect(await service.requests.count == before + 1)
    #expect(try await other.activities.wait(for: activity.id).state == .completed)
  }

  @Test func aFinalHandleNeedsNoRequest() async throws {
    let service = service(delay: .zero, duration: .zero)
    let client = try await service.client()
    let activity = try await client.activities.get(started(client).id)
    let before = await service.requests.count
    #expect(try await client.activities.wait(for: activity).id == activity.id)
    #expect(await service.requests.count == before)
  }

  @Test(arguments: [
    (FakeConstantContact.ActivityEnd.failed("Row 3: ann@example.com is not valid"), BulkActivity.State.failed),
    (.cancelled, .cancelled), (.timedOut, .timedOut),
  ])
  func anActivityThatDoesNotCompleteIsAnError(
    end: FakeConstantContact.ActivityEnd, state: BulkActivity.State
  ) async throws {
    let service = service()
    let client = try await service.client()
    await service.endNextActivity(end)
    let activity = try await started(client)
    let error = try await errorThrown { try await client.activities.wait(for: activity) }
    #expect(error.code == .activityFailed && error.message.contains(activity.id.rawValue))
    #expect(error.message.contains(state.rawValue) && error.effect == .uncertain)
    #expect(error.endedActivity?.state == state)
    #expect(error.advice.kind == .checkOutcome)
    if case .failed = end {
      #expect(error.faults.map(\.message) == ["Row 3: <address> is not valid"])
      #expect(!"\(error)".contains("@"))
    }
    // The same activity is a state, not an error, of its progress.
    var last: BulkActivity?
    for try await value in client.activities.progress(of: activity.id) { last = value }
    #expect(last?.state == state)
  }

  @Test func waitingEndsAtTheDeadlineAndCanBeResumed() async throws {
    let service = service(duration: .seconds(3_600))
    let client = try await service.client()
    let activity = try await started(client)
    var polling = ActivityPolling()
    polling.deadline = .seconds(100)
    let error = try await errorThrown { try await client.activities.wait(for: activity, polling: polling) }
    #expect(error.code == .stillProcessing && error.message.contains("100 seconds"))
    #expect(clock.elapsed >= .seconds(100) && clock.elapsed < .seconds(101))
    #expect(try await client.activities.wait(for: activity.id).state == .completed)
    polling.deadline = .seconds(-5)
    let late = try await started(client)
    let none = try await errorThrown { try await client.activities.wait(for: late, polling: polling) }
    #expect(none.code == .stillProcessing)
  }

  @Test(arguments: [
    InjectedFault.status(404, body: #"[{"error_key":"not_found","error_message":"no"}]"#), .status(503),
    .dropBeforeWrite, .malformedJSON,
  ])
  func oneFailedRequestIsTolerated(fault: InjectedFault) async throws {
    let service = service()
    let client = try await service.client { $0.retry = .none }
    let activity = try await started(client)
    await service.inject(fault, when: Self.isPoll)
    #expect(try await client.activities.wait(for: activity).state == .completed)
    #expect(await service.pendingFaults == 0)
  }

  @Test func aMissingActivityIsAnError() async throws {
    let service = service()
    let client = try await service.client()
    let error = try await errorThrown {
      try await client.activities.wait(for: "11111111-2222-3333-4444-555555555555")
    }
    #expect(error.code == .notFound)
    #expect(await service.requestCountsByOperation["activities.get"] == 2)
  }

  @Test func failuresInARowAreAnError() async throws {
    let service = service()
    let client = try await service.client { $0.retry = .none }
    let activity = try await started(client)
    await service.inject(.status(503), times: 100, when: Self.isPoll)
    var polling = ActivityPolling()
    polling.toleratedFailures = 3
    let error = try await errorThrown { try await client.activities.wait(for: activity, polling: polling) }
    #expect(error.code == .server)
    #expect(await service.requestCountsByOperation["activities.get"] == 4)
  }

  @Test func aLostPermissionEndsTheWait() async throws {
    let service = service()
    let client = try await service.client { $0.retry = .none }
    let activity = try await started(client)
    await service.inject(.status(403), when: Self.isPoll)
    let error = try await errorThrown { try await client.activities.wait(for: activity) }
    #expect(error.code == .forbidden)
  }

  @Test func cancellationIsPromptAndLeavesTheActivityRunning() async throws {
    let clock = ManualClock()
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.activityDuration = .seconds(600)
    let service = FakeConstantContact(configuration)
    let client = try await service.client()
    let activity = try await started(client)
    let task = Task { try await client.activities.wait(for: activity) }
    await clock.waitForSleepers(1)
    let now = clock.elapsed
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(clock.elapsed == now)
    #expect(await service.activityStates[activity.id.rawValue] == "processing")
  }

  @Test func pollingSlowsDownWhenTheQuotaIsScarce() async throws {
    let service = service(duration: .seconds(3_600)) { $0.requestsPerDay = 400 }
    let client = try await service.client()
    let activity = try await started(client)
    _ = try await client.activities.wait(for: activity)
    // One request every 5 minutes.
    #expect(await service.requestCountsByOperation["activities.get"] == 13)
  }

  @Test func pollingWaitsForTheNextDaysQuota() async throws {
    let service = service(duration: .seconds(60)) { $0.requestsPerDay = 3 }
    let client = try await service.client()
    let activity = try await started(client)
    _ = try await client.lists.list().collect()
    _ = try await client.tags.list().collect()
    var polling = ActivityPolling()
    let error = try await errorThrown { try await client.activities.wait(for: activity, polling: polling) }
    #expect(error.code == .quotaExceeded)
    polling.deadline = .seconds(86_400)
    #expect(try await client.activities.wait(for: activity, polling: polling).state == .completed)
    #expect(await service.requests.allSatisfy { $0.status != 429 })
  }

  @Test func pollingYieldsToInteractiveCalls() async throws {
    let service = service(delay: .zero, duration: .zero) { $0.requestsPerDay = 10 }
    let client = try await service.client {
      $0.rateLimit = RateLimit(perDay: 10, reserve: 9, time: self.clock.timeSource)
    }
    let activity = try await started(client)
    var polling = ActivityPolling()
    polling.deadline = .seconds(3_600)
    // The one request that is not reserved has been made.
    let error = try await errorThrown { try await client.activities.wait(for: activity.id, polling: polling) }
    #expect(error.code == .quotaExceeded)
  }

  @Test func everyBulkActivityIsAHandle() async throws {
    let service = service()
    let client = try await service.client()
    let list = ListID(await service.add(list: "Newsletter"))
    let tag = TagID(await service.add(tag: "vip"))
    let field = CustomFieldID(await service.add(customField: "Color"))
    let contact = await service.add(.init(address: "ann@example.com"))
    let id = ContactID(contact.id)
    let activities = client.activities
    var started = [
      try await activities.importContacts([ImportedContact(email: "b@example.com")], onto: [list]),
      try await activities.importCSV(Data("email\nc@example.com\n".utf8), onto: [list]),
      try await activities.addContacts(.contacts([id]), to: [list]),
      try await activities.removeContacts(.contacts([id]), from: [list]),
      try await activities.addTags([tag], to: .contacts([id])),
      try await activities.removeTags([tag], from: .contacts([id])),
      try await activities.deleteTags([tag]), try await activities.deleteCustomFields([field]),
      try await activities.deleteContacts([id]),
    ]
    started.append(try await activities.deleteLists([list]))
    for activity in started {
      #expect(try await activities.wait(for: activity).state == .completed)
    }
  }
}
