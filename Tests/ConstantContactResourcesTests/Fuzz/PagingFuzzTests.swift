import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Every value that leads from a page to the next one, mutated: the second page is delivered, or the end is an error.
@Suite(.serialized) struct PagingFuzzTests {
  /// A collection of two pages.
  struct Collection: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let first: String
    let second: String
    /// The members of the first page that are mutated.
    let members: [String]
    let pages: @Sendable (ConstantContact) async throws -> Int
  }

  static let collections: [Collection] = [
    Collection(
      testDescription: "contacts.list",
      first:
        #"{"contacts":[{"contact_id":"1"}],"contacts_count":2,"_links":{"next":{"href":"/v3/contacts?cursor=b"}}}"#,
      second: #"{"contacts":[{"contact_id":"2"}],"contacts_count":2}"#, members: ["_links", "contacts_count"]
    ) { try await $0.contacts.list(countingAll: true).collect().count },
    Collection(
      testDescription: "contacts.list, without a total",
      first: #"{"contacts":[{"contact_id":"1"}],"_links":{"next":{"href":"/v3/contacts?cursor=b"}}}"#,
      second: #"{"contacts":[{"contact_id":"2"}]}"#, members: ["_links"]
    ) { try await $0.contacts.list().collect().count },
    Collection(
      testDescription: "tags.list",
      first: #"{"tags":[{"tag_id":"1"}],"_links":{"next":{"next":{"href":"/v3/contact_tags?cursor=b"}}}}"#,
      second: #"{"tags":[{"tag_id":"2"}]}"#, members: ["_links"]
    ) { try await $0.tags.list().collect().count },
    Collection(
      testDescription: "events.list, by a token",
      first: #"{"records":[{"event_id":"1"}],"total_records":2,"next_cursor":"b"}"#,
      second: #"{"records":[{"event_id":"2"}],"total_records":2}"#, members: ["next_cursor", "total_records"]
    ) { try await $0.events.list().collect().count },
    Collection(
      testDescription: "events.list, by a link",
      first: #"{"records":[{"event_id":"1"}],"total_records":2,"_links":{"next":{"href":"/v3/events?next=b"}}}"#,
      second: #"{"records":[{"event_id":"2"}],"total_records":2}"#, members: ["_links", "total_records"]
    ) { try await $0.events.list().collect().count },
    Collection(
      testDescription: "social.hashtagGroups",
      first:
        #"{"hashtag_groups":[{"hashtag_group_id":"1"}],"page":{"page":0,"size":1,"total_elements":2,"total_pages":2}}"#,
      second:
        #"{"hashtag_groups":[{"hashtag_group_id":"2"}],"page":{"page":1,"size":1,"total_elements":2,"total_pages":2}}"#,
      members: ["page"]
    ) { try await $0.social.hashtagGroups(pageSize: 1).collect().count },
    Collection(
      testDescription: "partner.accounts",
      first:
        #"{"site_owner_list":[{"encoded_account_id":"1"}],"_links":{"next":{"href":"/v3/partner/accounts?offset=1"}}}"#,
      second: #"{"site_owner_list":[{"encoded_account_id":"2"}]}"#, members: ["_links"]
    ) { try await $0.partner.accounts().collect().count },
  ]

  @Test(arguments: collections)
  func endIsNeverAGuess(collection: Collection) async throws {
    let sample = WireJSON(try JSONCoding.decode(Data(collection.first.utf8)))
    var failures: [String] = []
    var count = 0
    for mutation in WireMutation.all(of: sample) where collection.members.contains(mutation.topMember ?? "") {
      let wire = mutation.applied(to: sample)
      let transport = TwoPages(first: wire.data, second: Data(collection.second.utf8))
      count += 1
      do {
        let elements = try await collection.pages(Walk.client(transport))
        // One page is all only if the response says so: nothing leads on, and no total says more.
        if elements < 2 && (Self.leadsOn(wire) || Self.saysMore(wire)) {
          failures.append("\(mutation.name): \(elements)")
        }
      } catch let error as ConstantContactError {
        let codes: [ConstantContactError.Code] = [
          .unreadableResponse, .repeatedCursor, .endlessCollection, .insecure, .invalidInput, .notFound,
        ]
        if !codes.contains(error.code) { failures.append("\(mutation.name): \(error.code)") }
      }
      if transport.requests > 3 { failures.append("\(mutation.name): \(transport.requests) requests") }
    }
    #expect(failures.isEmpty, "\(failures.count) of \(count): \(failures.prefix(8))")
  }

  /// Whether anything but "nothing" stands where a link or a token to the next page may be.
  private static func leadsOn(_ wire: WireJSON) -> Bool {
    if let token = wire["next_cursor"], !isNothing(token) { return true }
    guard let links = wire["_links"], !isNothing(links) else { return false }
    guard case .object = links else { return true }
    guard let next = links["next"], !isNothing(next) else { return false }
    guard case .object = next else { return true }
    if let href = next["href"], !isNothing(href) { return true }
    guard let inner = next["next"], !isNothing(inner) else { return false }
    guard case .object = inner else { return true }
    return inner["href"].map { !isNothing($0) } ?? false
  }

  private static func saysMore(_ wire: WireJSON) -> Bool {
    let totals = [wire["contacts_count"], wire["total_records"], wire["page"]?["total_elements"]]
    return totals.contains { total in
      guard let total, !isNothing(total) else { return false }
      // An unreadable total says nothing that can be relied on.
      guard case .number(let digits) = total, let number = Double(digits) else { return true }
      return number > 1
    }
  }

  private static func isNothing(_ wire: WireJSON) -> Bool {
    switch wire {
    case .null, .string(""): true
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    default: false
    }
  }
}

/// Responds with one page first and with another one from then on.
private final class TwoPages: HTTPTransport {
  let first: Data
  let second: Data
  private let count = Locked(0)

  init(first: Data, second: Data) { (self.first, self.second) = (first, second) }

  var requests: Int { count.withLock { $0 } }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return TransportResponse(
      status: 200, headers: ["Content-Type": "application/json"], body: number == 1 ? first : second)
  }
}
