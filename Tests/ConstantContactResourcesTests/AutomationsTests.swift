import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct AutomationsTests {
  private func client(_ steps: [ScriptedTransport.Step]) -> (AutomationsAPI, ScriptedTransport) {
    let transport = ScriptedTransport(steps)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource))
    return (client.automations, transport)
  }

  private let automation =
    #"{"id":"1","name":"Welcome","description":null,"future_field":{"kept":1,"dropped":null},"draft_definition":{"state":"EDITED","unknown":{"deep":[1,{"x":null,"y":2}]},"workflow":{"workflow_def":{"tasks":[{"id":"t"}]}}}}"#

  @Test func updateKeepsUnknownFields() async throws {
    let (automations, transport) = client([.json(200, automation), .json(200, automation)])
    try await automations.update("1") { $0.name = "Hello" }
    let body = try #require(await transport.requests.last?.body).data()
    let json: RawJSON = try JSONCoding.decode(body)
    #expect(json["automation_flow"]?["name"]?.text == "Hello")
    #expect(json["automation_flow"]?["future_field"] == .object(["kept": .integer(1)]))
    #expect(
      json["automation_flow"]?["draft_definition"]?["unknown"]
        == .object(["deep": .array([.integer(1), .object(["y": .integer(2)])])]))
    #expect(json["automation_flow"]?["draft_definition"]?["workflow"]?["workflow_def"]?["tasks"] != nil)
  }

  @Test func updateWithoutChangesWritesNothing() async throws {
    let (automations, transport) = client([.json(200, automation)])
    let same = try await automations.update("1") { $0.name = "Welcome" }
    #expect(same.draftDefinition?.state == "EDITED")
    #expect(same.draftDefinition?.tasks.count == 1)
    #expect(await transport.requests.count == 1)
  }

  @Test func unreadableFieldsAreNotOverwritten() async throws {
    let (automations, transport) = client([.json(200, #"{"id":"1","name":{"no":"text"}}"#)])
    let error = await #expect(throws: ConstantContactError.self) {
      try await automations.update("1") { $0.description = "x" }
    }
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("name") == true)
    #expect(await transport.requests.count == 1)
  }

  @Test func replaceSendsTheDraftWithTheTargetID() async throws {
    let (automations, transport) = client([.json(200, automation), .json(200, automation)])
    let draft = AutomationDraft(try await automations.get("1"))
    try await automations.replace("2", with: draft)
    let request = try #require(await transport.requests.last)
    #expect(await transport.requests.count == 2)
    #expect(request.method == .put)
    #expect(request.url.path().hasSuffix("/automations/workflows/2"))
    let json: RawJSON = try JSONCoding.decode(try #require(request.body).data())
    #expect(json["automation_flow"]?["id"]?.text == "2")
    #expect(json["automation_flow"]?["name"]?.text == "Welcome")
    #expect(json["automation_flow"]?["draft_definition"]?["state"]?.text == "EDITED")
  }

  @Test func createWithoutANameSendsNone() async throws {
    let (automations, transport) = client([.json(201, automation)])
    var trigger = AutomationTrigger()
    trigger.type = "segment_join"
    _ = try await automations.create(trigger: trigger)
    #expect(await transport.requests.last?.url.query() == nil)
    let error = await #expect(throws: ConstantContactError.self) {
      _ = try await automations.create(name: "", trigger: trigger)
    }
    #expect(error?.code == .invalidInput)
  }
}
