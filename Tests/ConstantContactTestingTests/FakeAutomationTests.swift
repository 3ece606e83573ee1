import ConstantContactKit
import ConstantContactTesting
import Testing

@Suite struct FakeAutomationTests {
  private let clock = ManualClock(automatic: true)

  private func make() async throws -> (fake: FakeConstantContact, client: ConstantContact) {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    return (fake, try await fake.client(scopes: [.campaignData]))
  }

  @Test func createdAutomationKeepsItsTriggerAndIsPromoted() async throws {
    let (fake, client) = try await make()
    var trigger = AutomationTrigger()
    trigger.type = "Action"
    trigger.actionName = "list_join"
    let created = try await client.automations.create(name: "Welcome", trigger: trigger)
    #expect(created.name == "Welcome" && created.isNameExplicit == true && created.status == "DRAFT")
    #expect(created.draftDefinition?.trigger?.actionName == "list_join")
    let updated = try await client.automations.update(created.id) { draft in
      draft.description = "Says hello"
      draft.status = "ACTIVE"
    }
    #expect(updated.status == "ACTIVE" && updated.activeDefinition != nil && updated.name == "Welcome")
    #expect(try await client.automations.get(created.id).description == "Says hello")
    #expect(await fake.automations == [created.id.rawValue: "Welcome"])
    #expect(await fake.log.map(\.kind) == [.created, .updated])
  }

  @Test func collectionFiltersAndSorts() async throws {
    let (fake, client) = try await make()
    await fake.add(automation: "Template", goals: ["post_purchase_followup"])
    _ = try await client.automations.create(trigger: AutomationTrigger())
    func names(_ change: (inout AutomationFilter) -> Void) async throws -> [String] {
      var filter = AutomationFilter()
      change(&filter)
      var names: [String] = []
      for try await automation in client.automations.list(filter) { names.append(automation.name ?? "") }
      return names
    }
    let all = try await names { _ in }
    #expect(all.count == 2 && all.last == "Template")
    #expect(try await names { $0.isDescending = false }.first == "Template")
    #expect(try await names { $0.origin = .template } == ["Template"])
    #expect(try await names { $0.goals = "other,post_purchase_followup" } == ["Template"])
    #expect(try await names { $0.name = "Template" } == ["Template"])
    #expect(try await names { $0.name = "template" }.isEmpty)
    #expect(try await names { $0.channel = "SMS" }.isEmpty)
  }

  @Test func refusalsNameTheCause() async throws {
    let desk = await Desk(scopes: ["campaign_data"]) { $0.privileges = ["customer-journey:read"] }
    #expect(try await desk.call(.get, "/v3/automations/workflows").status == 209)
    #expect(try await desk.call(.post, "/v3/automations/workflows", "{}").status == 403)
    #expect(try await desk.call(.get, "/v3/automations/workflows/1").status == 404)
    #expect(try await desk.call(.get, "/v3/automations/workflows?sort_direction=up").status == 400)
    let other = await Desk(scopes: ["campaign_data"])
    let id = await other.fake.add(automation: "A")
    let path = "/v3/automations/workflows/\(id)"
    #expect(try await other.call(.put, path, #"{"automation_flow":{"id":"x"}}"#).status == 400)
    #expect(try await other.call(.put, path, #"{"name":"A"}"#).status == 400)
  }
}
