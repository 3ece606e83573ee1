import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Bulk activities: their states over time, their queue, and what they change.
@Suite struct FakeActivityTests {
  private func slow() async -> Desk {
    await Desk(automatic: false) {
      $0.accessTokenLifetime = .seconds(365 * 86_400)
      $0.activityDelay = .seconds(10)
      $0.activityDuration = .seconds(40)
    }
  }

  private func start(_ desk: Desk, _ name: String, _ body: String) async throws -> Response {
    try await desk.call(.post, "/v3/activities/\(name)", body)
  }

  @Test func statesFollowTheClock() async throws {
    let desk = await slow()
    let (list, ann) = (await desk.fake.add(list: "News"), await desk.fake.add(.init(address: "ann@example.com")))
    let body = #"{"source":{"contact_ids":["\#(ann.id)"]},"list_ids":["\#(list)"]}"#
    let made = try await start(desk, "add_list_memberships", body)
    #expect(made.status == 201 && made.string("state") == "initialized" && !made.has("started_at"))
    let link = try #require(made.string("_links.self.href"))
    await desk.clock.advance(by: .seconds(30))
    let running = try await desk.call(.get, link)
    #expect(running.string("state") == "processing" && running.int("percent_done") == 50)
    #expect(running.has("started_at") && !running.has("completed_at"))
    #expect(await desk.fake.contact(id: ann.id)?.lists == [], "the work is done at the end")
    await desk.clock.advance(by: .seconds(3_600))
    #expect(await desk.fake.contact(id: ann.id)?.lists == [list])
    let ended = try await desk.call(.get, link)
    #expect(ended.string("state") == "completed" && ended.int("percent_done") == 100)
    #expect(ended.int("status.items_completed_count") == 1 && ended.int("status.list_count") == 1)
    let entry = try #require(await desk.fake.log.first)
    #expect(entry.cause == .request(0), "the change belongs to the request that started the activity")
    let date = try #require(await desk.fake.contact(id: ann.id)?.updatedAt)
    #expect(date.timeIntervalSince(try #require(ann.updatedAt)) == 50, "the work has the date of the end")
  }

