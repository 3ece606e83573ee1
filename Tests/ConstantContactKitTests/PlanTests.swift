import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct PlanTests {
  let clock = ManualClock(automatic: true)

  private func service(contacts: Int = 0, configure: (inout FakeConstantContact.Configuration) -> Void = { _ in }) async
    -> FakeConstantContact
  {
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configure(&configuration)
    let service = FakeConstantContact(configuration)
    await service.add(list: "Newsletter")
    for number in 0..<contacts { await service.add(.init(address: "lead\(number)@example.com", firstName: "Old")) }
    return service
  }

  private func leads(_ count: Int) -> [Lead] {
    (0..<count).map { Lead(email: "lead\($0)@example.com", firstName: "L\($0)") }
  }

  @Test func listsEveryWayWithItsCost() async throws {
    let service = await service(contacts: 1_000)
    let pusher = try await service.client().pusher {
      $0.lists = [.name("Newsletter")]
      $0.strategy = .fewestRequests
    }
    let plan = try await pusher.plan(leads(600) + [Lead(email: "n/a"), Lead(email: "lead5@example.com")])
    #expect(plan.leads == 602 && plan.ready == 600)
    #expect(plan.accountContacts == 1_000)
    // The list and the count: the push need not look the list up again.
    #expect(await service.requests.count == 2)
    #expect(plan.remainingQuota == 9_998)
    #expect(plan.options.map(\.way) == PushWay.allCases)
    #expect(plan.option(for: .oneByOne)?.requests == 600...1_200)
    #expect(plan.option(for: .pagesThenCreate)?.requests == 2...602)
    #expect(plan.option(for: .exportThenCreate)?.requests == 7...607)
    #expect(plan.option(for: .pagesThenImport)?.requests == 2...6)
    #expect(plan.option(for: .exportThenImport)?.requests == 7...11)
    #expect(plan.option(for: .pagesThenImport)?.requests(missing: 100) == 5...5)
    #expect(plan.option(for: .oneByOne)?.duration == .seconds(149)...(.seconds(299)))
    #expect(plan.cheapest?.way == .pagesThenImport)
    let share = try #require(plan.option(for: .oneByOne)?.quotaShare)
    #expect(abs(share - 1_200.0 / 9_998) < 1e-9)
    #expect(plan.option(for: .oneByOne)?.tradeoffs == [])
    #expect(
      plan.option(for: .pagesThenImport)?.tradeoffs == [
        .statesOfSnapshot, .waitsForActivities, .updatesNewcomers, .lateReports,
      ])
  }

  @Test func carefulPlansSelectExactWays() async throws {
    let service = await service(contacts: 10)
    let plan = try await service.client().pusher { $0.lists = [.name("Newsletter")] }.plan(leads(100))
    #expect(plan.cheapest?.way == .pagesThenCreate)
    #expect(plan.option(for: .pagesThenImport)?.obstacles == [.strategyIsCareful])
    #expect(plan.options.allSatisfy { !$0.isAvailable || $0.way.isExact })
  }

  @Test func obstaclesSayWhyImportsAreNotAvailable() async throws {
    let service = await service()
    let client = try await service.client()
    func obstacles(_ configure: (inout ContactPusher.Options) -> Void) async throws -> [PushPlan.Obstacle]? {
      let pusher = client.pusher {
        $0.strategy = .fewestRequests
        $0.lists = [.name("Newsletter")]
        configure(&$0)
      }
      return try await pusher.plan(leads(3)).option(for: .exportThenImport)?.obstacles
    }
    #expect(try await obstacles { _ in } == [])
    #expect(try await obstacles { $0.lists = [] } == [.noList])
    #expect(try await obstacles { $0.lists = (0..<51).map { .id(ListID("list\($0)")) } } == [.tooManyLists])
    #expect(try await obstacles { $0.permission = .explicit(.givenByContact) } == [.permission])
    #expect(try await obstacles { $0.permission = .notSet } == [.permission])
    #expect(try await obstacles { $0.createSource = .contact } == [.createSource])
    #expect(try await obstacles { $0.existingContact = .addToLists } == [.existingContactsAreUpdated])
    #expect(try await obstacles { $0.strategy = .careful } == [.strategyIsCareful])
  }

  @Test func unavailableWayAttemptsNothing() async throws {
    let service = await service()
    let pusher = try await service.client().pusher { $0.lists = [.name("Newsletter")] }
    var reports: [DeliveryReport] = []
    for try await report in pusher.push(leads(3), by: .pagesThenImport) { reports.append(report) }
    guard case .failed(let error) = reports[0].outcome else { throw TestFailure("\(reports)") }
    #expect(error.code == .invalidInput && error.message.contains("careful"))
    #expect(reports.dropFirst().allSatisfy { if case .notAttempted = $0.outcome { true } else { false } })
    #expect(await service.requestCountsByOperation == ["lists.list": 1])
  }

  @Test func durationIncludesTheWaitForTheNextQuota() async throws {
    let service = await service { $0.requestsPerDay = 1_000 }
    let pusher = try await service.client().pusher()
    let plan = try await pusher.plan(leads(2_000))
    let option = try #require(plan.option(for: .oneByOne))
    #expect(option.requests == 2_000...4_000)
    // Quotas of 999, 1,000, 1,000 and 1,000 requests, and one request on the fifth day.
    #expect(option.duration.upperBound > .seconds(3 * 86_400))
    #expect(option.duration.upperBound <= .seconds(4 * 86_400))
    #expect(option.quotaShare > 4)
  }

  @Test func extremeLimitsDoNotTrap() async throws {
    let service = await service { $0.requestsPerDay = 0 }
    let limits = [(Int.max, Int.max), (0, 1), (-1, -1)]
    for (perSecond, perDay) in limits {
      let client = try await service.client {
        $0.rateLimit = RateLimit(perSecond: perSecond, perDay: perDay, time: clock.timeSource)
        $0.retry.maximumAttempts = .max
        $0.retry.activityDelay = .zero
        $0.deadline = .seconds(Int64.max)
      }
      // Updates need no count of the account, so that no request is made.
      let plan = try await client.pusher { $0.existingContact = .fillEmpty }.plan(leads(5))
      #expect(plan.options.count == 5)
      #expect(!plan.description.isEmpty)
    }
  }

  @Test func printsATable() async throws {
    let service = await service(contacts: 20)
    let plan = try await service.client().pusher { $0.strategy = .fewestRequests }.plan(leads(10))
    let lines = plan.description.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines.first == "10 leads, 10 to push, into an account of 20 contacts")
    #expect(plan.description.contains("search each, create the missing     10 to 20  2 s to 4 s  1%\n"), "\(plan)")
    #expect(plan.description.contains("not available: an import needs a list"))
    #expect(plan.description.contains("read all pages, create the missing"))
  }

  @Test func plansAreValues() async throws {
    let service = await service(contacts: 20)
    let pusher = try await service.client().pusher()
    let (one, other) = (try await pusher.plan(leads(10)), try await pusher.plan(leads(11)))
    #expect(one != other && one == one)
    let first = try #require(one.option(for: .oneByOne))
    let second = try #require(one.option(for: .pagesThenCreate))
    #expect(second < first && [first, second].min() == second)
    #expect(try await pusher.plan([Lead]()).cheapest?.requests == 0...0)
  }

  @Test func unknownListFailsThePlan() async throws {
    let service = await service()
    await #expect {
      _ = try await service.client().pusher { $0.lists = [.name("Newsleter")] }.plan(leads(1))
    } throws: { error in
      guard let error = error as? ConstantContactError else { return false }
      return error.code == .unknownName && error.message.contains("\"Newsletter\"")
    }
  }

  @Test func checkingNeedsNoRequest() async throws {
    let service = await service()
    let check = try await service.client().pusher().check(
      leads(3) + [Lead(email: "LEAD1@example.com"), Lead(email: nil)])
    #expect(check.ready == [0, 1, 2])
    #expect(check.settled.map(\.position) == [3, 4])
    #expect(await service.requests.isEmpty)
  }
}
