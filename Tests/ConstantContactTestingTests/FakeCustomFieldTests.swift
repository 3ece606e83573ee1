import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeCustomFieldTests {
  private let path = "/v3/contact_custom_fields"

  @Test func nameDerivesFromLabel() async throws {
    let desk = await Desk()
    let made = try await desk.call(.post, path, #"{"label":"Favorite color","type":"string"}"#)
    #expect(made.status == 201 && made.string("name") == "Favorite_color")
    let id = try #require(made.string("custom_field_id"))
    #expect(try await desk.call(.get, "\(path)/\(id)").string("type") == "string")
    let put = try await desk.call(.put, "\(path)/\(id)", #"{"label":"Colour"}"#)
    #expect(put.string("name") == "Colour" && put.string("type") == "string")
    #expect(try await desk.call(.put, "\(path)/\(id)", #"{"label":"Colour","type":"date"}"#).status == 400)
  }

  @Test func labelsAndNamesAreUnique() async throws {
    let desk = await Desk()
    await desk.fake.add(customField: "Favorite color")
    for label in ["Favorite color", "Favorite_color"] {
      let response = try await desk.call(.post, path, "{\"label\":\"\(label)\",\"type\":\"string\"}")
      #expect(response.status == 409)
    }
  }

  @Test func choicesReceiveIDs() async throws {
    let desk = await Desk()
    let made = try await desk.call(
      .post,
      path,
      #"{"label":"Fruit","type":"single_select","choices":[{"choice_label":"Apple"},{"choice_label":"Pear"}]}"#
    )
    #expect(made.count("choices") == 2 && made.has("choices.1.choice_id"))
    #expect(made.int("choices.1.display_order") == 2)
  }

  @Test(arguments: [
    "{}", #"{"label":"A"}"#, #"{"label":"A","type":"colour"}"#, #"{"label":"","type":"date"}"#,
    #"{"label":"A","type":"string","choices":[{"choice_label":"B"}]}"#,
  ])
  func invalidFieldsAreRefused(body: String) async throws {
    let desk = await Desk()
    #expect(try await desk.call(.post, path, body).status == 400)
    #expect(try await desk.call(.get, path + "?limit=101").status == 400)
  }

  @Test(arguments: [("dropdown", 100), ("checkbox", 20), ("radio", 20)])
  func displayTypeLimitsTheNumberOfChoices(display: String, limit: Int) async throws {
    let desk = await Desk()
    func create(_ label: String, _ count: Int) async throws -> Int {
      let choices = (0..<count).map { #"{"choice_label":"\#($0)"}"# }.joined(separator: ",")
      return try await desk.call(
        .post, path,
        #"{"label":"\#(label)","type":"multi_select","metadata":{"display_type":"\#(display)"},"choices":[\#(choices)]}"#
      ).status
    }
    #expect(try await create("Fits", limit) == 201)
    #expect(try await create("Too many", limit + 1) == 400)
  }

  @Test func deletionRemovesValuesAndLaterWritesAreRefused() async throws {
    let desk = await Desk()
    let field = await desk.fake.add(customField: "Middle name")
    let ann = await desk.fake.add(.init(address: "ann@example.com", customFields: [field: "Q"]))
    #expect(try await desk.call(.delete, "\(path)/\(field)").status == 204)
    #expect(await desk.fake.contact(id: ann.id)?.customFields == [:])
    #expect(try await desk.call(.get, "\(path)/\(field)").status == 404)
    let write = try await desk.call(
      .post, "/v3/contacts",
      #"{"create_source":"Account","first_name":"B","custom_fields":[{"custom_field_id":"\#(field)","value":"Q"}]}"#)
    #expect(write.status == 400 && write.fault == "custom_fields: there is no custom field \(field)")
  }

  @Test func accountHoldsAHundredFields() async throws {
    let desk = await Desk()
    for index in 0..<100 { await desk.fake.add(customField: "\(index)") }
    #expect(try await desk.call(.post, path, #"{"label":"One more","type":"string"}"#).status == 400)
  }

  // MARK: Choices on contacts

  private func write(_ desk: Desk, _ fields: String) async throws -> Response {
    try await desk.call(
      .post, "/v3/contacts", #"{"create_source":"Account","first_name":"Ann","custom_fields":[\#(fields)]}"#)
  }

  @Test(arguments: ["single_select", "multi_select"])
  func choiceFieldsTakeKnownChoiceIDs(type: String) async throws {
    let desk = await Desk()
    let field = await desk.fake.add(customField: "Fruit", type: type, choices: ["Apple", "Pear"])
    let ids = await desk.fake.choices(ofCustomField: field)
    let (apple, pear) = (try #require(ids["Apple"]), try #require(ids["Pear"]))
    func item(_ more: String) -> String { #"{"custom_field_id":"\#(field)",\#(more)}"# }

    let chosen = try await write(desk, item(#""choice_ids":["\#(pear)"],"value":"Pear""#))
    #expect(chosen.status == 201 && chosen.strings("custom_fields.0.choice_ids") == [pear])
    #expect(!chosen.has("custom_fields.0.value"))
    let id = try #require(chosen.string("contact_id"))
    #expect(await desk.fake.contact(id: id)?.choices == [field: [pear]])

    let both = try await write(desk, item(#""choice_ids":["\#(apple)","\#(pear)"]"#))
    #expect(both.status == (type == "multi_select" ? 201 : 400))
    #expect(try await write(desk, item(#""choice_ids":["99999999"]"#)).fault?.contains("has no choice") == true)
    #expect(try await write(desk, item(#""value":"Apple""#)).fault?.contains("choice_ids is missing") == true)
    #expect(try await write(desk, item(#""choice_ids":[7]"#)).status == 400)
  }

  @Test func textFieldsTakeNoChoices() async throws {
    let desk = await Desk()
    let field = await desk.fake.add(customField: "Color")
    let response = try await write(desk, #"{"custom_field_id":"\#(field)","choice_ids":["1"]}"#)
    #expect(response.status == 400)
  }

  @Test func repeatedFieldIsRefused() async throws {
    let desk = await Desk()
    let field = await desk.fake.add(customField: "Color")
    let item = #"{"custom_field_id":"\#(field)","value":"red"}"#
    #expect(try await write(desk, item).status == 201)
    #expect(try await write(desk, item + "," + item).fault?.contains("given more than once") == true)
  }

  @Test func putKeepsChoicesByIDAndRemovesOmittedOnesFromContacts() async throws {
    let desk = await Desk()
    let field = await desk.fake.add(customField: "Fruit", type: "multi_select", choices: ["Apple", "Pear"])
    let ids = await desk.fake.choices(ofCustomField: field)
    let (apple, pear) = (try #require(ids["Apple"]), try #require(ids["Pear"]))
    let both = await desk.fake.add(.init(address: "ann@example.com", choices: [field: [apple, pear]]))
    let one = await desk.fake.add(.init(address: "bob@example.com", choices: [field: [pear]]))
    let put = try await desk.call(
      .put, "\(path)/\(field)",
      #"{"label":"Fruit","choices":[{"choice_id":\#(apple),"choice_label":"Red apple"},{"choice_label":"Plum"}]}"#)
    #expect(put.status == 200 && put.int("choices.0.choice_id") == Int(apple))
    #expect(await Set(desk.fake.choices(ofCustomField: field).keys) == ["Red apple", "Plum"])
    #expect(await desk.fake.contact(id: both.id)?.choices == [field: [apple]])
    #expect(await desk.fake.contact(id: one.id)?.choices == [:])
    let unknown = #"{"label":"Fruit","choices":[{"choice_id":\#(pear),"choice_label":"Pear"}]}"#
    #expect(try await desk.call(.put, "\(path)/\(field)", unknown).status == 400)
  }
}
