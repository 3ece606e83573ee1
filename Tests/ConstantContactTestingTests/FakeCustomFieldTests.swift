import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeCustomFieldTests {
  private let path = "/v3/contact_custom_fields"

  @Test func nameIsMadeFromTheLabel() async throws {
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
      let answer = try await desk.call(.post, path, "{\"label\":\"\(label)\",\"type\":\"string\"}")
      #expect(answer.status == 409)
    }
  }

  @Test func choicesGetIDs() async throws {
    let desk = await Desk()
    let made = try await desk.call(
      .post,
      path,
      #"{"label":"Fruit","type":"single_select","choices":[{"choice_label":"Apple"},{"choice_label":"Pear"}]}"#
    )
    #expect(made.count("choices") == 2 && made.has("choices.1.choice_id"))
    #expect(made.int("choices.1.display_order") == 2)
  }

  @Test(arguments: ["{}", #"{"label":"A"}"#, #"{"label":"A","type":"colour"}"#, #"{"label":"","type":"date"}"#])
  func badFieldsAreRefused(body: String) async throws {
    let desk = await Desk()
    #expect(try await desk.call(.post, path, body).status == 400)
    #expect(try await desk.call(.get, path + "?limit=101").status == 400)
  }

  @Test func deletionTakesTheValuesAlong() async throws {
    let desk = await Desk()
    let field = await desk.fake.add(customField: "Middle name")
    let ann = await desk.fake.add(.init(address: "ann@example.com", customFields: [field: "Q"]))
    #expect(try await desk.call(.delete, "\(path)/\(field)").status == 204)
    #expect(await desk.fake.contact(id: ann.id)?.customFields == [:])
    #expect(try await desk.call(.get, "\(path)/\(field)").status == 404)
  }

  @Test func anAccountHoldsAHundredFields() async throws {
    let desk = await Desk()
    for index in 0..<100 { await desk.fake.add(customField: "\(index)") }
    #expect(try await desk.call(.post, path, #"{"label":"One more","type":"string"}"#).status == 400)
  }
}
