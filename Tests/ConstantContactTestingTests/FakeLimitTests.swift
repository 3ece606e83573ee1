import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeLimitTests {
  @Test func windowSlidesAndIsHalfOpen() async throws {
    let desk = await Desk(perSecond: 4, automatic: false)
    var statuses: [Int] = []
    func call(after pause: Duration) async throws {
      await desk.clock.advance(by: pause)
      statuses.append(try await desk.call(.get, "/v3/contacts").status)
    }
    // At 0, 300, 600, 900 ms; then the window is full until exactly 1,000 ms.
    for pause in [0, 300, 300, 300] { try await call(after: .milliseconds(pause)) }
    try await call(after: .milliseconds(99))
    try await call(after: .milliseconds(1) - .nanoseconds(1))
    try await call(after: .nanoseconds(1))
    try await call(after: .zero)
    try await call(after: .milliseconds(300))
    #expect(statuses == [200, 200, 200, 200, 429, 429, 200, 429, 200])
    #expect(await desk.fake.requestsToday == 6)
    #expect(await desk.fake.maxRequestsInAnySecond == 7)
  }

  @Test func throttlingReturnsObject() async throws {
    let desk = await Desk(perSecond: 1)
    _ = try await desk.call(.get, "/v3/contacts")
    let response = try await desk.call(.get, "/v3/contacts")
    #expect(
      String(decoding: response.body, as: UTF8.self)
        == #"{"error_key":"throttled","error_message":"Too Many Requests"}"#
    )
    #expect(response.headers["Retry-After"] == nil)
  }

  @Test func quotaRestartsAtMidnightUTC() async throws {
    let desk = await Desk(automatic: false) { $0.requestsPerDay = 3 }
    for _ in 0..<3 { #expect(try await desk.call(.get, "/v3/contacts").status == 200) }
    let response = try await desk.call(.get, "/v3/contacts")
    #expect(response.status == 429 && response.string("error_key") == "quota_exceeded")
    await desk.clock.advance(by: .seconds(15 * 3_600 - 1))
    #expect(try await desk.call(.get, "/v3/contacts").status == 429)
    await desk.clock.advance(by: .seconds(1))
    await desk.fake.acceptAccessToken(desk.token)
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    #expect(await desk.fake.requestsToday == 1)
    await desk.fake.setRequestsToday(3)
    #expect(try await desk.call(.get, "/v3/contacts").status == 429)
  }

  @Test func latencyPassesOnTheClock() async throws {
    let desk = await Desk { $0.latency = .seconds(2) }
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    #expect(desk.clock.elapsed == .seconds(2))
  }

  @Test func requestRecordsHoldNoPersonalData() async throws {
    let desk = await Desk()
    var request = desk.request(.get, "/v3/contacts?email=ann%40example.com&status=all")
    request.operation = "contacts.list"
    _ = try await desk.fake.send(request)
    _ = try await desk.call(.get, "/v3/contacts/04fe9a00-a579-43c5-bb1a-58ed29bf0a6a")
    _ = try await desk.call(.patch, "/v3/contacts")
    _ = try await desk.call(.get, "/v3/nothing")
    let requests = await desk.fake.requests
    #expect(requests.map(\.status) == [200, 404, 405, 501])
    #expect(requests.map(\.index) == [0, 1, 2, 3])
    #expect(requests[0].queryNames == ["email", "status"])
    #expect(requests[0].operation == "contacts.list")
    let text = "\(requests)"
    #expect(!text.contains("ann") && !text.contains(desk.token))
    #expect(await desk.fake.requestCounts["GET /v3/contacts/{id}"] == 1)
    #expect(await desk.fake.requestCountsByOperation["contacts.list"] == 1)
  }

  @Test func descriptionsHideTheAddress() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com", firstName: "Ann"))
    _ = try await desk.call(.delete, "/v3/contacts/\(ann.id)")
    let write = try #require(await desk.fake.writes.first)
    #expect(write.address == "ann@example.com" && write.kind == .deleted)
    for text in ["\(ann)", String(reflecting: ann), "\(write)", String(reflecting: write)] {
      #expect(!text.lowercased().contains("ann"))
    }
    var dumped = ""
    dump([ann], to: &dumped)
    dump([write], to: &dumped)
    #expect(!dumped.lowercased().contains("ann@"))
  }

  @Test func sameSeedGivesSameAccount() async {
    let (one, two) = (await Desk { $0.seed = 9 }, await Desk { $0.seed = 9 })
    for desk in [one, two] { await desk.fake.seedSampleData(contacts: 50, seed: 3) }
    #expect(await one.fake.allContacts == two.fake.allContacts)
    #expect(one.token == two.token)
  }
}
