import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeSegmentTests {
  private let criteria = #"{\"version\":\"1.0.0\",\"criteria\":{\"type\":\"and\",\"group\":[]}}"#

  private func body(_ name: String) -> String { #"{"name":"\#(name)","segment_criteria":"\#(criteria)"}"# }

  @Test func segmentsAreCreatedRenamedAndDeleted() async throws {
    let desk = await Desk()
    let made = try await desk.call(.post, "/v3/segments", body("Fans"))
    #expect(made.status == 201 && made.string("segment_criteria")?.contains("version") == true)
    let id = try #require(made.int("segment_id"))
    #expect(try await desk.call(.post, "/v3/segments", body("Fans")).status == 409)
    let renamed = try await desk.call(.patch, "/v3/segments/\(id)/name", #"{"name":"Friends"}"#)
    #expect(renamed.status == 200 && renamed.string("name") == "Friends")
    #expect(try await desk.call(.put, "/v3/segments/\(id)", body("Family")).string("name") == "Family")
    #expect(await desk.fake.segments == [id: "Family"])
    #expect(try await desk.call(.delete, "/v3/segments/\(id)").status == 204)
    #expect(try await desk.call(.get, "/v3/segments").count("segments") == 0)
    #expect(try await desk.call(.get, "/v3/segments/\(id)").status == 200, "deleted segments are found by ID")
    #expect(try await desk.call(.delete, "/v3/segments/\(id)").status == 404)
  }

  @Test(arguments: [
    #"{"name":"A"}"#, #"{"name":"A","segment_criteria":"x"}"#, #"{"name":"","segment_criteria":"{}"}"#,
    #"{"name":"A","segment_criteria":"{\"criteria\":{\"type\":\"or\",\"group\":[]}}"}"#,
    #"{"name":"A","segment_criteria":{"criteria":{"type":"and","group":[]}}}"#,
  ])
  func invalidSegmentsAreRefused(body: String) async throws {
    let desk = await Desk()
    #expect(try await desk.call(.post, "/v3/segments", body).status == 400)
  }

  @Test func contactsOfASegmentAreAvailableAfterProcessing() async throws {
    let desk = await Desk()
    var ids: [String] = []
    for index in 0..<3 { ids.append(await desk.fake.add(.init(address: "\(index)@example.com")).id) }
    let segment = await desk.fake.add(segment: "Fans", contacts: [ids[0], ids[2]])
    let first = try await desk.call(.get, "/v3/contacts?segment_id=\(segment)")
    #expect(first.status == 202 && first.string("status") == "processing" && first.count("contacts") == 0)
    let second = try await desk.call(.get, "/v3/contacts?segment_id=\(segment)&limit=1")
    #expect(second.ids("contacts", "contact_id") == [ids[0]])
    let third = try await desk.call(.get, try #require(second.string("_links.next.href")))
    #expect(third.ids("contacts", "contact_id") == [ids[2]])
    #expect(try await desk.call(.get, "/v3/contacts?segment_id=99").status == 404)
  }

  @Test func conditionsOnReactionsNeedTheirContacts() async throws {
    let desk = await Desk()
    let tracking = #"{\"source\":\"tracking\",\"field\":\"not_opened\",\"op\":\"eq\",\"value\":\"x\"}"#
    let made = try await desk.call(
      .post, "/v3/segments", body("Fans").replacing(#"\"group\":[]"#, with: #"\"group\":[\#(tracking)]"#))
    let id = try #require(made.int("segment_id"))
    let response = try await desk.call(.get, "/v3/contacts?segment_id=\(id)")
    #expect(response.status == 501 && response.string("error_message")?.contains("setContacts") == true)
    await desk.fake.setContacts([], ofSegment: id)
    #expect(try await desk.call(.get, "/v3/contacts?segment_id=\(id)").status == 202)
  }

  @Test func segmentsAreSortedByNameOrDate() async throws {
    let desk = await Desk(automatic: false)
    for name in ["B", "C", "A"] {
      await desk.fake.add(segment: name, contacts: [])
      await desk.clock.advance(by: .seconds(60))
    }
    #expect(try await desk.call(.get, "/v3/segments?sort_by=name").ids("segments", "name") == ["A", "B", "C"])
    let first = try await desk.call(.get, "/v3/segments?limit=2")
    let second = try await desk.call(.get, try #require(first.string("_links.next.href")))
    #expect(first.ids("segments", "name") + second.ids("segments", "name") == ["A", "C", "B"])
  }

  @Test func deletionsBetweenPagesNeitherSkipNorRepeatSegments() async throws {
    let desk = await Desk()
    for name in ["A", "B", "C"] { await desk.fake.add(segment: name, contacts: []) }
    let first = try await desk.call(.get, "/v3/segments?sort_by=name&limit=1")
    #expect(try await desk.call(.delete, "/v3/segments/1").status == 204)
    let second = try await desk.call(.get, try #require(first.string("_links.next.href")))
    #expect(second.ids("segments", "name") == ["B"])
  }
}
