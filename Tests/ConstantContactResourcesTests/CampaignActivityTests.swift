import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CampaignActivityTests {
  private static let email: CampaignActivityID = "8f5d2f40-13ab-4f0e-8d6e-2b9c5a1e7701"

  /// A response with a draft that has a list, with changed fields.
  private func activity(_ changes: [String: RawJSON] = [:]) throws -> ScriptedTransport.Step {
    let json: RawJSON = try Fixture.decode("campaignActivities.get")
    guard case .object(var members) = json else { return .json(200, Fixture.anyResource) }
    members["segment_ids"] = .array([])
    members.merge(changes) { $1 }
    return .json(200, String(decoding: try JSONCoding.body(members).data(), as: UTF8.self))
  }

  @Test func updateWritesAllPropertiesBack() async throws {
    let scripted = ScriptedClient(try activity(), try activity())
    try await scripted.client.campaignActivities.update(Self.email) { $0.subject = "Time to plant" }
    #expect(
      await scripted.query(0) == [
        "include=document_properties%2Chtml_content%2Cpermalink_url%2Cphysical_address_in_footer"
      ])
    let requests = await scripted.transport.requests
    #expect(requests.map(\.method) == [.get, .put])
    guard case .object(let sent) = try await scripted.body(1),
      case .object(var expected) = try Fixture.decode("campaignActivities.get", as: RawJSON.self),
      case .object(var address) = expected["physical_address_in_footer"],
      case .object(var properties) = expected["document_properties"]
    else {
      Issue.record("no objects")
      return
    }
    for key in [
      "campaign_activity_id", "campaign_id", "role", "current_status", "format_type", "permalink_url", "segment_ids",
    ] { expected[key] = nil }
    address["country_name"] = nil
    address["state_name"] = nil
    properties["letter_format"] = nil
    expected["subject"] = .string("Time to plant")
    expected["physical_address_in_footer"] = .object(address)
    expected["document_properties"] = .object(properties)
    #expect(sent == expected)
    #expect(properties["permission_reminder_enabled"] == .string("true"))
  }

  @Test func updateWithoutChangeWritesNothing() async throws {
    let scripted = ScriptedClient(try activity())
    let activity = try await scripted.client.campaignActivities.update(Self.email) { $0.subject += "" }
    #expect(activity.subject == "Time to sow")
    try await scripted.transport.verifyAllUsed()
  }

  @Test func listsAndSegmentExcludeEachOther() async throws {
    let scripted = ScriptedClient(try activity(), try activity(), try activity())
    let error = try await failure {
      try await scripted.client.campaignActivities.update(Self.email) { $0.segmentIDs = ["14"] }
    }
    #expect(error?.code == .invalidInput)
    try await scripted.client.campaignActivities.update(Self.email) { draft in
      draft.contactListIDs = []
      draft.segmentIDs = ["14"]
    }
    let body = try await scripted.body(2)
    #expect(body?["segment_ids"] == .array([.integer(14)]))
    #expect(body?["contact_list_ids"] == nil)
  }

  @Test func newHTMLNeedsTrackingImageOnlyInFormat5() async throws {
    let five = ScriptedClient(try activity())
    let error = try await failure {
      try await five.client.campaignActivities.update(Self.email) { $0.htmlContent = "<p>Plant now.</p>" }
    }
    #expect(error?.message.contains("[[trackingImage]]") == true)
    let one = ScriptedClient(try activity(["format_type": .integer(1)]), try activity())
    try await one.client.campaignActivities.update(Self.email) { $0.htmlContent = "<p>Plant now.</p>" }
    #expect(try await one.body(1)?["html_content"]?.text == "<p>Plant now.</p>")
  }

  @Test func unreadableFieldIsNotOverwritten() async throws {
    let lost = ScriptedClient(try activity(["preheader": .array([])]))
    let error = try await failure {
      try await lost.client.campaignActivities.update(Self.email) { $0.subject = "Time to plant" }
    }
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("preheader") == true)
    // The API keeps parts that are not sent.
    let kept = ScriptedClient(try activity(["document_properties": .bool(true)]), try activity())
    try await kept.client.campaignActivities.update(Self.email) { $0.subject = "Time to plant" }
    #expect(try await kept.body(1)?["document_properties"] == nil)
  }

  @Test func scheduleSendsDateAndSendNowSendsZero() async throws {
    let scripted = ScriptedClient(try .fixture(201, "campaignActivities.schedule"), .json(201, "[]"), .json(204, ""))
    let activities = scripted.client.campaignActivities
    let schedules = try await activities.schedule(Self.email, at: Date(timeIntervalSince1970: 1_780_299_000))
    #expect(schedules.map(\.scheduledAt?.date) == [Date(timeIntervalSince1970: 1_780_299_000)])
    try await activities.sendNow(Self.email)
    try await activities.unschedule(Self.email)
    #expect(try await scripted.body(0) == .object(["scheduled_date": .string("2026-06-01T07:30:00Z")]))
    #expect(try await scripted.body(1) == .object(["scheduled_date": .string("0")]))
  }

  @Test func sendNowIsNotRetriedWhenItsResponseIsLost() async throws {
    let lost = TransportError(.connectionLost, delivery: .uncertain, message: "lost")
    let transport = ScriptedTransport([.fail(lost), .json(201, "[]")])
    let clock = ManualClock(automatic: true)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    let error = try await failure { try await client.campaignActivities.sendNow(Self.email) }
    #expect(error?.effect == .uncertain)
    #expect(await transport.requests.count == 1)
  }

  @Test func limitsOfTestsResendsAndABTests() async throws {
    let scripted = ScriptedClient()
    let activities = scripted.client.campaignActivities
    let email = Self.email
    func resend(_ delay: NewNonOpenerResend.Delay) async throws -> ConstantContactError? {
      try await failure { try await activities.createResend(NewNonOpenerResend(subject: "S", after: delay), of: email) }
    }
    func abTest(_ size: Int, _ hours: Int) async throws -> ConstantContactError? {
      try await failure {
        try await activities.createABTest(
          NewABTest(alternativeSubject: "S", testSize: size, winnerWaitHours: hours), of: email)
      }
    }
    let errors = [
      try await failure { try await activities.sendTest(email, to: []) },
      try await failure { try await activities.sendTest(email, to: Array(repeating: "ann@example.com", count: 6)) },
      try await resend(.days(0)), try await resend(.days(11)), try await resend(.minutes(719)),
      try await resend(.minutes(14_401)), try await abTest(4, 6), try await abTest(51, 6), try await abTest(30, 7),
    ]
    #expect(errors.map { $0?.code } == Array(repeating: .invalidInput, count: 9))
    #expect(await scripted.transport.requests.isEmpty)
  }

  @Test func readOnlyFieldThatCannotBeReadDoesNotBlockAnUpdate() async throws {
    let scripted = ScriptedClient(try activity(["current_status": .array([])]), try activity())
    try await scripted.client.campaignActivities.update(Self.email) { $0.subject = "Time to plant" }
    #expect(try await scripted.body(1)?["subject"] == .string("Time to plant"))
  }

  @Test func draftsResendsAndABTestsRoundTrip() throws {
    func expectRoundTrip(_ value: some Codable & Equatable) throws {
      let restored = try JSONDecoder().decode(type(of: value), from: JSONEncoder().encode(value))
      #expect(restored == value, "\(type(of: value))")
    }
    var draft = CampaignActivityDraft(
      from: "ann@example.com", fromName: "Ann", replyTo: "bea@example.com", subject: "Time to sow")
    try expectRoundTrip(draft)
    draft.segmentIDs = ["14"]
    draft.preheader = "Now"
    draft.documentID = "d2ce5a0e"
    draft.physicalAddressInFooter = CampaignPhysicalAddress(organizationName: "Ann", line1: "1 Lane", countryCode: "US")
    draft.documentProperties = CampaignDocumentProperties { $0.isSubscribeLinkEnabled = true }
    try expectRoundTrip(draft)
    draft.contactListIDs = ["1"]
    try expectRoundTrip(draft)
    try expectRoundTrip(NewNonOpenerResend(subject: "S", after: .days(7)))
    try expectRoundTrip(NewNonOpenerResend(subject: "S", after: .minutes(720)))
    try expectRoundTrip(NewABTest(alternativeSubject: "S", testSize: 30, winnerWaitHours: 24))
  }

  @Test func draftResendIsDeletedByItsFixedID() async throws {
    let scripted = ScriptedClient(.json(204, ""))
    try await scripted.client.campaignActivities.deleteResend(.draft, of: "1")
    #expect(
      await scripted.transport.requests.map { $0.url.path() } == ["/v3/emails/activities/1/non_opener_resends/DRAFT"])
  }
}
