import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A contact has at most one value for each custom field.
@Suite struct CustomFieldValueTests {
  private static let select: CustomField = CustomField {
    $0.id = "f"
    $0.label = "Fruit"
    $0.kind = .multiSelect
    $0.choices = [("1", "Apple"), ("000002", "Pear"), ("9A63BC", "plum"), ("4", "Fig")].map { id, label in
      CustomFieldChoice {
        $0.id = CustomFieldChoiceID(id)
        $0.label = label
        $0.deletedAt = label == "Fig" ? Timestamp(text: "2026-01-02") : nil
      }
    }
  }

  @Test func settingReplacesAndRemoves() {
    var values: CustomFieldValues = [ContactCustomField("a", value: "1"), ContactCustomField("b", choiceIDs: ["7"])]
    values["a"] = "2"
    values["c"] = "3"
    #expect(values["a"] == "2" && values["b"] == nil && values["c"] == "3" && values.count == 3)
    values["b"] = "text"
    #expect(values.first { $0.id == "b" } == ContactCustomField("b", value: "text"))
    values["a"] = nil
    values["c"] = " "
    #expect(values.map(\.id) == ["b"])
    values["b"] = nil
    #expect(values.isEmpty)
  }

  /// Running the same code a second time must not send a field twice.
  @Test func everyWayOfCreationKeepsOneValueForAField() throws {
    let twice = [
      ContactCustomField("a", value: "1"), ContactCustomField("b", value: "2"), ContactCustomField("a", value: "3"),
    ]
    for values in [
      CustomFieldValues(twice), [twice[0], twice[1], twice[2]],
      try JSONDecoder().decode(CustomFieldValues.self, from: JSONEncoder().encode(twice)),
    ] {
      #expect(Array(values) == [twice[2], twice[1]])
      #expect(try JSONDecoder().decode(CustomFieldValues.self, from: JSONEncoder().encode(values)) == values)
    }
  }

  @Test func secondRunSendsAFieldOnce() async throws {
    let service = FakeConstantContact(.init(time: ManualClock(automatic: true).timeSource))
    let client = try await service.client()
    let field = CustomFieldID(await service.add(customField: "Salutation"))
    let id = ContactID(await service.add(.init(address: "ann@example.com", firstName: "Ann")).id)
    for _ in 0..<2 {
      let contact = try await client.contacts.update(id) { $0.customFields[field] = "Dr." }
      #expect(contact.customFields == [ContactCustomField(field, value: "Dr.")])
    }
    #expect(await service.writes.count == 1)
    let writes = await service.writes.count
    try await client.contacts.update(id) { $0.customFields[field] = nil }
    #expect(await service.writes.count == writes + 1)
    #expect(try await client.contacts.get(id, including: .all).customFields == [])
  }

  @Test func duplicatesOfAResponseAreSentOnce() async throws {
    let json =
      #"{"contact_id":"1","first_name":"Ann","custom_fields":[{"custom_field_id":"a","value":"1"},"#
      + #"{"custom_field_id":"a","value":"2"}]}"#
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("1") { $0.lastName = "Lee" }
    #expect(
      try await scripted.body(1)?["custom_fields"] == .array([.object(["custom_field_id": "a", "value": "2"].strings)]))
  }

  @Test func labelsBecomeChoiceIDs() throws {
    var values: CustomFieldValues = [ContactCustomField("f", value: "old")]
    try values.set("Apple", for: Self.select)
    #expect(Array(values) == [ContactCustomField("f", choiceIDs: ["1"])])
    try values.set(["PLUM", "Pear", "Pear"], for: Self.select)
    #expect(Array(values) == [ContactCustomField("f", choiceIDs: ["9A63BC", "000002"])])
    try values.set(nil, for: Self.select)
    #expect(values.isEmpty)
    try values.set("Apple", for: Self.select)
    try values.set([], for: Self.select)
    #expect(values.isEmpty)
  }

  @Test func unknownLabelsAreRefused() throws {
    var values: CustomFieldValues = [ContactCustomField("f", choiceIDs: ["1"])]
    for labels in [["Mango"], ["Apple", "Mango"], ["Fig"]] {
      let error = #expect(throws: ConstantContactError.self) { try values.set(labels, for: Self.select) }
      #expect(error?.code == .invalidInput)
      #expect(error?.message.contains("`Fruit`") == true)
      #expect(error?.message.contains("Mango") == false)
    }
    var single = Self.select
    single.kind = .singleSelect
    #expect(throws: ConstantContactError.self) { try values.set(["Apple", "Pear"], for: single) }
    #expect(Array(values) == [ContactCustomField("f", choiceIDs: ["1"])])
  }

  @Test func textFieldsTakeText() throws {
    let field = CustomField {
      $0.id = "s"
      $0.label = "Salutation"
      $0.kind = .string
    }
    var values: CustomFieldValues = []
    try values.set("Dr.", for: field)
    try values.set("Prof.", for: field)
    #expect(Array(values) == [ContactCustomField("s", value: "Prof.")])
    #expect(!field.hasChoices && Self.select.hasChoices)
    #expect(throws: ConstantContactError.self) { try values.set(["a"], for: field) }
  }

  @Test func choicesAreSentByID() async throws {
    let json = #"{"contact_id":"1","first_name":"Ann","custom_fields":[]}"#
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource))
    _ = try await scripted.client.contacts.update("1") { try $0.customFields.set("pear", for: Self.select) }
    let expected: RawJSON = .object(["custom_field_id": .string("f"), "choice_ids": .array([.string("000002")])])
    #expect(try await scripted.body(1)?["custom_fields"] == .array([expected]))
  }

  @Test func printingShowsNoValue() {
    let values: CustomFieldValues = [ContactCustomField("a", value: "secret")]
    var text = "\(values) \(String(reflecting: values))"
    dump(values, to: &text)
    #expect(!text.contains("secret"))
  }
}
