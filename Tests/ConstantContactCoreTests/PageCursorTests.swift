import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A cursor belongs to one operation, and a string that is not a cursor is an error.
@Suite struct PageCursorTests {
  private func stored(_ cursor: PageCursor) throws -> String {
    try JSONDecoder().decode(String.self, from: JSONEncoder().encode(cursor))
  }

  private func parse(_ text: String) throws -> PageCursor {
    try JSONDecoder().decode(PageCursor.self, from: JSONEncoder().encode(text))
  }

  private static let listsCursor = PageCursor(operation: "lists.list", position: .link("/v3/contact_lists?cursor=a"))

  @Test(arguments: [
    listsCursor,
    PageCursor(operation: "events.registrations", path: ["e", "t"], position: .parameters([.init("next", "n")])),
    PageCursor(operation: "", path: ["\u{0}", "ä"], position: .parameters([])),
  ])
  func isStoredAsOneString(cursor: PageCursor) throws {
    let text = try stored(cursor)
    #expect(
      text.utf8.allSatisfy { "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains($0) })
    #expect(try parse(text) == cursor)
  }

  @Test(arguments: [
    "", "a", "/v3/contact_lists?cursor=a", "https://evil.example", "AAAAAAAAAAAAAAAA", "ä", "====", "\u{0}",
  ])
  func foreignStringIsAnError(text: String) {
    #expect(throws: DecodingError.self) { try parse(text) }
  }

  @Test func damagedStringIsAnError() throws {
    let text = Array(try stored(Self.listsCursor))
    for index in text.indices {
      var damaged = text
      damaged[index] = damaged[index] == "A" ? "B" : "A"
      #expect(throws: DecodingError.self) { try parse(String(damaged)) }
      #expect(throws: DecodingError.self) { try parse(String(text.prefix(index))) }
    }
    for other in [#"7"#, "null", "{}", "[]"] {
      #expect(throws: (any Error).self) { try JSONDecoder().decode(PageCursor.self, from: Data(other.utf8)) }
    }
  }

  @Test func anotherOperationRefusesIt() async throws {
    let bench = Bench([])
    let cursor = Self.listsCursor
    let calls: [@Sendable (ConstantContact) async throws -> Void] = [
      { _ = try await $0.contacts.list(from: cursor).collect() },
      { _ = try await $0.events.list(from: cursor).collect() },
      { _ = try await $0.reports.sends(of: "a", from: cursor).collect() },
      { _ = try await $0.social.hashtagGroups(from: cursor).collect() },
      { for try await _ in $0.tags.list(from: cursor).pages {} },
    ]
    for call in calls {
      let error = try await failure { try await call(bench.client) }
      #expect(error.code == .invalidInput && error.effect == .none)
      #expect(error.message == "`cursor` belongs to the operation `lists.list`")
    }
    #expect(await bench.requests.isEmpty)
  }

  @Test func anotherResourceRefusesIt() async throws {
    let page = #"{"tracking_activities":[{}],"_links":{"next":{"href":"/v3/x?cursor=b"}}}"#
    let bench = Bench([.json(200, page), .json(200, #"{"tracking_activities":[]}"#)])
    var pages = bench.client.reports.sends(of: "a").pages.makeAsyncIterator()
    let cursor = try #require(try await pages.next()?.next)
    let error = try await failure { try await bench.client.reports.sends(of: "b", from: cursor).collect() }
    #expect(error.code == .invalidInput && error.message.contains("another resource"))
    #expect(try await bench.client.reports.sends(of: "a", from: cursor).collect().isEmpty)
  }

  /// What a forged cursor could replace in the query of the first page.
  @Test(arguments: [
    [PageCursor.Parameter("page", "99999999999999999999")], [.init("page", "-1")],
    [.init("page", "9223372036854775807")],
    [.init("account_type", "all")], [.init("limit", "x")],
  ])
  func forgedParametersAreRefused(parameters: [PageCursor.Parameter]) async throws {
    let bench = Bench([])
    let cursor = PageCursor(operation: "social.hashtagGroups", position: .parameters(parameters))
    let error = try await failure { try await bench.client.social.hashtagGroups(from: cursor).collect() }
    #expect(error.code == .invalidInput)
    #expect(await bench.requests.isEmpty)
  }

  @Test func keepsThePageSizeWherePagesAreNumbered() async throws {
    let first = #"{"hashtag_groups":[{}],"page":{"page":0,"total_pages":9}}"#
    let bench = Bench([.json(200, first), .json(200, #"{"hashtag_groups":[],"page":{"page":1,"total_pages":2}}"#)])
    var pages = bench.client.social.hashtagGroups(pageSize: 2).pages.makeAsyncIterator()
    let cursor = try #require(try await pages.next()?.next)
    _ = try await bench.client.social.hashtagGroups(from: cursor).collect()
    #expect(await bench.requests.last?.url.query() == "limit=2&page=1")
  }

  @Test func showsNothingOfTheLink() {
    let cursor = PageCursor(operation: "contacts.list", position: .link("/v3/contacts?email=ann@example.com"))
    #expect(!everythingPrinted(cursor).contains("ann"))
  }
}
