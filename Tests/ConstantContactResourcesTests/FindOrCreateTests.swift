import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct FindOrCreateTests {
  private func client(_ steps: [ScriptedTransport.Step]) -> (ConstantContact, ScriptedTransport) {
    let transport = ScriptedTransport(steps)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource))
    return (client, transport)
  }

  private let noTags = ScriptedTransport.Step.json(200, #"{"tags":[]}"#)
  private let tag = #"{"tag_id":"T1","name":"Regular"}"#

  @Test func existingTagIsFoundByItsExactName() async throws {
    let (client, transport) = client([.json(200, #"{"tags":[{"tag_id":"T0","name":"REGULAR"},\#(tag)]}"#)])
    #expect(try await client.tags.findOrCreate(named: "Regular").id == "T1")
    #expect(await transport.requests.count == 1)
  }

  @Test func missingTagIsCreated() async throws {
    let (client, transport) = client([noTags, .json(201, tag)])
    #expect(try await client.tags.findOrCreate(named: "Regular", source: "Till").id == "T1")
    #expect(await transport.requests.last?.body == .bytes(Data(#"{"name":"Regular","tag_source":"Till"}"#.utf8)))
  }

  @Test func conflictingOrUnconfirmedCreationIsLookedUp() async throws {
    let conflict = ScriptedTransport.Step.json(409, #"[{"error_key":"tags.api.conflict","error_message":"taken"}]"#)
    let lost = ScriptedTransport.Step.fail(
      TransportError(.connectionLost, delivery: .uncertain, message: "the connection was lost"))
    for failure in [conflict, lost] {
      let (client, transport) = client([noTags, failure, .json(200, #"{"tags":[\#(tag)]}"#)])
      #expect(try await client.tags.findOrCreate(named: "Regular").id == "T1")
      #expect(await transport.requests.count == 3)
    }
  }

  @Test func otherErrorsAreThrown() async throws {
    let (client, _) = client([noTags, .json(400, #"[{"error_key":"x","error_message":"no"}]"#)])
    let error = await #expect(throws: ConstantContactError.self) {
      try await client.tags.findOrCreate(named: "Regular")
    }
    #expect(error?.code == .badRequest)
  }

  @Test func listsAndCustomFieldsAreFoundOrCreated() async throws {
    let clock = ManualClock(automatic: true)
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client()
    let list = try await client.lists.findOrCreate(named: "Newsletter")
    #expect(try await client.lists.findOrCreate(named: "newsletter").id == list.id)
    let field = try await client.customFields.findOrCreate(named: "Favorite bread")
    #expect(try await client.customFields.findOrCreate(named: "favorite_bread").id == field.id)
    #expect(await service.writes.count == 2)
  }
}
