import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Sign-up forms, resubscription, counts and cross-references.
@Suite struct FakeSignUpTests {
  private let path = "/v3/contacts/sign_up_form"

  @Test func newAddressIsCreated() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    let body =
      #"{"email_address":"ann@example.com","first_name":"Ann","phone_number":"555","list_memberships":["\#(list)"]}"#
    let made = try await desk.call(.post, path, body)
    #expect(made.status == 201 && made.string("action") == "created")
    let contact = try #require(await desk.fake.contact(email: "ann@example.com"))
    #expect(contact.id == made.string("contact_id") && contact.state == .explicit && contact.createSource == "Contact")
    let full = try await desk.call(.get, "/v3/contacts/\(contact.id)?include=phone_numbers")
    #expect(full.string("phone_numbers.0.kind") == "other")
    #expect(full.string("email_address.opt_in_source") == "Contact")
  }

  @Test func existingAddressIsUpdatedPartly() async throws {
    let desk = await Desk()
    let (old, new) = (await desk.fake.add(list: "Old"), await desk.fake.add(list: "New"))
    let (one, two) = (await desk.fake.add(customField: "One"), await desk.fake.add(customField: "Two"))
    let ann = await desk.fake.add(
      .init(address: "ann@example.com", firstName: "Ann", lastName: "Lee", lists: [old], customFields: [one: "1"]))
    let response = try await desk.call(
      .post, path,
      """
      {"email_address":"ANN@example.com","last_name":"Li","list_memberships":["\(new)","\(old)"],
       "custom_fields":[{"custom_field_id":"\(two)","value":"2"}]}
      """)
    #expect(response.status == 200 && response.string("action") == "updated")
    let contact = try #require(await desk.fake.contact(id: ann.id))
    #expect(contact.firstName == "Ann" && contact.lastName == "Li" && contact.lists == [old, new])
    #expect(contact.customFields == [one: "1", two: "2"] && contact.state == .explicit)
  }

  @Test(arguments: [FakeConstantContact.Contact.State.deleted, .unsubscribed, .notSet])
  func signUpMakesAnyStateExplicit(state: FakeConstantContact.Contact.State) async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    let ann = await desk.fake.add(.init(address: "ann@example.com", state: state, optOutSource: "Contact"))
    let body = #"{"email_address":"ann@example.com","list_memberships":["\#(list)"]}"#
    #expect(try await desk.call(.post, path, body).status == 200)
    #expect(await desk.fake.contact(id: ann.id)?.state == .explicit)
  }

  @Test func confirmedOptInMakesNewContactsPending() async throws {
    let desk = await Desk { $0.confirmedOptIn = true }
    let list = await desk.fake.add(list: "News")
    let body = #"{"email_address":"ann@example.com","list_memberships":["\#(list)"]}"#
    #expect(try await desk.call(.post, path, body).status == 201)
    let ann = try #require(await desk.fake.contact(email: "ann@example.com"))
    #expect(ann.state == .pendingConfirmation)
    try await desk.fake.edit(.confirm(ann.id))
    #expect(await desk.fake.contact(id: ann.id)?.state == .explicit)
  }

  @Test func smsNumberIdentifiesAContact() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    let body = """
      {"list_memberships":["\(list)"],"sms_channel":{"sms_address":"7815551212","dial_code":"1","country_code":"US",
       "sms_channel_consents":[{"sms_consent_permission":"explicit","consent_type":"promotional_sms",
       "consent_medium_type":"LF","consent_medium_url":"https://example.com","consent_medium_details":"form",
       "advertised_frequency":4,"advertised_interval":"monthly"}]}}
      """
    let made = try await desk.call(.post, path, body)
    #expect(made.status == 201)
    #expect(try await desk.call(.post, path, body).status == 200)
    let id = try #require(made.string("contact_id"))
    let history = try await desk.call(.get, "/v3/contacts/sms_engagement_history/\(id)")
    #expect(history.string("0.history_details.state") == "E" && history.string("0.contact_id") == id)
  }

  @Test(arguments: [
    #"{"email_address":"ann@example.com"}"#, #"{"email_address":"ann@example.com","list_memberships":[]}"#,
    #"{"list_memberships":["LIST"]}"#, #"{"email_address":"ann","list_memberships":["LIST"]}"#,
    #"{"email_address":{"address":"ann@example.com"},"list_memberships":["LIST"]}"#,
    #"{"email_address":"ann@example.com","list_memberships":["LIST"],"birthday_day":3}"#,
    #"{"email_address":"ann@example.com","list_memberships":["LIST"],"create_source":"Contact"}"#,
  ])
  func invalidFormsAreRefused(body: String) async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    #expect(try await desk.call(.post, path, body.replacing("LIST", with: list)).status == 400)
    #expect(await desk.fake.allContacts.isEmpty)
  }

  @Test func resubscribeEmailIsSentOnce() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    let ann = await desk.fake.add(.init(address: "ann@example.com", state: .unsubscribed, optOutSource: "Contact"))
    let bob = await desk.fake.add(.init(address: "bob@example.com"))
    func resubscribe(_ id: String, _ list: String) async throws -> Int {
      try await desk.call(.put, "/v3/contacts/resubscribe/\(id)", #"{"list_ids":["\#(list)"]}"#).status
    }
    #expect(try await resubscribe(ann.id, "unknown") == 400)
    #expect(try await resubscribe(bob.id, list) == 409)
    #expect(try await resubscribe(ann.id, list) == 200)
    #expect(try await resubscribe(ann.id, list) == 409)
    #expect(await desk.fake.contact(id: ann.id)?.state == .unsubscribed)
    try await desk.fake.edit(.confirm(ann.id))
    let confirmed = await desk.fake.contact(id: ann.id)
    #expect(confirmed?.state == .explicit && confirmed?.lists == [list])
  }

  @Test func countsFollowThePermissions() async throws {
    let desk = await Desk(automatic: false)
    for state in FakeConstantContact.Contact.State.allCases {
      await desk.fake.add(.init(address: "\(state.rawValue)@example.com", state: state))
    }
    await desk.clock.advance(by: .seconds(31 * 86_400))
    await desk.fake.acceptAccessToken(desk.token)
    await desk.fake.add(.init(address: "new@example.com", state: .explicit))
    let counts = try await desk.call(.get, "/v3/contacts/counts?include=new_subscriber")
    let expected = ["total": 7, "explicit": 2, "implicit": 1, "pending": 1, "unsubscribed": 1, "new_subscriber": 1]
    #expect(counts.value("") as? [String: Int] == expected)
    #expect(!(try await desk.call(.get, "/v3/contacts/counts").has("new_subscriber")))
    #expect(try await desk.call(.get, "/v3/contacts/counts?include=new_subscribers").status == 400)
  }

  @Test func crossReferencesMapV2IDs() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    let ann = await desk.fake.add(.init(address: "ann@example.com"))
    let contacts = try await desk.call(.get, "/v3/contacts/contact_id_xrefs?sequence_ids=1000000000,7")
    #expect(contacts.ids("xrefs", "contact_id") == [ann.id])
    let lists = try await desk.call(.get, "/v3/contact_lists/list_id_xrefs?sequence_ids=1000000000")
    #expect(lists.ids("xrefs", "list_id") == [list])
    for query in ["", "?sequence_ids=x", "?sequence_ids=-9223372036854775808"] {
      let status = try await desk.call(.get, "/v3/contacts/contact_id_xrefs\(query)").status
      #expect(status == (query.hasSuffix("8") ? 200 : 400))
    }
  }
}