  @Test func collectionFiltersByState() async throws {
    let desk = await slow()
    let tags = [await desk.fake.add(tag: "A"), await desk.fake.add(tag: "B")]
    _ = try await start(desk, "contacts_tags_delete", #"{"tag_ids":["\#(tags[0])"]}"#)
    await desk.clock.advance(by: .seconds(60))
    _ = try await start(desk, "contacts_tags_delete", #"{"tag_ids":["\#(tags[1])"]}"#)
    await desk.clock.advance(by: .seconds(20))
    for (state, count) in [("completed", 1), ("processing", 1), ("failed", 0)] {
      #expect(try await desk.call(.get, "/v3/activities?state=\(state)").count("activities") == count)
    }
    let first = try await desk.call(.get, "/v3/activities?limit=1")
    let second = try await desk.call(.get, try #require(first.string("_links.next.href")))
    #expect(first.count("activities") == 1 && second.count("activities") == 1)
    await desk.clock.advance(by: .seconds(11 * 86_400))
    #expect(try await desk.call(.get, "/v3/activities").count("activities") == 0)
  }

  @Test func fullQueueIsTheThird429() async throws {
    let desk = await Desk(automatic: false) {
      $0.activityDuration = .seconds(60)
      $0.maximumQueuedActivities = 2
    }
    let list = await desk.fake.add(list: "News")
    let body = #"{"list_ids":["\#(list)"]}"#
    for _ in 0..<2 { #expect(try await start(desk, "contact_delete", body).status == 201) }
    let refused = try await start(desk, "contact_delete", body)
    #expect(refused.status == 429 && refused.string("0.error_key") == "contacts.api.too_many_activities")
    await desk.clock.advance(by: .seconds(60))
    #expect(try await start(desk, "contact_delete", body).status == 201)
  }

  @Test func activitiesEndInEachState() async throws {
    let desk = await slow()
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    let body = #"{"contact_ids":["\#(ann.id)"]}"#
    await desk.fake.endNextActivity(.failed("no reason"), path: "/activities/contact_delete")
    await desk.fake.endNextActivity(.timedOut)
    var links: [String] = []
    for _ in 0..<3 {
      links.append(try #require(try await start(desk, "contact_delete", body).string("_links.self.href")))
    }
    await desk.clock.advance(by: .seconds(20))
    let last = try #require(links.last?.split(separator: "/").last.map(String.init))
    try await desk.fake.edit(.endActivity(last, .cancelled))
    await #expect(throws: FakeConstantContact.EditError.self) {
      try await desk.fake.edit(.endActivity(last, .cancelled))
    }
    await desk.clock.advance(by: .seconds(60))
    var states: [String?] = []
    for link in links { states.append(try await desk.call(.get, link).string("state")) }
    #expect(states == ["failed", "timed_out", "cancelled"])
    #expect(try await desk.call(.get, links[0]).strings("activity_errors") == ["no reason"])
    #expect(await desk.fake.contact(id: ann.id)?.state == .implicit)
    #expect(await Set(desk.fake.activityStates.values) == ["failed", "timed_out", "cancelled"])
  }

  @Test func membershipsAndTaggingsChange() async throws {
    let desk = await Desk()
    let (one, two) = (await desk.fake.add(list: "One"), await desk.fake.add(list: "Two"))
    let tag = await desk.fake.add(tag: "VIP")
    let ann = await desk.fake.add(.init(address: "ann@example.com", lists: [one]))
    let ben = await desk.fake.add(.init(address: "ben@example.com", lists: [one]))
    let cat = await desk.fake.add(.init(address: "cat@example.com", state: .unsubscribed))
    _ = try await start(
      desk, "contacts_taggings_add",
      #"{"source":{"list_ids":["\#(one)"]},"exclude":{"contact_ids":["\#(ben.id)"]},"tag_ids":["\#(tag)"]}"#)
    #expect(await desk.fake.contact(id: ann.id)?.tags == [tag])
    #expect(await desk.fake.contact(id: ben.id)?.tags == [])
    _ = try await start(
      desk, "add_list_memberships", #"{"source":{"all_active_contacts":true},"list_ids":["\#(two)"]}"#)
    #expect(await desk.fake.contact(id: ben.id)?.lists == [one, two])
    #expect(await desk.fake.contact(id: cat.id)?.lists == [])
    _ = try await start(desk, "remove_list_memberships", #"{"source":{"tag_ids":["\#(tag)"]},"list_ids":["\#(one)"]}"#)
    #expect(await desk.fake.contact(id: ann.id)?.lists == [two])
    _ = try await start(desk, "contacts_taggings_remove", #"{"source":{"new_subscriber":true},"tag_ids":["\#(tag)"]}"#)
    #expect(await desk.fake.contact(id: ann.id)?.tags == [])
    _ = try await start(desk, "contact_delete", #"{"list_ids":["\#(two)"]}"#)
    #expect(await desk.fake.contact(id: ann.id)?.state == .deleted)
    #expect(await desk.fake.contact(id: cat.id)?.state == .unsubscribed)
  }

  @Test func listsTagsAndFieldsAreDeleted() async throws {
    let desk = await Desk()
    let (list, tag) = (await desk.fake.add(list: "News"), await desk.fake.add(tag: "VIP"))
    let field = await desk.fake.add(customField: "Car")
    let ann = await desk.fake.add(
      .init(address: "ann@example.com", lists: [list], tags: [tag], customFields: [field: "T"]))
    _ = try await start(desk, "list_delete", #"{"list_ids":["\#(list)"]}"#)
    _ = try await start(desk, "contacts_tags_delete", #"{"tag_ids":["\#(tag)"]}"#)
    let made = try await start(desk, "custom_fields_delete", #"{"custom_field_ids":["\#(field)","x"]}"#)
    let left = try #require(await desk.fake.contact(id: ann.id))
    #expect(left.lists == [] && left.tags == [] && left.customFields == [:])
    let ended = try await desk.call(.get, try #require(made.string("_links.self.href")))
    #expect(ended.strings("activity_errors") == ["There is no custom field x"])
  }

  @Test(arguments: [
    ("add_list_memberships", #"{"source":{},"list_ids":["LIST"]}"#),
    ("add_list_memberships", #"{"source":{"list_ids":["LIST"],"all_active_contacts":true},"list_ids":["LIST"]}"#),
    (
      "add_list_memberships",
      #"{"source":{"contact_ids":["ANN"]},"exclude":{"contact_ids":["ANN"]},"list_ids":["LIST"]}"#
    ),
    (
      "add_list_memberships",
      #"{"source":{"all_active_contacts":true},"list_ids":["00000000-0000-4000-8000-000000000000"]}"#
    ),
    ("remove_list_memberships", #"{"source":{"segment_id":1},"list_ids":["LIST"]}"#),
    ("contacts_taggings_add", #"{"source":{"contact_ids":["ANN"]},"tag_ids":["LIST"]}"#),
    ("contact_delete", #"{"contact_ids":["ANN"],"list_ids":["LIST"]}"#), ("contact_delete", #"{"contact_ids":[]}"#),
    ("list_delete", #"{}"#), ("contact_exports", #"{"segment_id":7}"#),
    ("contact_exports", #"{"contact_ids":["ANN"],"list_ids":["LIST"]}"#),
    ("contact_exports", #"{"tag_ids":["ANN"],"status":"active"}"#),
    ("contact_exports", #"{"fields":["email_optin_date"]}"#), ("contact_exports", #"{"fields":["shoe_size"]}"#),
    ("contact_exports", #"{"exclude":{"contact_ids":["ANN"]}}"#),
  ])
  func impossibleRequestsAreRefused(name: String, body: String) async throws {
    let desk = await Desk()
    let (list, ann) = (await desk.fake.add(list: "News"), await desk.fake.add(.init(address: "ann@example.com")))
    let text = body.replacing("LIST", with: list).replacing("ANN", with: ann.id)
    #expect(try await start(desk, name, text).status == 400)
    #expect(await desk.fake.activityStates.isEmpty)
  }
}
