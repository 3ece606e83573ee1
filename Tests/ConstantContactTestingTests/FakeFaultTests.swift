import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeFaultTests {
  private let body = #"{"create_source":"Account","email_address":{"address":"ann@example.com"}}"#

  private func create(_ desk: Desk) async throws -> Response { try await desk.call(.post, "/v3/contacts", body) }

  @Test(arguments: [
    (InjectedFault.status(503), 503), (.throttled, 429), (.quotaExceeded, 429), (.unauthorized, 401),
    (.redirect(to: URL(filePath: "/elsewhere")), 302),
  ])
  func responsesInPlaceOfTheRealOneWriteNothing(fault: InjectedFault, status: Int) async throws {
    let desk = await Desk()
    await desk.fake.inject(fault)
    #expect(try await create(desk).status == status)
    #expect(await desk.fake.allContacts.isEmpty)
    #expect(await desk.fake.requests.first?.fault == fault)
    #expect(try await create(desk).status == 201, "the fault applies once")
  }

  @Test func statusFaultsCarryTheirBody() async throws {
    let desk = await Desk()
    await desk.fake.inject(.status(403, body: "<html>blocked</html>"))
    let response = try await create(desk)
    #expect(response.status == 403 && response.headers["Content-Type"] == "text/html")
    #expect(String(decoding: response.body, as: UTF8.self) == "<html>blocked</html>")
  }

  @Test func redirectNamesOtherHost() async throws {
    let desk = await Desk()
    let target = try #require(URL(string: "https://evil.example/v3/contacts"))
    await desk.fake.inject(.redirect(to: target))
    #expect(try await create(desk).headers["Location"] == target.absoluteString)
  }

  @Test(arguments: [(InjectedFault.dropBeforeWrite, 0), (.dropAfterWrite, 1)])
  func droppedConnectionsAreUncertain(fault: InjectedFault, written: Int) async throws {
    let desk = await Desk()
    await desk.fake.inject(fault)
    let error = await #expect(throws: TransportError.self) { try await create(desk) }
    #expect(error?.code == .connectionLost && error?.delivery == .uncertain)
    #expect(await desk.fake.allContacts.count == written)
    #expect(await desk.fake.requests.first.map { $0.status == nil } == true)
  }

  @Test(arguments: [(InjectedFault.timeout, 0), (.timeoutAfterWrite, 1), (.latency(.seconds(90)), 1)])
  func timeoutsLastForTheRequestsTimeout(fault: InjectedFault, written: Int) async throws {
    let desk = await Desk()
    await desk.fake.inject(fault)
    let error = await #expect(throws: TransportError.self) { try await create(desk) }
    #expect(error?.code == .timedOut && error?.delivery == .uncertain)
    #expect(desk.clock.elapsed == .seconds(60))
    #expect(await desk.fake.allContacts.count == written)
  }

  @Test func delayedRequestCanBeCancelled() async throws {
    let desk = await Desk(automatic: false)
    await desk.fake.inject(.timeout)
    let task = Task { try await create(desk) }
    await desk.clock.waitForSleepers()
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }

  @Test(arguments: [InjectedFault.truncatedBody, .malformedJSON])
  func brokenBodiesFollowTheWrite(fault: InjectedFault) async throws {
    let desk = await Desk()
    await desk.fake.inject(fault)
    let response = try await create(desk)
    #expect(response.status == 201 && !response.body.isEmpty)
    #expect(throws: (any Error).self) { try JSONSerialization.jsonObject(with: response.body) }
    #expect(await desk.fake.allContacts.count == 1)
  }

  @Test func faultsApplyToMatchingRequestsGivenTimes() async throws {
    let desk = await Desk()
    await desk.fake.inject(.status(500), times: 2) { $0.method == .post }
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
    #expect(await desk.fake.pendingFaults == 2)
    for expected in [500, 500, 201] { #expect(try await create(desk).status == expected) }
    await desk.fake.inject(.throttled, times: 5)
    await desk.fake.removeFaults()
    #expect(try await desk.call(.get, "/v3/contacts").status == 200)
  }

  @Test func faultsApplyToOneOperation() async throws {
    let desk = await Desk()
    try await desk.fake.inject(.status(500), times: 2, into: "GET /contacts/{contact_id}")
    #expect(try await desk.call(.get, "/v3/contacts/counts").status == 200, "a literal path is another operation")
    #expect(try await create(desk).status == 201)
    let id = try #require(await desk.fake.allContacts.first?.id)
    for status in [500, 500, 200] { #expect(try await desk.call(.get, "/v3/contacts/\(id)").status == status) }
    await #expect(throws: FakeConstantContact.EditError.self) {
      try await desk.fake.inject(.status(500), into: "GET /contact/{contact_id}")
    }
    await desk.fake.inject(.throttled, times: .max)
    await desk.fake.inject(.throttled, times: .max)
    #expect(await desk.fake.pendingFaults == .max)
  }

  @Test func rateOfAnOperationReplacesTheGeneralOne() async throws {
    let desk = await Desk { $0.faultRate = 1 }
    try await desk.fake.setFaultRate(0, of: "GET /contacts")
    try await desk.fake.setFaultRate(1, [.status(504)], of: "GET /contact_lists")
    for _ in 0..<20 {
      #expect(try await desk.call(.get, "/v3/contacts").status == 200)
      #expect(try await desk.call(.get, "/v3/contact_lists").status == 504)
    }
    await desk.fake.removeFaults()
    let response = try? await desk.call(.get, "/v3/contacts")
    #expect(response?.status != 200)
  }

  @Test func refusedConnectionIsNotSent() async throws {
    let desk = await Desk()
    await desk.fake.inject(.refuseConnection)
    let error = await #expect(throws: TransportError.self) { try await create(desk) }
    #expect(error?.code == .cannotConnect && error?.delivery == .notSent)
    #expect(await desk.fake.allContacts.isEmpty)
  }

  @Test func emptyBodyFollowsTheWrite() async throws {
    let desk = await Desk()
    await desk.fake.inject(.emptyBody)
    let response = try await create(desk)
    #expect(response.status == 201 && response.body.isEmpty)
    #expect(await desk.fake.allContacts.count == 1)
  }

  @Test func throttledRequestTakesNoFault() async throws {
    let desk = await Desk(perSecond: 1)
    _ = try await create(desk)
    await desk.fake.inject(.status(500))
    #expect(try await create(desk).status == 429)
    #expect(await desk.fake.pendingFaults == 1)
  }

  @Test func randomFaultsFollowTheSeed() async throws {
    func run(_ seed: UInt64) async throws -> [Int] {
      let desk = await Desk {
        $0.seed = seed
        $0.faultRate = 0.3
        $0.randomFaults = [.status(503), .status(500)]
      }
      var statuses: [Int] = []
      for _ in 0..<200 { statuses.append(try await desk.call(.get, "/v3/contacts").status) }
      return statuses
    }
    let one = try await run(1)
    #expect(try await run(1) == one)
    #expect(try await run(2) != one)
    #expect((30...90).contains(one.count { $0 != 200 }))
    #expect(Set(one) == [200, 500, 503])
  }

  @Test func clockAdvancesWhileFakeSleepsDuringWork() async throws {
    let desk = await Desk { $0.latency = .seconds(1) }
    let time = desk.clock.timeSource
    // The library's pipeline marks a request as work from its release to its response.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 {
        group.addTask {
          time.beginWork()
          defer { time.endWork() }
          let response = try await desk.call(.get, "/v3/contacts")
          #expect(response.status == 200)
        }
      }
      try await group.waitForAll()
    }
    #expect(desk.clock.elapsed == .seconds(1))
  }
}
