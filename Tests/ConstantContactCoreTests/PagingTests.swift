import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct PagingTests {
  private func list(_ name: String) -> String { #"{"list_id":"\#(name)","name":"\#(name)"}"# }

  private func page(_ names: String..., next: String? = nil) -> ScriptedTransport.Step {
    let links = next.map { #","_links":{"next":{"href":"\#($0)"}}"# } ?? ""
    return .json(200, #"{"lists":[\#(names.map(list).joined(separator: ","))]\#(links)}"#)
  }

  private func names(_ bench: Bench, limit: Int? = nil) async throws -> [String?] {
    try await bench.client.lists.list(limit: limit).collect().map(\.name)
  }

  /// It may count all contacts, not those that match.
  @Test func countThatWasNotRequestedIsIgnored() async throws {
    let one = #"{"contacts":[{"contact_id":"1","email_address":{"address":"ann@example.com"}}],"contacts_count":3249}"#
    let bench = Bench([.json(200, one), .json(200, one)])
    #expect(try await bench.client.contacts.find(email: "ann@example.com")?.id == "1")
    let error = try await failure { try await bench.client.contacts.list(countingAll: true).collect() }
    #expect(error.code == .unreadableResponse)
  }

  @Test(arguments: [
    "", #","_links":null"#, #","_links":{}"#, #","_links":{"next":null}"#, #","_links":{"next":{}}"#,
    #","_links":{"next":{"href":null}}"#, #","_links":{"next":{"href":""}}"#, #","_links":{"next":{"next":null}}"#,
    #","_links":{"next":{"next":{"href":""}}}"#, #","_links":[]"#, #","_links":{"next":[]}"#,
  ])
  func missingLinkEndsTheCollection(links: String) async throws {
    let bench = Bench([.json(200, #"{"lists":[\#(list("A"))]\#(links)}"#)])
    #expect(try await names(bench) == ["A"])
    #expect(await bench.requests.count == 1)
  }

  @Test func tagsLinkIsOneLevelDeeper() throws {
    func link(_ links: String) throws -> String? {
      let body = Data(#"{"x":[],"_links":\#(links)}"#.utf8)
      return try PageBody<RawJSON>.decode(body, .member("x", total: "n")).link
    }
    #expect(try link(#"{"next":{"next":{"href":"/v3/b"}}}"#) == "/v3/b")
    #expect(try link(#"{"next":{"href":"/v3/a","next":{"href":"/v3/b"}}}"#) == "/v3/a")
  }

  @Test(arguments: [
    "/v3/contact_lists?cursor=bGltaXQ9NTAmbmV4dD0y", "/v3/contact_lists?cursor=a%2Bb%3D%3d&x=%2f+c",
    "/v3/contact_lists?cursor=a%252Bb&email=ann%40example.com", "/v3/contact_lists?a=1,2;3:4@5!$'()*", "?cursor=9",
  ])
  func linkIsSentBackUnchanged(link: String) async throws {
    let bench = Bench([page("A", next: link), page("B")])
    #expect(try await names(bench) == ["A", "B"])
    let start = link.hasPrefix("?") ? "https://api.cc.email/v3" : "https://api.cc.email"
    #expect(await bench.requests.last?.url.absoluteString == start + link)
  }

  @Test func repeatedCursorIsAnError() async throws {
    for links in [["/v3/a", "/v3/a"], ["/v3/a", "/v3/b", "/v3/a"]] {
      let bench = Bench(links.map { page("x", next: $0) } + [page()])
      let error = try await failure { try await names(bench) }
      #expect(error.code == .repeatedCursor)
      #expect(error.operation == "lists.list")
      #expect(await bench.requests.count == links.count)
    }
    let resumed = Bench([page("x", next: "/v3/a"), page()])
    let error = try await failure {
      try await resumed.client.lists.list(from: PageCursor(operation: "lists.list", position: .link("/v3/a"))).collect()
    }
    #expect(error.code == .repeatedCursor)
  }

  @Test func limitRequestsNoMorePagesThanNeeded() async throws {
    for (limit, expected, requests) in [(0, 0, 0), (1, 1, 1), (2, 2, 1), (3, 3, 2), (9, 4, 2)] {
      let bench = Bench([page("A", "B", next: "/v3/2"), page("C", "D")])
      #expect(try await names(bench, limit: limit).count == expected)
      #expect(await bench.requests.count == requests)
    }
  }

  @Test func emptyPageIsNotTheEnd() async throws {
    let bench = Bench([page("A", next: "/v3/2"), page(next: "/v3/3"), page(next: "/v3/4"), page("B")])
    #expect(try await names(bench) == ["A", "B"])
  }

  @Test func storedCursorContinuesTheCollection() async throws {
    let bench = Bench([page("A", next: "/v3/2?cursor=%2B"), page("B", next: "/v3/3"), page("C")])
    var pages = bench.client.lists.list().pages.makeAsyncIterator()
    let first = try #require(try await pages.next())
    #expect(first.elements.map(\.name) == ["A"])
    let stored = try JSONEncoder().encode(first.next)
    let cursor = try JSONDecoder().decode(PageCursor.self, from: stored)
    #expect(try await bench.client.lists.list(from: cursor).collect().map(\.name) == ["B", "C"])
    #expect(await bench.requests[1].url.absoluteString == "https://api.cc.email/v3/2?cursor=%2B")
  }

  @Test func pagesHaveCursorsAndTotals() async throws {
    let clock = ManualClock(automatic: true)
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    for index in 0..<7 { await fake.add(list: "List \(index)") }
    var sizes: [Int] = []
    for try await page in try await fake.client().lists.list(pageSize: 3, countingAll: true).pages {
      sizes.append(page.elements.count)
      #expect(page.total == 7)
      #expect((page.next == nil) == (sizes.count == 3))
    }
    #expect(sizes == [3, 3, 1])
  }

  @Test func undecodableElementsDoNotAffectTheOthers() async throws {
    let odd = #"{"lists":[\#(list("A")),"odd",null,7,\#(list("B"))]}"#
    let bench = Bench(Array(repeating: .json(200, odd), count: 4))
    var seen: [String?] = []
    let error = try await failure {
      for try await list in bench.client.lists.list() { seen.append(list.name) }
    }
    #expect(seen == ["A", "B"])
    #expect(error.code == .undecodableElements)
    let cause = try #require(error.cause as? UndecodableElements)
    #expect(cause.elements.map(\.json) == [.string("odd"), .null, .integer(7)])
    #expect(!everythingPrinted(cause).contains("odd"))
    #expect(error.advice.sentence?.contains("collectReadable()") == true)

    let collected = try await bench.client.lists.list().collectReadable()
    #expect(collected.elements.map(\.name) == ["A", "B"])
    #expect(collected.undecodable.map(\.json) == [.string("odd"), .null, .integer(7)])

    let handled = Locked<[RawJSON]>([])
    let sequence = bench.client.lists.list().onUndecodable { element in handled.withLock { $0.append(element.json) } }
    #expect(try await sequence.collect().count == 2)
    #expect(handled.withLock { $0 } == [.string("odd"), .null, .integer(7)])

    for try await page in bench.client.lists.list().pages { #expect(page.undecodable.count == 3) }
  }

  @Test(arguments: [
    #"{"contacts":{}}"#, #"{"contacts":"none"}"#, #"{"contacts":0}"#, "[]", "null", #""text""#, "", "<html>",
  ])
  func malformedCollectionIsNotEmpty(body: String) async throws {
    let bench = Bench([.json(200, body)])
    let error = try await failure { try await bench.client.contacts.find(email: "ann@example.com") }
    #expect(error.code == .unreadableResponse)
    #expect(error.effect == .none)
    #expect(error.status == 200)
  }

  @Test func cancellationIsNoticedBetweenPages() async throws {
    let bench = Bench([page("A", "B", next: "/v3/2"), page("C")])
    let iteration = Task {
      for try await _ in bench.client.lists.list() { withUnsafeCurrentTask { $0?.cancel() } }
    }
    await #expect(throws: CancellationError.self) { try await iteration.value }
    #expect(await bench.requests.count == 1)

    // Also when nothing below checks for it.
    let fetched = Locked(0)
    let sequence = PagedSequence(operation: "x") { _ in
      let count = fetched.withLock { count in
        count += 1
        return count
      }
      return PagedSequence.Page(
        elements: [count], next: count < 9 ? PageCursor(operation: "x", position: .link("/v3/\(count)")) : nil)
    }
    let endless = Task {
      for try await count in sequence where count == 2 { withUnsafeCurrentTask { $0?.cancel() } }
    }
    await #expect(throws: CancellationError.self) { try await endless.value }
    #expect(fetched.withLock { $0 } == 2)
  }

  @Test func failedPageCanBeRequestedAgain() async throws {
    let bench = Bench([page("A", next: "/v3/2"), .json(503, ""), page("B")]) { $0.retry = .none }
    var pages = bench.client.lists.list().pages.makeAsyncIterator()
    _ = try await pages.next()
    #expect(try await failure { try await pages.next() }.code == .server)
    #expect(try await pages.next()?.elements.map(\.name) == ["B"])
    #expect(try await pages.next() == nil)
  }

  @Test func limitBoundsThePageSize() async throws {
    for (limit, pageSize, expected) in [(3, 500, 3), (7, 5, 5), (500, 500, 500), (1, 1, 1)] {
      let bench = Bench([page("A")])
      _ = try await bench.client.lists.list(limit: limit, pageSize: pageSize).collect()
      #expect(await bench.requests.first?.url.query() == "limit=\(expected)")
    }
  }

  @Test func endlessEmptyPagesAreAnError() async throws {
    let steps = (0..<150).map { page(next: "/v3/\($0)") }
    let bench = Bench(steps) { $0.rateLimit = RateLimit(perSecond: 1_000, time: $0.time) }
    let error = try await failure { try await names(bench) }
    #expect(error.code == .endlessCollection)
    #expect(await bench.requests.count == 100)

    // 99 of them are not.
    let finite = Bench((0..<99).map { page(next: "/v3/\($0)") } + [page("A")]) {
      $0.rateLimit = RateLimit(perSecond: 1_000, time: $0.time)
    }
    #expect(try await names(finite) == ["A"])
  }

  /// Every collection treats a response that is not complete alike.
  @Test func incompleteCollectionIsAnError() async throws {
    let steps: [ScriptedTransport.Step] = [.json(202, ""), .json(200, #"{"status":"processing"}"#)]
    for step in steps {
      let calls: [@Sendable (ConstantContact) async throws -> Void] = [
        { _ = try await $0.lists.list().collect() }, { _ = try await $0.events.list().collect() },
        { _ = try await $0.reports.sends(of: "a").collect() }, { _ = try await $0.social.hashtagGroups().collect() },
        { _ = try await $0.reports.emailCampaignSummaryPages().collect() },
        { _ = try await $0.social.connections().collect() },
      ]
      for call in calls {
        let bench = Bench([step])
        #expect(try await failure { try await call(bench.client) }.code == .stillProcessing)
      }
    }
  }

  @Test func bareArraysDoNotFailForOneElement() async throws {
    let odd = ScriptedTransport.Step.json(200, #"[7,{},null,{}]"#)
    let calls: [@Sendable (ConstantContact, Int?) async throws -> (Int, Int)] = [
      { try await counts($0.account.privileges(limit: $1)) }, { try await counts($0.account.emails(limit: $1)) },
      { try await counts($0.campaignActivities.sendHistory(of: "a", limit: $1)) },
      { try await counts($0.campaignActivities.schedules(of: "a", limit: $1)) },
      { try await counts($0.campaignActivities.resends(of: "a", limit: $1)) },
      { try await counts($0.contacts.smsHistory(of: "a", limit: $1)) },
      { try await counts($0.social.profiles(limit: $1)) },
    ]
    for (index, call) in calls.enumerated() {
      let bench = Bench([odd, odd])
      let all = try await call(bench.client, nil)
      #expect(all == (2, 2), "\(index)")
      let one = try await call(bench.client, 1)
      #expect(one.0 == 1, "\(index)")
    }
  }
}

private func counts<Element>(_ sequence: PagedSequence<Element>) async throws -> (Int, Int) {
  let collected = try await sequence.collectReadable()
  return (collected.elements.count, collected.undecodable.count)
}
