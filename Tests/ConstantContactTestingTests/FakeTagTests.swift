import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeTagTests {
  private let path = "/v3/contact_tags"

  @Test func tagsAreCreatedCountedAndRenamed() async throws {
    let desk = await Desk()
    let made = try await desk.call(.post, path, #"{"name":"VIP","tag_source":"shop"}"#)
    #expect(made.status == 201 && made.string("tag_source") == "shop" && !made.has("contacts_count"))
    let id = try #require(made.string("tag_id"))
    await desk.fake.add(.init(address: "ann@example.com", tags: [id]))
    #expect(try await desk.call(.get, "\(path)/\(id)?include_count=true").int("contacts_count") == 1)
    #expect(try await desk.call(.get, "\(path)?include_count=true").int("tags.0.contacts_count") == 1)
    #expect(try await desk.call(.put, "\(path)/\(id)", #"{"name":"VIPs"}"#).string("name") == "VIPs")
    #expect(try await desk.call(.put, "\(path)/\(id)", #"{"name":"VIPs","tag_source":"x"}"#).status == 400)
    #expect(try await desk.call(.post, path, #"{"name":"VIPs"}"#).status == 409)
    for body in [#"{"name":""}"#, "{}", #"{"name":"\#(String(repeating: "x", count: 256))"}"#] {
      #expect(try await desk.call(.post, path, body).status == 400)
    }
    #expect(await desk.fake.tags == [id: "VIPs"])
  }

  @Test func contactsCarryKnownTagsOnly() async throws {
    let desk = await Desk()
    let tag = await desk.fake.add(tag: "VIP")
    let body = { (id: String) in #"{"create_source":"Account","first_name":"Ann","taggings":["\#(id)"]}"# }
    let made = try await desk.call(.post, "/v3/contacts", body(tag))
    #expect(made.status == 201 && made.strings("taggings") == [tag])
    #expect(try await desk.call(.get, "/v3/contacts?tags=\(tag)").count("contacts") == 1)
    #expect(try await desk.call(.post, "/v3/contacts", body("04fe9a00-a579-43c5-bb1a-58ed29bf0a6a")).status == 400)
  }

  @Test func deletionUntagsContactsAndIsAnActivity() async throws {
    let desk = await Desk()
    let tag = await desk.fake.add(tag: "VIP")
    let ann = await desk.fake.add(.init(address: "ann@example.com", tags: [tag]))
    let deletion = try await desk.call(.delete, "\(path)/\(tag)")
    #expect(deletion.status == 202 && deletion.string("state") == "initialized")
    let location = try #require(deletion.headers["Location"])
    #expect(try await desk.call(.get, location).string("state") == "completed")
    #expect(try await desk.call(.get, "/v3/activities?state=completed").count("activities") == 1)
    #expect(await desk.fake.contact(id: ann.id)?.tags == [])
    #expect(try await desk.call(.get, "\(path)/\(tag)").status == 404)
  }

  @Test func pagesAreComplete() async throws {
    let desk = await Desk()
    for index in 0..<7 { await desk.fake.add(tag: "\(index)") }
    let first = try await desk.call(.get, "\(path)?limit=4")
    let second = try await desk.call(.get, try #require(first.string("_links.next.href")))
    #expect(first.ids("tags", "name") + second.ids("tags", "name") == (0..<7).map { "\($0)" })
  }
}
