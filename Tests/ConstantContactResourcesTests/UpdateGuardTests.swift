import ConstantContactKit
import ConstantContactTesting
import Testing

/// Updates of lists, tags, custom fields and segments write what changed and lose nothing.
@Suite struct UpdateGuardTests {
  private typealias Step = ScriptedTransport.Step

  /// The bodies that a call sends when the API returns `json` for its read.
  private func bodies(
    reading json: String, _ call: (ConstantContact) async throws -> Void
  ) async throws -> [RawJSON] {
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
    try await call(scripted.client)
    return try await scripted.transport.requests.compactMap(\.body).map { try JSONCoding.decode($0.data()) }
  }

  /// Expects that an update is refused before anything is written.
  private func expectRefusal(
    reading json: String, naming field: String, _ call: (ConstantContact) async throws -> Void
  ) async throws {
    let scripted = ScriptedClient(.json(200, json))
    let error = try await failure { try await call(scripted.client) }
    #expect(error?.code == .unreadableResponse, "\(json)")
    #expect(error?.message.contains("`\(field)`") == true, "\(error?.message ?? "")")
    #expect(await scripted.transport.requests.map(\.method) == [.get])
  }

  // MARK: Lists

  @Test func listUpdateKeepsUnchangedProperties() async throws {
    let service = FakeConstantContact(.init(time: ManualClock(automatic: true).timeSource))
    let client = try await service.client()
    let list = try await client.lists.create(ListDraft(name: "News", description: "Weekly", isFavorite: true))
    let changed = try await client.lists.update(list.id) { $0.name = "Newsletter" }
    #expect(changed.name == "Newsletter" && changed.description == "Weekly" && changed.isFavorite == true)
    let writes = await service.writes.count
    try await client.lists.update(list.id) { $0.name = "Newsletter" }
    #expect(await service.writes.count == writes)
    #expect(try await client.lists.find(named: "NEWSLETTER")?.id == list.id)
    #expect(try await client.lists.find(named: "News") == nil)
    let taken = try await failure { try await client.lists.create(ListDraft(name: "Newsletter")) }
    #expect(taken?.code == .conflict)
    #expect(try await client.lists.delete(list.id).state == .initialized)
    #expect(try await client.lists.find(named: "Newsletter") == nil)
  }

  @Test func listUpdateSendsNothingThatTheResponseDidNotContain() async throws {
    let sent = try await bodies(reading: #"{"list_id":"1","name":"News"}"#) {
      try await $0.lists.update("1") { $0.name = "Newsletter" }
    }
    #expect(sent == [.object(["name": .string("Newsletter")])])
  }

  @Test func incompleteListIsNotWritten() async throws {
    try await expectRefusal(reading: #"{"list_id":"1","name":"News","favorite":"perhaps"}"#, naming: "favorite") {
      try await $0.lists.update("1") { $0.name = "Newsletter" }
    }
    try await expectRefusal(reading: #"{"list_id":"1","favorite":true}"#, naming: "name") {
      try await $0.lists.update("1") { $0.description = "Weekly" }
    }
  }

  @Test func unreadableDatesDoNotPreventAListUpdate() async throws {
    let sent = try await bodies(reading: #"{"list_id":"1","name":"News","favorite":true,"created_at":{}}"#) {
      try await $0.lists.update("1") { $0.name = "Newsletter" }
    }
    #expect(sent == [.object(["name": .string("Newsletter"), "favorite": .bool(true)])])
  }

  // MARK: Tags

  @Test func tagUpdateSendsTheName() async throws {
    let sent = try await bodies(reading: #"{"tag_id":"1","name":"Regular","tag_source":"Till"}"#) {
      try await $0.tags.update("1") { $0.name = "Old friend" }
    }
    #expect(sent == [.object(["name": .string("Old friend")])])
    let unchanged = try await bodies(reading: #"{"tag_id":"1","name":"Regular"}"#) {
      try await $0.tags.update("1") { $0.name = "Regular" }
    }
    #expect(unchanged.isEmpty)
  }

  // MARK: Custom fields

  private static func field(_ choices: String, type: String = "single_select") -> String {
    #"{"custom_field_id":"1","label":"Fruit","type":"\#(type)","choices":\#(choices)}"#
  }

  @Test func choiceIDsAreSentAsTheyWereReceived() async throws {
    let choices =
      #"[{"choice_id":"000001","choice_label":"Apple","display_order":1},{"choice_id":7,"choice_label":"Pear"},"#
      + #"{"choice_id":"9A63BC","choice_label":"Plum"},{"choice_id":"8","choice_label":"Fig","deleted_at":"2026-01-02"}]"#
    let sent = try await bodies(reading: Self.field(choices)) {
      try await $0.customFields.update("1") { $0.choices?.append(CustomFieldChoice("Kiwi", displayOrder: 5)) }
    }
    let expected: [RawJSON] = [
      .object(["choice_id": .string("000001"), "choice_label": .string("Apple"), "display_order": .integer(1)]),
      .object(["choice_id": .integer(7), "choice_label": .string("Pear")]),
      .object(["choice_id": .string("9A63BC"), "choice_label": .string("Plum")]),
      .object(["choice_label": .string("Kiwi"), "display_order": .integer(5)]),
    ]
    #expect(sent == [.object(["label": .string("Fruit"), "choices": .array(expected)])])
  }

  @Test(arguments: [
    #"[{"choice_id":1,"choice_label":"A"},null]"#, #"[{"choice_id":1,"choice_label":["A"]}]"#, #""none""#, "null",
    #"[{"choice_id":null,"choice_label":"A"}]"#, #"[{"choice_id":{},"choice_label":"A"}]"#, #"[{"choice_id":1}]"#,
  ])
  func incompleteChoicesAreNotWritten(choices: String) async throws {
    try await expectRefusal(reading: Self.field(choices), naming: "choices") {
      try await $0.customFields.update("1") { $0.label = "Fruits" }
    }
  }

  @Test func fieldWithoutChoicesNeedsNone() async throws {
    for choices in ["null", "[]"] {
      let sent = try await bodies(reading: Self.field(choices, type: "string")) {
        try await $0.customFields.update("1") { $0.label = "Fruits" }
      }
      #expect(sent == [.object(["label": .string("Fruits")])])
    }
  }

  // MARK: Segments

  private static let segment = #"{"segment_id":14,"name":"Sleepers","segment_criteria":"{\"a\":1}"}"#

  @Test func segmentUpdateSendsNameAndCriteria() async throws {
    let renamed = try await bodies(reading: Self.segment) {
      try await $0.segments.update("14") { $0.name = "Late risers" }
    }
    #expect(renamed == [.object(["name": .string("Late risers"), "segment_criteria": .string(#"{"a":1}"#)])])
    let changed = try await bodies(reading: Self.segment) {
      try await $0.segments.update("14") { $0.criteria = SegmentCriteria(text: "{}") }
    }
    #expect(changed == [.object(["name": .string("Sleepers"), "segment_criteria": .string("{}")])])
  }

  @Test func incompleteSegmentIsNotWritten() async throws {
    for (json, field) in [
      (#"{"segment_id":14,"name":"Sleepers"}"#, "segment_criteria"),
      (#"{"segment_id":14,"name":"Sleepers","segment_criteria":{"a":1}}"#, "segment_criteria"),
      (#"{"segment_id":14,"segment_criteria":"{}"}"#, "name"),
    ] {
      try await expectRefusal(reading: json, naming: field) {
        try await $0.segments.update("14") { $0.name = "Late risers" }
      }
    }
  }
}
