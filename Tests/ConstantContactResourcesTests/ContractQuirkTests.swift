import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Responses that differ from Constant Contact's contract, where it is wrong or loose.
@Suite struct ContractQuirkTests {
  private func client(_ steps: [ScriptedTransport.Step]) -> (ConstantContact, ScriptedTransport) {
    let transport = ScriptedTransport(steps)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource))
    return (client, transport)
  }

  private func read<Value: Decodable>(_ json: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONCoding.decode(Data(json.utf8))
  }

  @Test(arguments: [
    "", #","_links":null"#, #","_links":{}"#, #","_links":{"next":null}"#, #","_links":{"next":{}}"#,
    #","_links":{"next":{"href":null}}"#, #","_links":{"next":{"href":""}}"#,
  ])
  func linksMayBeMissingAtAnyLevel(links: String) async throws {
    let json = #"{"tracking_activities":[],"segments":[],"campaigns":[],"contacts":[]\#(links)}"#
    let (client, transport) = client(Array(repeating: .json(200, json), count: 6))
    #expect(try await client.reports.optOuts(of: "1").collect().isEmpty)
    #expect(try await client.reports.bounces(of: "1").collect().isEmpty)
    #expect(try await client.segments.list().collect().isEmpty)
    #expect(try await client.campaigns.list().collect().isEmpty)
    #expect(try await client.contacts.list().collect().isEmpty)
    #expect(try await client.reports.landingPageOpens(of: "1").collect().isEmpty)
    try await transport.verifyAllUsed()
  }

  @Test func nextLinkOfTagsMayBeNestedOneLevelDeeper() async throws {
    let (client, transport) = client([
      .json(200, #"{"tags":[{"tag_id":"1"}],"_links":{"next":{"next":{"href":"/v3/contact_tags?cursor=x"}}}}"#),
      .json(200, #"{"tags":[{"tag_id":"2"}]}"#),
    ])
    #expect(try await client.tags.list().collect().map(\.id) == ["1", "2"])
    #expect(await transport.requests.last?.url.absoluteString == "https://api.cc.email/v3/contact_tags?cursor=x")
  }

  @Test func customFieldValueMayBeMissing() throws {
    let contact: Contact = try read(
      #"{"contact_id":"1","custom_fields":[{"custom_field_id":"f","choice_ids":[1,"9C41AF"]}]}"#)
    #expect(contact.customFields == [ContactCustomField("f", choiceIDs: ["1", "9C41AF"])])
    #expect(contact.unreadableFields.isEmpty)
  }

  @Test func summaryCountsMayBeMissing() async throws {
    let (client, _) = client([
      .json(
        200, #"{"bulk_email_campaign_summaries":[{"campaign_id":"1"},{"campaign_id":"2","unique_counts":{"sends":3}}]}"#
      )
    ])
    #expect(try await client.reports.emailCampaignSummaries().collect().count == 2)
  }

  @Test func unknownKeysAreIgnored() throws {
    let list: ContactList = try read(#"{"list_id":"1","name":"A","channel_type":"email","something":{"new":[1]}}"#)
    #expect(list.name == "A")
    #expect(list.unreadableFields.isEmpty)
  }

  @Test func unknownValuesAreKept() throws {
    let contact: Contact = try read(
      #"{"contact_id":"1","email_address":{"address":"a@example.com","permission_to_send":"brand_new"},"create_source":"Robot"}"#
    )
    #expect(contact.email?.permissionToSend == "brand_new")
    #expect(contact.createSource == "Robot")
    #expect(contact.state == .other)
  }

  @Test(arguments: ["Draft", "DRAFT", "draft"])
  func statusesAreComparedCaseInsensitively(text: String) throws {
    let campaign: Campaign = try read(#"{"campaign_id":"1","current_status":"\#(text)"}"#)
    #expect(campaign.status == .draft)
    #expect(campaign.status?.kind == .draft)
  }

  @Test func nullIsTreatedAsMissing() throws {
    let contact: Contact = try read(
      #"{"contact_id":"1","job_title":null,"email_address":null,"list_memberships":null,"notes":null,"deleted_at":null}"#
    )
    #expect(contact.jobTitle == nil)
    #expect(contact.listMemberships == nil)
    #expect(contact.state == .notSet)
    #expect(contact.unreadableFields.isEmpty)
  }

  @Test func unknownRolesAndCountriesAreKept() async throws {
    let (client, _) = client([
      .json(200, #"[{"email_address":"a@example.com","email_id":1,"roles":["DEFAULT_FROM","CONTACT"]}]"#)
    ])
    let emails = try await client.account.emails().collect()
    #expect(emails.first?.roles.map(\.rawValue) == ["DEFAULT_FROM", "CONTACT"])
    let address: StreetAddress = try read(#"{"kind":"home","country":"us"}"#)
    #expect(address.country == "us")
  }

  @Test func choiceIDsMayBeNumbersOrStrings() throws {
    let field: CustomField = try read(
      #"{"custom_field_id":"1","choices":[{"choice_id":12,"choice_label":"A"},{"choice_id":"9C41AF"}]}"#)
    #expect(field.choices?.map(\.id) == ["12", "9C41AF"])
  }

  @Test func activityErrorsMayBeStringsOrObjects() throws {
    let activity: BulkActivity = try read(
      #"{"activity_id":"1","activity_errors":["plain",{"message":"in an object"}],"state":"timed_out"}"#)
    #expect(activity.errors == ["plain", "in an object"])
    #expect(activity.state?.isFinal == true)
  }

  @Test func numbersMayBeStrings() throws {
    let counts: ContactCounts = try read(#"{"total":"10,080","explicit":"7","implicit":3}"#)
    #expect(counts.total == 10_080)
    #expect(counts.explicit == 7)
    let channel: SMSChannel = try read(
      #"{"sms_channel_consents":[{"advertised_frequency":3},{"advertised_frequency":"4"}]}"#)
    #expect(channel.consents?.map(\.advertisedFrequency) == [3, 4])
  }

  @Test func any2xxIsSuccess() async throws {
    let (client, _) = client([
      .json(209, #"{"flow_summaries":[{"id":"1"}]}"#), .json(204, ""), .json(200, #"{"contact_id":"1"}"#),
    ])
    #expect(try await client.automations.list().collect().map(\.id) == ["1"])
    try await client.contacts.delete("1")
    #expect(try await client.contacts.create(NewContact(email: "a@example.com")).id == "1")
  }

  @Test func segmentCriteriaBeginWithAnd() throws {
    let criteria = SegmentCriteria(all: [.any([SegmentCriteria.Condition(.tags, "tag_id", "contains-any")])])
    let json: RawJSON = try read(criteria.text)
    #expect(json["criteria"]?["type"]?.text == "and")
    #expect(json["version"]?.text == "1.0.0")
  }

  @Test func mixedCaseKeysAreRead() throws {
    let registration: EventRegistration = try read(
      #"{"registration_id":"1","checkedIn_tickets":3,"registration_status":"FAILED"}"#)
    #expect(registration.checkedInTickets == 3)
    #expect(registration.status == .failed)
  }

  @Test func contactsMayHaveNoAddress() throws {
    let row: TrackingActivity = try read(#"{"contact_id":"1","tracking_activity_type":"p_contact_opens"}"#)
    #expect(row.contactID == "1")
    let contact: Contact = try read(#"{"contact_id":"1","sms_channel":{"sms_address":"5550100"}}"#)
    #expect(contact.email == nil)
  }

  @Test func idsNeedNotBeUUIDs() async throws {
    let (client, transport) = client([.json(200, #"{"contact_id":"04fe9a-not-a-uuid"}"#)])
    #expect(try await client.contacts.get("04fe9a-not-a-uuid").id == "04fe9a-not-a-uuid")
    #expect(await transport.requests.first?.url.path() == "/v3/contacts/04fe9a-not-a-uuid")
  }

  @Test(arguments: [418, 451, 429, 503, 409])
  func undocumentedStatusesAreReported(status: Int) async throws {
    let (client, _) = client(Array(repeating: .json(TransportStatus(rawValue: status), "oops"), count: 10))
    let error = await #expect(throws: ConstantContactError.self) { try await client.lists.get("1") }
    #expect(error?.status?.rawValue == status)
  }

  @Test func newContactMayHaveFiftyCustomFields() async throws {
    let (client, transport) = client([.json(201, #"{"contact_id":"1"}"#)])
    var contact = NewContact(email: "a@example.com")
    contact.customFields = CustomFieldValues((0..<50).map { ContactCustomField(CustomFieldID("f\($0)"), value: "v") })
    _ = try await client.contacts.create(contact)
    contact.customFields["one more"] = "v"
    let error = await #expect(throws: ConstantContactError.self) { try await client.contacts.create(contact) }
    #expect(error?.code == .invalidInput)
    #expect(await transport.requests.count == 1)
  }
}
