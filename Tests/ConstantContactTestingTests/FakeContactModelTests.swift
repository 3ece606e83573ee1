import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Random operations on contacts, lists and tags, held against a small reference model.
@Suite struct FakeContactModelTests {
  private struct Person: Equatable {
    var firstName: String?
    var state = "implicit"
    /// Whether the contact opted out itself.
    var isFinal = false
    var lists: Set<String> = []
    var tags: Set<String> = []
    var status: String { state == "implicit" || state == "explicit" ? "active" : state }
  }

  /// What the account is expected to contain.
  private struct Model {
    var people: [String: Person] = [:]
    var ids: [String: String] = [:]
    var lists: [String] = []
    var tags: [String] = []
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func randomOperationsAgree(seed: UInt64) async throws {
    let desk = await Desk { $0.seed = seed }
    var (model, random) = (Model(), SplitMix64(seed: seed))
    for step in 0..<150 {
      try await change(&model, desk, &random, step: step)
      if step % 10 == 9 { try await compare(model, desk) }
    }
    #expect(model.people.count > 5)
  }

  private func change(_ model: inout Model, _ desk: Desk, _ random: inout SplitMix64, step: Int) async throws {
    let address = "p\(random.next() % 15)@example.com"
    let (person, id) = (model.people[address], model.ids[address] ?? "")
    let list = model.lists.isEmpty ? nil : model.lists[Int(random.next() % UInt64(model.lists.count))]
    let tag = model.tags.isEmpty ? nil : model.tags[Int(random.next() % UInt64(model.tags.count))]
    switch random.next() % 13 {
    case 0, 1:
      let response = try await desk.call(
        .post, "/v3/contacts",
        #"{"create_source":"Account","first_name":"\#(step)","email_address":{"address":"\#(address)"}}"#)
      #expect(response.status == (person == nil ? 201 : 409))
      guard person == nil else { break }
      model.ids[address] = response.string("contact_id")
      model.people[address] = Person(firstName: "\(step)")
    case 2:
      guard let list else { break }
      let response = try await desk.call(
        .post, "/v3/contacts/sign_up_form", #"{"email_address":"\#(address)","list_memberships":["\#(list)"]}"#)
      #expect(response.status == (person == nil ? 201 : 200))
      model.ids[address] = response.string("contact_id")
      var changed = person ?? Person()
      (changed.state, changed.isFinal) = ("explicit", false)
      changed.lists.insert(list)
      model.people[address] = changed
    case 3:
      guard let list, var changed = person else { break }
      let response = try await desk.call(
        .put, "/v3/contacts/\(id)",
        #"{"update_source":"Account","email_address":{"address":"\#(address)"},"list_memberships":["\#(list)"]}"#)
      #expect(response.status == 200)
      (changed.firstName, changed.lists) = (nil, [list])
      // A deleted contact is restored with the permission that it had.
      if changed.state == "deleted" {
        changed.state = try #require(response.string("email_address.permission_to_send"))
      }
      model.people[address] = changed
    case 4:
      guard var changed = person, changed.state != "deleted" else { break }
      let source = random.next() % 2 == 0 ? "Contact" : "Account"
      let response = try await desk.call(
        .put, "/v3/contacts/\(id)",
        #"""
        {"update_source":"\#(source)","first_name":"\#(changed.firstName ?? "")",
         "email_address":{"address":"\#(address)","permission_to_send":"unsubscribed"}}
        """#)
      #expect(response.status == 200)
      if changed.state != "unsubscribed" { changed.isFinal = source == "Contact" }
      changed.state = "unsubscribed"
      model.people[address] = changed
    case 5:
      guard let changed = person, changed.state == "unsubscribed" else { break }
      let response = try await desk.call(
        .put, "/v3/contacts/\(id)",
        #"""
        {"update_source":"Account","first_name":"\#(changed.firstName ?? "")",
         "email_address":{"address":"\#(address)","permission_to_send":"explicit"}}
        """#)
      #expect(response.status == (changed.isFinal ? 400 : 200))
      if !changed.isFinal { model.people[address]?.state = "explicit" }
    case 6:
      guard person != nil, random.next() % 2 == 0 else { break }
      let response = try await desk.call(.delete, "/v3/contacts/\(id)")
      #expect(response.status == (person?.state == "deleted" ? 404 : 204))
      model.people[address]?.state = "deleted"
      model.people[address]?.lists = []
    case 7:
      if model.lists.count < 4 {
        let made = try await desk.call(.post, "/v3/contact_lists", #"{"name":"\#(step)"}"#)
        model.lists.append(try #require(made.string("list_id")))
      } else if let list, random.next() % 3 == 0 {
        #expect(try await desk.call(.delete, "/v3/contact_lists/\(list)").status == 202)
        model.lists.removeAll { $0 == list }
        for key in model.people.keys { model.people[key]?.lists.remove(list) }
      }
    case 8:
      if model.tags.count < 4 {
        let made = try await desk.call(.post, "/v3/contact_tags", #"{"name":"\#(step)"}"#)
        model.tags.append(try #require(made.string("tag_id")))
      } else if let tag, random.next() % 3 == 0 {
        let body = #"{"tag_ids":["\#(tag)"]}"#
        #expect(try await desk.call(.post, "/v3/activities/contacts_tags_delete", body).status == 201)
        model.tags.removeAll { $0 == tag }
        for key in model.people.keys { model.people[key]?.tags.remove(tag) }
      }
    case 9:
      guard let list, let tag else { break }
      let body = #"{"source":{"list_ids":["\#(list)"]},"tag_ids":["\#(tag)"]}"#
      #expect(try await desk.call(.post, "/v3/activities/contacts_taggings_add", body).status == 201)
      for (key, person) in model.people where person.lists.contains(list) { model.people[key]?.tags.insert(tag) }
    case 10:
      guard let list else { break }
      let body = #"{"source":{"all_active_contacts":true},"list_ids":["\#(list)"]}"#
      let name = random.next() % 2 == 0 ? "add" : "remove"
      #expect(try await desk.call(.post, "/v3/activities/\(name)_list_memberships", body).status == 201)
      for (key, person) in model.people where person.status == "active" {
        if name == "add" { model.people[key]?.lists.insert(list) } else { model.people[key]?.lists.remove(list) }
      }
    case 11:
      guard let list else { break }
      let body = #"{"import_data":[{"email":"\#(address)","first_name":"\#(step)"}],"list_ids":["\#(list)"]}"#
      #expect(try await desk.call(.post, "/v3/activities/contacts_json_import", body).status == 201)
      let imported = try #require(await desk.fake.contact(email: address))
      model.ids[address] = imported.id
      var changed = person ?? Person()
      if changed.state == "deleted" { changed.state = imported.state.rawValue }
      changed.firstName = "\(step)"
      if changed.state != "unsubscribed" { changed.lists.insert(list) }
      model.people[address] = changed
    default:
      guard person != nil, person?.state != "deleted" else { break }
      try await desk.fake.edit(.unsubscribe(id))
      if person?.state != "unsubscribed" { model.people[address]?.isFinal = true }
      model.people[address]?.state = "unsubscribed"
    }
  }

  private func compare(_ model: Model, _ desk: Desk) async throws {
    var found: [String: Person] = [:]
    var next: String? = "/v3/contacts?status=all&limit=4&include=list_memberships,taggings"
    while let target = next {
      let page = try await desk.call(.get, target)
      for contact in page.value("contacts") as? [[String: Any]] ?? [] {
        let email = contact["email_address"] as? [String: Any]
        var person = Person()
        person.firstName = contact["first_name"] as? String
        person.state = contact["deleted_at"] != nil ? "deleted" : email?["permission_to_send"] as? String ?? ""
        person.isFinal = model.people[email?["address"] as? String ?? ""]?.isFinal ?? false
        person.lists = Set(contact["list_memberships"] as? [String] ?? [])
        person.tags = Set(contact["taggings"] as? [String] ?? [])
        #expect(found.updateValue(person, forKey: email?["address"] as? String ?? "") == nil)
      }
      next = page.string("_links.next.href")
    }
    #expect(found == model.people)
    let people = model.people.values
    for status in ["active", "unsubscribed", "deleted"] {
      let page = try await desk.call(.get, "/v3/contacts?status=\(status)&limit=1&include_count=true")
      #expect(page.int("contacts_count") == people.count { $0.status == status })
    }
    let counts = try await desk.call(.get, "/v3/contacts/counts")
    #expect(counts.int("total") == people.count { $0.state != "deleted" })
    #expect(counts.int("explicit") == people.count { $0.state == "explicit" })
    let lists = try await desk.call(.get, "/v3/contact_lists?include_membership_count=all")
    #expect(Set(lists.ids("lists", "list_id")) == Set(model.lists))
    for (index, id) in lists.ids("lists", "list_id").enumerated() {
      #expect(lists.int("lists.\(index).membership_count") == people.count { $0.lists.contains(id) })
      let members = try await desk.call(.get, "/v3/contacts?lists=\(id)&status=all")
      #expect(members.count("contacts") == people.count { $0.lists.contains(id) })
    }
    let tags = try await desk.call(.get, "/v3/contact_tags?include_count=true")
    #expect(Set(tags.ids("tags", "tag_id")) == Set(model.tags))
    for (index, id) in tags.ids("tags", "tag_id").enumerated() {
      let tagged = people.count { $0.tags.contains(id) && $0.state != "deleted" }
      #expect(tags.int("tags.\(index).contacts_count") == tagged)
    }
  }
}
