import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakePagingTests {
  /// Follows the links from a first page to the end and returns the IDs in order.
  private func walk(_ desk: Desk, _ first: String, _ key: String, _ id: String) async throws -> [String] {
    var (target, found): (String?, [String]) = (first, [])
    while let next = target {
      let page = try await desk.call(.get, next)
      #expect(page.status == 200)
      found += page.ids(key, id)
      target = page.string("_links.next.href")
      if let target { #expect(target.hasPrefix("/v3/") && target.contains("?cursor=")) }
      if found.count > 10_000 { break }
    }
    return found
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func contactPagesAreCompleteWithoutDuplicates(seed: UInt64) async throws {
    var random = SystemRandomNumberGenerator()
    let total = Int(random.next() % 300)
    let limit = Int(random.next() % 60) + 1
    let desk = await Desk { $0.seed = seed }
    await desk.fake.seedSampleData(contacts: total, seed: seed)
    let expected = await desk.fake.allContacts.map(\.id)
    let found = try await walk(desk, "/v3/contacts?status=all&limit=\(limit)", "contacts", "contact_id")
    #expect(found == expected, "\(total) contacts in pages of \(limit)")
    let visible = await desk.fake.allContacts.filter { $0.state != .deleted }.map(\.id)
    #expect(try await walk(desk, "/v3/contacts?limit=\(limit)", "contacts", "contact_id") == visible)
  }

  @Test func deletionsBetweenPagesNeitherSkipNorRepeatContacts() async throws {
    let desk = await Desk()
    await desk.fake.seedSampleData(contacts: 30)
    let all = await desk.fake.allContacts
    let first = try await desk.call(.get, "/v3/contacts?status=all&limit=10")
    let target = try #require(first.string("_links.next.href"))
    _ = try await desk.call(.delete, "/v3/contacts/\(all.first { $0.state != .deleted }?.id ?? "")")
    let rest = try await walk(desk, target, "contacts", "contact_id")
    #expect(first.ids("contacts", "contact_id") + rest == all.map(\.id))
  }

  @Test func cursorsCarryFiltersAndRefuseMore() async throws {
    let desk = await Desk()
    for index in 0..<4 {
      await desk.fake.add(.init(address: "\(index)@example.com", state: index == 2 ? .unsubscribed : .implicit))
    }
    let first = try await desk.call(.get, "/v3/contacts?status=active&limit=2&include=list_memberships")
    let target = try #require(first.string("_links.next.href"))
    let second = try await desk.call(.get, target)
    #expect(second.count("contacts") == 1)
    #expect(second.has("contacts.0.list_memberships"))
    #expect(try await desk.call(.get, target + "&limit=2").status == 400)
    let moved = target.replacingOccurrences(of: "/contacts", with: "/contact_lists")
    #expect(try await desk.call(.get, moved).status == 400, "a cursor belongs to its collection")
  }

  @Test func lastPageRotatesThroughLinkShapes() async throws {
    let desk = await Desk()
    var shapes: Set<String> = []
    for _ in 0..<5 {
      let body = try await desk.call(.get, "/v3/contacts").body
      shapes.insert(String(decoding: body, as: UTF8.self))
    }
    #expect(
      shapes == [
        #"{"contacts":[]}"#, #"{"_links":null,"contacts":[]}"#, #"{"_links":{},"contacts":[]}"#,
        #"{"_links":{"next":null},"contacts":[]}"#, #"{"_links":{"next":{"href":null}},"contacts":[]}"#,
      ]
    )
  }

  @Test(arguments: [1, 7, 25, 50])
  func listAndFieldPagesAreComplete(limit: Int) async throws {
    let desk = await Desk()
    for index in 0..<25 {
      await desk.fake.add(list: "List \(index)")
      await desk.fake.add(customField: "Field \(index)")
    }
    let lists = try await walk(desk, "/v3/contact_lists?limit=\(limit)", "lists", "list_id")
    let knownLists = await desk.fake.lists
    #expect(lists.count == 25 && Set(lists) == Set(knownLists.keys))
    let fields = try await walk(
      desk,
      "/v3/contact_custom_fields?limit=\(limit)",
      "custom_fields",
      "custom_field_id"
    )
    let knownFields = await desk.fake.customFields
    #expect(fields.count == 25 && Set(fields) == Set(knownFields.keys))
  }
}
