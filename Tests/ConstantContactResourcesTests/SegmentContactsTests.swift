import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct SegmentContactsTests {
  let clock = ManualClock(automatic: true)

  private func client(_ transport: any HTTPTransport) -> ConstantContact {
    ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
  }

  @Test func asksAgainUntilTheSegmentIsComputed() async throws {
    let transport = ScriptedTransport([
      .json(202, #"{"contacts":[],"status":"processing"}"#),
      .json(200, #"{"contacts":[],"status":"processing"}"#),
      .json(200, #"{"contacts":[{"contact_id":"1"}],"_links":{"next":{"href":"/v3/contacts?cursor=x"}}}"#),
      .json(200, #"{"contacts":[{"contact_id":"2"}]}"#),
    ])
    let contacts = try await client(transport).contacts.list(inSegment: "14", pageSize: 25).collect()
    #expect(contacts.map(\.id) == ["1", "2"])
    let targets = await transport.requests.map { $0.url.absoluteString }
    let first = "https://api.cc.email/v3/contacts?segment_id=14&limit=25"
    #expect(targets == [first, first, first, "https://api.cc.email/v3/contacts?cursor=x"])
    #expect(clock.elapsed >= .seconds(5))
    try await transport.verifyAllUsed()
  }

  @Test func givesUpAtTheDeadline() async throws {
    let transport = ScriptedTransport(
      Array(repeating: .json(202, #"{"contacts":[],"status":"processing"}"#), count: 100))
    let error = await #expect(throws: ConstantContactError.self) {
      try await client(transport).contacts.list(inSegment: "14").collect()
    }
    #expect(error?.code == .stillProcessing)
    #expect(clock.elapsed <= .seconds(300))
  }

  @Test func deadlineOptionEndsTheWait() async throws {
    let transport = ScriptedTransport(Array(repeating: .json(202, ""), count: 100))
    let error = await #expect(throws: ConstantContactError.self) {
      try await client(transport).with { $0.deadline = .seconds(10) }.contacts.list(inSegment: "14").collect()
    }
    #expect(error?.code == .stillProcessing)
    #expect(clock.elapsed <= .seconds(10))
    let patient = ScriptedTransport(
      Array(repeating: .json(202, ""), count: 60) + [.json(200, #"{"contacts":[{"contact_id":"1"}]}"#)])
    let contacts = client(patient).with { $0.deadline = .seconds(3_600) }.contacts.list(inSegment: "14")
    #expect(try await contacts.collect().count == 1)
  }
}
