import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct EventsTests {
  private func client(_ steps: [ScriptedTransport.Step]) -> (EventsAPI, ScriptedTransport) {
    let transport = ScriptedTransport(steps)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource))
    return (client.events, transport)
  }

  @Test func pagesContinueWithTheNextCursor() async throws {
    let (events, transport) = client([
      .json(200, #"{"records":[{"event_id":"1"}],"total_records":3,"next_cursor":"a+b"}"#),
      .json(200, #"{"records":[{"event_id":"2"},"odd"],"next_cursor":"c"}"#),
      .json(200, #"{"records":[{"event_id":"3"}],"next_cursor":null,"_links":null}"#),
    ])
    var found: [EventID] = []
    let error = await #expect(throws: ConstantContactError.self) {
      for try await event in events.list(EventFilter(status: .active), pageSize: 25) { found.append(event.id) }
    }
    #expect(error?.code == .undecodableElements)
    #expect(found == ["1", "2", "3"])
    let queries = await transport.requests.map { $0.url.query(percentEncoded: true) }
    #expect(queries == ["", "&next=a%2Bb", "&next=c"].map { "event_status=ACTIVE&limit=25\($0)" })
  }

  @Test func previousPageIsRequestedWithItsCursor() async throws {
    let (events, transport) = client([
      .json(200, #"{"records":[{"event_id":"2"}],"prev_cursor":"a+b","_links":{"self":{"href":"/v3/events?next=x"}}}"#),
      .json(200, #"{"records":[{"event_id":"1"}],"prev_cursor":null}"#),
    ])
    let page = try await events.list(EventFilter(status: .active)).firstPage()
    let previous = try #require(page?.previous)
    #expect(page?.current != nil)
    let stored = try JSONDecoder().decode(PageCursor.self, from: JSONEncoder().encode(previous))
    let first = try await events.list(EventFilter(status: .active), from: stored).firstPage()
    #expect(first?.elements.map(\.id) == ["1"])
    #expect(first?.previous == nil)
    #expect(
      await transport.requests.last?.url.query(percentEncoded: true) == "event_status=ACTIVE&limit=100&prev=a%2Bb")
  }

  @Test func previousLinkIsUsedWhereThereIsNoCursor() async throws {
    let (events, _) = client([
      .json(200, #"{"records":[],"_links":{"prev":{"href":"/v3/events/1/tracks/t/registrations?prev=x"}}}"#),
      .json(200, #"{"records":[]}"#),
    ])
    let page = try await events.registrations(of: "1", track: "t").firstPage()
    let previous = try #require(page?.previous)
    #expect(try await events.registrations(of: "1", track: "t", from: previous).firstPage()?.elements.isEmpty == true)
    let other = try await failure { try await events.registrations(of: "2", track: "t", from: previous).firstPage() }
    #expect(other?.code == .invalidInput)
  }

  @Test func promotionCodesAreSentWithoutTheirLabels() async throws {
    let (events, transport) = client([.json(204, "")])
    try await events.update("1") { changes in
      var track = EventChanges.Track()
      track.promoCodes = [
        EventPromoCode {
          $0.name = "WIN95"
          $0.statusLabels = [EventStatusLabel { $0.label = "Available" }]
        }
      ]
      changes.defaultTrack = track
    }
    let body = #"{"default_track":{"promo_codes":[{"name":"WIN95"}]}}"#
    #expect(await transport.requests.first?.body == .bytes(Data(body.utf8)))
  }

  @Test func namedValuesAreConstants() throws {
    let registration: EventRegistration = try JSONCoding.decode(
      Data(
        #"""
        {"registration_id":"r","checkin_status":"CHECKED_IN","contact":[{"field_type":"TEXT_AREA"}],
         "order_summary":{"payment_method":"PAYPAL","payment_status":"CHARGED_BACK"}}
        """#.utf8))
    #expect(registration.checkInStatus == .checkedIn)
    #expect(registration.contact?.first?.type == .textArea)
    #expect(registration.order?.paymentMethod == .payPal)
    #expect(registration.order?.paymentStatus == .chargedBack)
  }

  @Test func partialStatusUpdateReturnsTheFailedRegistrations() async throws {
    let (events, _) = client([.json(200, ""), .json(207, #"{"failed_registration_ids":["r2"]}"#)])
    #expect(try await events.setStatus(of: ["r1"], to: .canceled, event: "e", track: "t").isEmpty)
    #expect(try await events.setPaymentStatus(of: ["r1", "r2"], to: .refunded, event: "e", track: "t") == ["r2"])
  }

  @Test func copyReturnsTheCampaignActivitiesThatFailed() async throws {
    let (events, _) = client([.json(207, #"{"event_id":"2","failed_campaign_activities":["a1"]}"#)])
    #expect(try await events.copy("1", named: "Again").failedCampaignActivities == ["a1"])
  }

  @Test func updateSendsOnlyWhatTheClosureSets() async throws {
    let (events, transport) = client([.json(204, "")])
    try await events.update("1") { $0.title = "Bread day" }
    #expect(await transport.requests.first?.body == .bytes(Data(#"{"title":"Bread day"}"#.utf8)))
    #expect(await transport.requests.first?.method == .patch)
  }

  @Test func invalidInputIsRejectedBeforeSending() async throws {
    let (events, transport) = client([])
    let error = await #expect(throws: ConstantContactError.self) {
      try await events.update("1") { $0.description = String(repeating: "x", count: 601) }
    }
    #expect(error?.message == "`description` is 601 characters; the limit is 600")
    await #expect(throws: ConstantContactError.self) { try await events.copy("1", named: "") }
    await #expect(throws: ConstantContactError.self) { try await events.checkIn([], at: "1") }
    #expect(await transport.requests.isEmpty)
  }

  @Test func updateWithoutChangesSendsNothing() async throws {
    let (events, transport) = client([])
    try await events.update("1") { $0.title = nil }
    #expect(await transport.requests.isEmpty)
  }

  @Test func datesOfAnUpdateAreSentAsTimestamps() async throws {
    let (events, transport) = client([.json(204, "")])
    try await events.update("1") { changes in
      changes.startsAt = Date(timeIntervalSince1970: 1_777_626_000)
      changes.defaultTrack = EventChanges.Track()
      changes.defaultTrack?.registrationEndsAt = Date(timeIntervalSince1970: 1_777_568_400)
    }
    #expect(
      try await transport.requests.first?.body?.data()
        == Data(
          #"{"default_track":{"registration_end_time":"2026-04-30T17:00:00Z"},"event_start":"2026-05-01T09:00:00Z"}"#
            .utf8)
    )
  }
}
