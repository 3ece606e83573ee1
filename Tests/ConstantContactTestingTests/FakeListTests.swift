import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeListTests {
  @Test func listsAreCreatedReadAndReplaced() async throws {
    let desk = await Desk()
    let made = try await desk.call(.post, "/v3/contact_lists", #"{"name":"VIP","favorite":true}"#)
    #expect(made.status == 201 && !made.has("description"))
    let id = try #require(made.string("list_id"))
    #expect(try await desk.call(.get, "/v3/contact_lists/\(id)").value("favorite") as? Bool == true)
    let put = try await desk.call(.put, "/v3/contact_lists/\(id)", #"{"name":"VIPs","description":"best"}"#)
    #expect(put.status == 200 && put.string("description") == "best")
    #expect(put.value("favorite") as? Bool == false, "PUT replaces the whole list")
    #expect(await desk.fake.lists == [id: "VIPs"])
  }

  @Test func namesAreUnique() async throws {
    let desk = await Desk()
    await desk.fake.add(list: "One")
    let two = await desk.fake.add(list: "Two")
    let post = try await desk.call(.post, "/v3/contact_lists", #"{"name":"One"}"#)
    #expect(post.status == 409 && post.string("0.error_key") == "contacts.api.conflict")
    #expect(try await desk.call(.put, "/v3/contact_lists/\(two)", #"{"name":"One"}"#).status == 409)
    #expect(try await desk.call(.put, "/v3/contact_lists/\(two)", #"{"name":"Two"}"#).status == 200)
  }

  @Test(arguments: ["{}", #"{"name":""}"#, #"{"name":"A","colour":"red"}"#, #"{"name":"A","favorite":"yes"}"#])
  func invalidListsAreRefused(body: String) async throws {
    let desk = await Desk()
    #expect(try await desk.call(.post, "/v3/contact_lists", body).status == 400)
    let long = String(repeating: "x", count: 256)
    #expect(try await desk.call(.post, "/v3/contact_lists", "{\"name\":\"\(long)\"}").status == 400)
  }

  @Test func searchByNameIsExact() async throws {
    let desk = await Desk()
    let id = await desk.fake.add(list: "Top Tier & Co")
    await desk.fake.add(list: "Top")
    let response = try await desk.call(.get, "/v3/contact_lists?name=Top%20Tier%20%26%20Co&include_count=true")
    #expect(response.ids("lists", "list_id") == [id])
    #expect(response.int("lists_count") == 1)
    #expect(try await desk.call(.get, "/v3/contact_lists?name=top").count("lists") == 0)
  }

  @Test func membershipsAreCountedOnRequest() async throws {
    let desk = await Desk()
    let id = await desk.fake.add(list: "A")
    await desk.fake.add(.init(address: "one@example.com", lists: [id]))
    await desk.fake.add(.init(address: "two@example.com", state: .unsubscribed, lists: [id]))
    #expect(!(try await desk.call(.get, "/v3/contact_lists").has("lists.0.membership_count")))
    let all = try await desk.call(.get, "/v3/contact_lists?include_membership_count=all")
    #expect(all.int("lists.0.membership_count") == 2)
    let active = try await desk.call(.get, "/v3/contact_lists/\(id)?include_membership_count=active")
    #expect(active.int("membership_count") == 1)
    #expect(try await desk.call(.get, "/v3/contact_lists?include_membership_count=some").status == 400)
  }

  @Test func deletionStartsActivity() async throws {
    let desk = await Desk()
    let id = await desk.fake.add(list: "Old")
    let ann = await desk.fake.add(.init(address: "ann@example.com", lists: [id]))
    let response = try await desk.call(.delete, "/v3/contact_lists/\(id)")
    #expect(response.status == 202 && response.string("state") == "initialized")
    let location = try #require(response.headers["Location"])
    #expect(location == response.string("_links.self.href"))
    #expect(try await desk.call(.get, location).string("state") == "completed")
    #expect(await desk.fake.contact(id: ann.id)?.lists == [])
    #expect(try await desk.call(.get, "/v3/contact_lists").count("lists") == 0)
    let deleted = try await desk.call(.get, "/v3/contact_lists?status=deleted")
    #expect(deleted.has("lists.0.deleted_at"))
    #expect(try await desk.call(.delete, "/v3/contact_lists/\(id)").status == 404)
    #expect(
      try await desk.call(.post, "/v3/contact_lists", #"{"name":"Old"}"#).status == 201,
      "the name of a deleted list is free")
  }

  @Test func accountHoldsAThousandLists() async throws {
    let desk = await Desk()
    for index in 0..<1_000 { await desk.fake.add(list: "\(index)") }
    #expect(try await desk.call(.post, "/v3/contact_lists", #"{"name":"One more"}"#).status == 400)
  }
}
