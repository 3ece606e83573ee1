import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A collection ends where the API says so, and nowhere else.
@Suite struct PagingEndTests {
  private func list(_ name: String) -> String { #"{"list_id":"\#(name)","name":"\#(name)"}"# }

  private func page(_ names: String..., next: String? = nil) -> ScriptedTransport.Step {
    let links = next.map { #","_links":{"next":{"href":"\#($0)"}}"# } ?? ""
    return .json(200, #"{"lists":[\#(names.map(list).joined(separator: ","))]\#(links)}"#)
  }

  private func names(_ bench: Bench) async throws -> [String?] {
    try await bench.client.lists.list().collect().map(\.name)
  }

  @Test(arguments: [
    #"7"#, #""/v3/b""#, "[1]", "true", #"{"next":7}"#, #"{"next":"/v3/b"}"#, #"{"next":[{"href":"/v3/b"}]}"#,
    #"{"next":{"href":7}}"#, #"{"next":{"href":["/v3/b"]}}"#, #"{"next":{"href":{}}}"#, #"{"next":{"href":1e400}}"#,
    #"{"next":{"next":7}}"#,
  ])
  func unreadableLinkIsAnError(links: String) async throws {
    let bench = Bench([.json(200, #"{"lists":[\#(list("A"))],"_links":\#(links)}"#)])
    let error = try await failure { try await names(bench) }
    #expect(error.code == .unreadableResponse && error.effect == .none)
  }

  @Test func numberThatNothingCanHoldDoesNotHideALink() async throws {
    let links = #"{"next":{"href":"/v3/b","x":1e400},"y":-1e999}"#
    let bench = Bench([.json(200, #"{"lists":[\#(list("A"))],"_links":\#(links)}"#), page("B")])
    #expect(try await names(bench) == ["A", "B"])
  }

  @Test func endBeforeTheTotalIsAnError() async throws {
    func counted(_ name: String, _ total: String, next: String? = nil) -> ScriptedTransport.Step {
      let links = next.map { #","_links":{"next":{"href":"\#($0)"}}"# } ?? ""
      return .json(200, #"{"lists":[\#(list(name))],"lists_count":\#(total)\#(links)}"#)
    }
    let short = Bench([counted("A", #""1,204""#, next: "/v3/b"), counted("B", "3")])
    var delivered: [String?] = []
    let error = try await failure {
      for try await list in short.client.lists.list(countingAll: true) { delivered.append(list.name) }
    }
    #expect(delivered == ["A", "B"])
    #expect(error.code == .unreadableResponse && error.message.contains("2 of 3"))
    // A list may be created or deleted between two requests: the smallest total counts.
    for totals in [["2", "3"], ["3", "2"]] {
      let bench = Bench([counted("A", totals[0], next: "/v3/b"), counted("B", totals[1])])
      #expect(try await names(bench) == ["A", "B"])
    }
    // What came before a stored cursor is not known.
    let resumed = Bench([counted("B", "3")])
    let cursor = PageCursor(operation: "lists.list", position: .link("/v3/b"))
    #expect(try await resumed.client.lists.list(from: cursor).collect().count == 1)
    let unreadable = Bench([counted("A", #""many""#)])
    #expect(
      try await failure { try await unreadable.client.lists.list(countingAll: true).collect() }.code
        == .unreadableResponse)
  }

  @Test func eventsFollowTheLinkWhereThereIsNoToken() async throws {
    let bench = Bench([
      .json(200, #"{"records":[{"event_id":"1"}],"next_cursor":"b","_links":{"next":{"href":"/v3/events?next=x"}}}"#),
      .json(200, #"{"records":[{"event_id":"2"}],"_links":{"next":{"href":"/v3/events?next=c"}},"total_records":3}"#),
      .json(200, #"{"records":[{"event_id":"3"}],"total_records":3}"#),
    ])
    #expect(try await bench.client.events.list().collect().map(\.id) == ["1", "2", "3"])
    #expect(await bench.requests.map { $0.url.query() } == ["limit=100", "limit=100&next=b", "next=c"])
  }

  /// An offset that the API ignores would deliver the first page for ever.
  @Test func pageThatComesAgainIsAnError() async throws {
    let first = ScriptedTransport.Step.json(
      200, #"{"hashtag_groups":[{"hashtag_group_id":"1"}],"page":{"total_pages":9}}"#)
    let bench = Bench([first, first, first])
    var delivered = 0
    let error = try await failure {
      for try await _ in bench.client.social.hashtagGroups() { delivered += 1 }
    }
    #expect(error.code == .repeatedCursor && delivered == 1)
    #expect(await bench.requests.count == 2)
  }

  @Test func newCursorsToTheSamePageAreBounded() async throws {
    let bench = Bench((0..<300).map { page("A", next: "/v3/\($0)") })
    let error = try await failure { try await names(bench) }
    #expect(error.code == .endlessCollection)
    #expect(await bench.requests.count == PagedSequence<ContactList>.Pages.maximumEmptyPages + 1)
  }
}
