import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeContactReplacementTests {
  private func body(_ address: String, _ more: String = "", source: String = "Account") -> String {
    #"{"update_source":"\#(source)","email_address":{"address":"\#(address)"\#(more)}}"#
  }

  @Test func putRemovesOmittedPropertiesAndKeepsSubResources() async throws {
    let desk = await Desk(automatic: false)
    let list = await desk.fake.add(list: "Newsletter")
    let ann = await desk.fake.add(
      .init(address: "ann@example.com", firstName: "Ann", lastName: "Lee", jobTitle: "CEO", lists: [list])
    )
    await desk.clock.advance(by: .seconds(60))
    let response = try await desk.call(
      .put,
      "/v3/contacts/\(ann.id)",
      #"{"update_source":"Account","email_address":{"address":"ann@example.com"},"last_name":"Li"}"#
    )
    #expect(response.status == 200)
    #expect(response.string("last_name") == "Li")
    #expect(!response.has("first_name"))
    #expect(response.value("job_title") is NSNull)
    #expect(response.strings("list_memberships") == [list])
    #expect(response.string("updated_at") == "2026-01-05T09:01:00Z")
    #expect(response.string("created_at") == "2026-01-05T09:00:00Z")
  }

  @Test func givenArraysReplaceStoredOnes() async throws {
    let desk = await Desk()
    let (one, two) = (await desk.fake.add(list: "One"), await desk.fake.add(list: "Two"))
    let ann = await desk.fake.add(.init(address: "ann@example.com", lists: [one]))
    let target = "/v3/contacts/\(ann.id)"
    let start = #"{"update_source":"Account","email_address":{"address":"ann@example.com"},"list_memberships":"#
    #expect(try await desk.call(.put, target, start + "[\"\(two)\"]}").strings("list_memberships") == [two])
    #expect(try await desk.call(.put, target, start + "[]}").strings("list_memberships") == [])
  }

  @Test func updateSourceIsRequired() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com", firstName: "Ann"))
    let response = try await desk.call(.put, "/v3/contacts/\(ann.id)", #"{"first_name":"Bea"}"#)
    #expect(response.status == 400)
    #expect(response.fault?.contains("update_source is missing") == true)
    #expect(await desk.fake.contact(id: ann.id)?.firstName == "Ann")
  }

  @Test func omittedAddressIsRemoved() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    let target = "/v3/contacts/\(ann.id)"
    #expect(try await desk.call(.put, target, #"{"update_source":"Account"}"#).status == 400)
    let named = try await desk.call(.put, target, #"{"update_source":"Account","first_name":"Ann"}"#)
    #expect(named.status == 200 && !named.has("email_address"))
    #expect(await desk.fake.contact(email: "ann@example.com") == nil)
  }

  @Test func deletedContactsAreRevivedByAccountOnly() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com", state: .deleted))
    let target = "/v3/contacts/\(ann.id)"
    #expect(try await desk.call(.put, target, body("ann@example.com", source: "Contact")).status == 400)
    let revived = try await desk.call(.put, target, body("ann@example.com"))
    #expect(revived.status == 200 && !revived.has("deleted_at"))
    #expect(await desk.fake.contact(id: ann.id)?.state == .implicit)
  }

  @Test func addressOfAnotherContactIsAConflict() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    let bea = await desk.fake.add(.init(address: "bea@example.com", state: .deleted))
    let response = try await desk.call(.put, "/v3/contacts/\(ann.id)", body("Bea@example.com"))
    #expect(response.status == 409)
    #expect(response.fault?.contains(bea.id) == true)
    let own = try await desk.call(.put, "/v3/contacts/\(ann.id)", body("ANN@example.com"))
    #expect(own.status == 200 && own.string("email_address.address") == "ANN@example.com")
  }

  @Test func optOutByContactCannotBeUndone() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(
      .init(address: "ann@example.com", state: .unsubscribed, optOutSource: "Contact")
    )
    let bea = await desk.fake.add(
      .init(address: "bea@example.com", state: .unsubscribed, optOutSource: "Account")
    )
    let raise = #","permission_to_send":"implicit""#
    let refused = try await desk.call(.put, "/v3/contacts/\(ann.id)", body("ann@example.com", raise))
    #expect(refused.status == 400)
    #expect(await desk.fake.contact(id: ann.id)?.state == .unsubscribed)
    let moved = try await desk.call(.put, "/v3/contacts/\(ann.id)", body("new@example.com", raise))
    #expect(moved.status == 400, "another address does not lift the opt-out")
    let kept = try await desk.call(.put, "/v3/contacts/\(ann.id)", body("ann@example.com"))
    #expect(kept.string("email_address.permission_to_send") == "unsubscribed")
    let allowed = try await desk.call(.put, "/v3/contacts/\(bea.id)", body("bea@example.com", raise))
    #expect(allowed.string("email_address.permission_to_send") == "implicit")
    #expect(!allowed.has("email_address.opt_out_source"))
  }

  @Test func putUnsubscribes() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    let more = #","permission_to_send":"unsubscribed","opt_out_reason":"too many""#
    let response = try await desk.call(
      .put,
      "/v3/contacts/\(ann.id)",
      body("ann@example.com", more, source: "Contact")
    )
    #expect(response.string("email_address.opt_out_source") == "Contact")
    #expect(response.string("email_address.opt_out_reason") == "too many")
    #expect(response.string("email_address.opt_out_date") == "2026-01-05T09:00:00Z")
  }
}
