import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeContactTests {
  private static let all = "custom_fields,list_memberships,phone_numbers,street_addresses,taggings,notes"

  @Test func searchForUnknownAddressReturnsEmptyArray() async throws {
    let desk = await Desk()
    let response = try await desk.call(.get, "/v3/contacts?email=ann%40example.com&status=all")
    #expect(response.status == 200)
    #expect(response.count("contacts") == 0)
    #expect(response.headers["x-amzn-RequestId"]?.count == 36)
  }

  @Test func searchByAddressIgnoresCaseAndKeepsPlus() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "Ann+News@Example.com"))
    let found = try await desk.call(.get, "/v3/contacts?email=ann%2Bnews%40example.com")
    #expect(found.ids("contacts", "contact_id") == [ann.id])
    let space = try await desk.call(.get, "/v3/contacts?email=ann+news%40example.com")
    #expect(space.count("contacts") == 0, "a plus in a query is a space")
  }

  @Test func deletedContactsAreHiddenByDefault() async throws {
    let desk = await Desk()
    await desk.fake.add(.init(address: "gone@example.com", state: .deleted))
    #expect(try await desk.call(.get, "/v3/contacts?email=gone%40example.com").count("contacts") == 0)
    let response = try await desk.call(.get, "/v3/contacts?email=gone%40example.com&status=all")
    #expect(response.string("contacts.0.deleted_at") == "2026-01-05")
  }

  @Test(arguments: [
    ("active", ["implicit", "explicit"]), ("unsubscribed", ["unsubscribed"]), ("deleted", ["deleted"]),
    ("pending_confirmation,temp_hold", ["pending_confirmation", "temp_hold"]), ("not_set", ["not_set"]),
    ("all", FakeConstantContact.Contact.State.allCases.map(\.rawValue)),
  ])
  func statusFiltersByState(status: String, expected: [String]) async throws {
    let desk = await Desk()
    for state in FakeConstantContact.Contact.State.allCases {
      await desk.fake.add(.init(address: "\(state.rawValue)@example.com", state: state))
    }
    let response = try await desk.call(.get, "/v3/contacts?status=\(status)&include_count=true")
    let addresses = (0..<(response.count("contacts") ?? 0)).compactMap {
      response.string("contacts.\($0).email_address.address")
    }
    #expect(Set(addresses) == Set(expected.map { "\($0)@example.com" }))
    #expect(response.int("contacts_count") == expected.count)
  }

  @Test func filtersByListAndDate() async throws {
    let desk = await Desk(automatic: false)
    let list = await desk.fake.add(list: "Customers")
    let one = await desk.fake.add(.init(address: "one@example.com", lists: [list]))
    await desk.clock.advance(by: .seconds(3_600))
    let two = await desk.fake.add(.init(address: "two@example.com"))
    #expect(try await desk.call(.get, "/v3/contacts?lists=\(list)").ids("contacts", "contact_id") == [one.id])
    let later = try await desk.call(.get, "/v3/contacts?updated_after=2026-01-05T09%3A30%3A00Z")
    #expect(later.ids("contacts", "contact_id") == [two.id])
    let earlier = try await desk.call(.get, "/v3/contacts?created_before=2026-01-05T10%3A30%3A00.000%2B01%3A00")
    #expect(earlier.ids("contacts", "contact_id") == [one.id])
  }

  @Test func subResourcesAreReturnedOnlyWhenIncluded() async throws {
    let desk = await Desk()
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    #expect(!(try await desk.call(.get, "/v3/contacts/\(ann.id)").has("list_memberships")))
    let full = try await desk.call(.get, "/v3/contacts/\(ann.id)?include=\(Self.all)")
    for part in Self.all.split(separator: ",") { #expect(full.has(String(part))) }
  }

  @Test(arguments: [
    "limit=0", "limit=501", "limit=x", "status=gone", "include=sms_channel", "unknown=1", "limit=1&limit=2",
    "include_count=1", "updated_after=yesterday", "cursor=nonsense", "segment_id=1&status=all",
  ])
  func invalidParametersAreRefusedWithArray(query: String) async throws {
    let desk = await Desk()
    let response = try await desk.call(.get, "/v3/contacts?\(query)")
    #expect(response.status == 400)
    #expect(response.string("0.error_key") == "contacts.api.validation.error")
  }

  @Test func creationReturnsWholeContact() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "Newsletter")
    let field = await desk.fake.add(customField: "Middle name")
    let response = try await desk.call(
      .post,
      "/v3/contacts",
      """
      {"email_address":{"address":"ann@example.com","permission_to_send":"explicit"},"first_name":"Ann",
       "create_source":"Contact","anniversary":"11/5/2006","list_memberships":["\(list)"],
       "custom_fields":[{"custom_field_id":"\(field)","value":"Q"}],"notes":[{"content":"hello"}],
       "phone_numbers":[{"phone_number":"555","kind":"work"}],"street_addresses":[{"kind":"home","city":"Bonn"}]}
      """
    )
    #expect(response.status == 201)
    #expect(response.string("email_address.permission_to_send") == "explicit")
    #expect(response.string("email_address.opt_in_source") == "Contact")
    #expect(response.string("created_at") == "2026-01-05T09:00:00Z")
    #expect(response.string("anniversary") == "2006-11-05")
    #expect(response.strings("list_memberships") == [list])
    #expect(response.string("custom_fields.0.value") == "Q")
    #expect(response.has("phone_numbers.0.phone_number_id") && response.has("street_addresses.0.street_address_id"))
    let contact = await desk.fake.contact(email: "ANN@example.com")
    #expect(contact?.id == response.string("contact_id"))
    #expect(contact?.state == .explicit && contact?.customFields == [field: "Q"])
    let writes = await desk.fake.writes
    #expect(writes.map(\.kind) == [.created] && writes.first?.address == "ann@example.com")
  }

  @Test(arguments: [
    (#"{"email_address":{"address":"a@b.c"}}"#, "create_source is missing, create_source does not have a valid value"),
    (#"{"create_source":"Me","first_name":"A"}"#, "create_source does not have a valid value"),
    (#"{"create_source":"Account","job_title":"CEO"}"#, "One of first_name"),
    (#"{"create_source":"Account","first_name":"A","nickname":"B"}"#, "nickname is not a known property"),
    (#"{"create_source":"Account","first_name":1}"#, "first_name does not have a valid value"),
    (#"{"create_source":"Account","email_address":{"address":"ann"}}"#, "not a valid email address"),
    (#"{"create_source":"Account","email_address":"a@b.c"}"#, "email_address does not have a valid value"),
    (#"{"create_source":"Account","first_name":"A","birthday_day":3}"#, "birthday_month and birthday_day"),
    (#"{"create_source":"Account","first_name":"A","list_memberships":["x"]}"#, "there is no list x"),
    (
      #"{"create_source":"Account","first_name":"A","street_addresses":[{"city":"Bonn"}]}"#,
      "street_addresses[0].kind is missing"
    ),
  ])
  func invalidContactsAreRefused(body: String, message: String) async throws {
    let desk = await Desk()
    let response = try await desk.call(.post, "/v3/contacts", body)
    #expect(response.status == 400)
    #expect(response.fault?.contains(message) == true)
    #expect(await desk.fake.allContacts.isEmpty)
  }

  @Test func lengthsAreChecked() async throws {
    let desk = await Desk()
    let fits = String(repeating: "é", count: 50)
    let body = { (name: String) in #"{"create_source":"Account","first_name":"\#(name)"}"# }
    #expect(try await desk.call(.post, "/v3/contacts", body(fits)).status == 201)
    let response = try await desk.call(.post, "/v3/contacts", body(fits + "x"))
    #expect(response.fault == "first_name size must be between 0 and 50")
  }

  @Test func bodiesMustBeJSON() async throws {
    let desk = await Desk()
    let text = desk.request(.post, "/v3/contacts", "{}", contentType: "text/plain")
    #expect(Response(try await desk.fake.send(text)).status == 415)
    #expect(try await desk.call(.post, "/v3/contacts", "{oops").status == 400)
  }

  @Test(arguments: FakeConstantContact.Contact.State.allCases)
  func takenAddressIsAConflictInAnyState(state: FakeConstantContact.Contact.State) async throws {
    let desk = await Desk()
    let holder = await desk.fake.add(.init(address: "ann@example.com", state: state))
    let body = #"{"create_source":"Account","email_address":{"address":"ANN@example.com"}}"#
    let response = try await desk.call(.post, "/v3/contacts", body)
    #expect(response.status == 409)
    #expect(response.string("0.error_key") == "contacts.api.conflict")
    #expect(response.fault == "Email already exists for contact \(holder.id)")
    #expect(await desk.fake.writes.isEmpty)
  }

  @Test func conflictCanOmitTheContactID() async throws {
    let desk = await Desk { $0.conflictWording = .omitsContact }
    let holder = await desk.fake.add(.init(address: "ann@example.com"))
    let body = #"{"create_source":"Account","email_address":{"address":"ann@example.com"}}"#
    let response = try await desk.call(.post, "/v3/contacts", body)
    #expect(response.status == 409)
    #expect(response.fault?.contains(holder.id) == false)
  }

  @Test func confirmedOptInMakesExplicitPending() async throws {
    let desk = await Desk { $0.confirmedOptIn = true }
    let body =
      #"{"create_source":"Contact","email_address":{"address":"ann@example.com","permission_to_send":"explicit"}}"#
    let response = try await desk.call(.post, "/v3/contacts", body)
    #expect(response.string("email_address.permission_to_send") == "pending_confirmation")
    #expect(response.string("email_address.confirm_status") == "pending")
  }

  @Test func deletionIsSoft() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "Newsletter")
    let ann = await desk.fake.add(.init(address: "ann@example.com", lists: [list]))
    let deletion = try await desk.call(.delete, "/v3/contacts/\(ann.id)")
    #expect(deletion.status == 204 && deletion.body.isEmpty)
    let contact = await desk.fake.contact(id: ann.id)
    #expect(contact?.state == .deleted && contact?.lists == [])
    #expect(try await desk.call(.delete, "/v3/contacts/\(ann.id)").status == 404)
  }

  @Test func unknownAndMalformedIDsAreNotFound() async throws {
    let desk = await Desk()
    let unknown = try await desk.call(.get, "/v3/contacts/04fe9a00-a579-43c5-bb1a-58ed29bf0a6a")
    #expect(unknown.status == 404 && unknown.string("0.error_key") == "contacts.api.not_found")
    #expect(try await desk.call(.get, "/v3/contacts/7").fault == "contact_id is in an invalid format.")
  }
}
