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
