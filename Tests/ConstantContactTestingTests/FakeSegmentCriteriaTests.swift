import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Segments whose criteria the fake evaluates.
@Suite struct FakeSegmentCriteriaTests {
  /// An account of three contacts.
  private struct Account {
    let desk: Desk
    let list: String
    let tag: String
    let field: String
    let names: [String: String]

    init() async throws {
      desk = await Desk(automatic: false) {
        $0.segmentProcessingResponses = 0
        $0.accessTokenLifetime = .seconds(365 * 86_400)
      }
      let fake = desk.fake
      (list, tag) = (await fake.add(list: "News"), await fake.add(tag: "VIP"))
      field = await fake.add(customField: "Seats", type: "number")
      let select = await fake.add(customField: "Fruit", type: "single_select", choices: ["Apple", "Pear"])
      let apple = try #require(await fake.choices(ofCustomField: select)["Apple"])
      let ann = await fake.add(
        .init(address: "ann@example.com", firstName: "Ann", lists: [list], tags: [tag], customFields: [field: "9"]))
      await desk.clock.advance(by: .seconds(40 * 86_400))
      let ben = await fake.add(
        .init(
          address: "ben@example.org", state: .unsubscribed, firstName: "Ben", lists: [list],
          customFields: [field: "10"],
          choices: [select: [apple]]))
      let made = try await desk.call(
        .post, "/v3/contacts",
        #"""
        {"create_source":"Contact","first_name":"Cat","birthday_month":4,"birthday_day":2,"anniversary":"2006-11-15",
         "street_addresses":[{"kind":"home","city":"Boston","state":"MA"}]}
        """#)
      names = [ann.id: "Ann", ben.id: "Ben", try #require(made.string("contact_id")): "Cat"]
    }

    func members(_ group: String) async throws -> [String] {
      let criteria = #"{"version":"1.0.0","criteria":{"type":"and","group":[\#(group)]}}"#
      let text = String(decoding: try JSONEncoder().encode(criteria), as: UTF8.self)
      let made = try await desk.call(
        .post, "/v3/segments", #"{"name":"\#(UUID().uuidString)","segment_criteria":\#(text)}"#)
      let id = try #require(made.int("segment_id"), "\(made.status)")
      let found = try await desk.call(.get, "/v3/contacts?segment_id=\(id)")
      #expect(found.status == 200)
      return found.ids("contacts", "contact_id").compactMap { names[$0] }
    }
  }

  @Test func conditionsAreEvaluated() async throws {
    let account = try await Account()
    func condition(_ source: String, _ field: String, _ op: String, _ more: String) -> String {
      #"{"source":"\#(source)","field":"\#(field)","op":"\#(op)",\#(more)}"#
    }
    let cases: [(String, [String])] = [
      ("", ["Ann", "Ben", "Cat"]),
      (condition("list_membership", "list_id", "eq", #""value":"\#(account.list)""#), ["Ann", "Ben"]),
      (condition("tags", "tag_id", "contains-any", #""value":["\#(account.tag)","x"]"#), ["Ann"]),
      (condition("tags", "tag_id", "contains-none", #""value":["\#(account.tag)"]"#), ["Ben", "Cat"]),
      (condition("contact", "first_name", "eq", #""value":"ANN""#), ["Ann"]),
      (condition("contact", "email_address", "ends-with", #""value":"example.org""#), ["Ben"]),
      (condition("contact", "birthday_month", "eq", #""value":4"#), ["Cat"]),
      (condition("contact", "anniversary", "before", #""value":"01/31/2007""#), ["Cat"]),
      (condition("contact", "state", "not-eq", #""value":"MA""#), ["Ann", "Ben"]),
      (condition("contact", "permission_to_send", "eq", #""value":"unsubscribed""#), ["Ben"]),
      (condition("contact", "created_at", "after", #""const_value":"last-n-days","param":"30""#), ["Ben", "Cat"]),
      (condition("contact", account.field, "gt", #""value":"9""#), ["Ben"]),
      (condition("contact", "cf:Seats", "between", #""value":[1,9]"#), ["Ann"]),
      (condition("contact", "cf:Fruit", "eq", #""value":"apple""#), ["Ben"]),
      (condition("contact", "cf:Seats", "is-empty", #""value":"""#), ["Cat"]),
    ]
    for (group, expected) in cases { #expect(try await account.members(group) == expected, "\(group)") }
    let either = #"{"type":"or","group":[\#(cases[2].0),\#(cases[6].0)]}"#
    #expect(try await account.members(either) == ["Ann", "Cat"])
    #expect(try await account.members("\(either),\(cases[1].0)") == ["Ann"])
  }

  @Test func segmentsFollowTheContacts() async throws {
    let account = try await Account()
    let group = #"{"source":"tags","field":"tag_id","op":"eq","value":"\#(account.tag)"}"#
    #expect(try await account.members(group) == ["Ann"])
    let ben = try #require(account.names.first { $0.value == "Ben" }?.key)
    let body = #"{"source":{"contact_ids":["\#(ben)"]},"tag_ids":["\#(account.tag)"]}"#
    _ = try await account.desk.call(.post, "/v3/activities/contacts_taggings_add", body)
    #expect(try await account.members(group) == ["Ann", "Ben"])
  }

  @Test(arguments: [
    #"[{"source":"contact"}]"#, #"[{"type":"nor","group":[]}]"#, "[7]",
    #"[{"source":"tracking","field":"opened","op":"contains-any","const_value":"last-n-campaigns","param":"501"}]"#,
    #"[{"source":"tracking","field":"opened","op":"eq","const_value":"last-n-days","param":"1826"}]"#,
  ])
  func malformedAndTooLargeCriteriaAreRefused(group: String) async throws {
    let desk = await Desk()
    let criteria = #"{"version":"1.0.0","criteria":{"type":"and","group":\#(group)}}"#
    let text = String(decoding: try JSONEncoder().encode(criteria), as: UTF8.self)
    #expect(try await desk.call(.post, "/v3/segments", #"{"name":"A","segment_criteria":\#(text)}"#).status == 400)
  }

  @Test func unknownFieldsAndOperatorsAreNotSimulated() async throws {
    let desk = await Desk()
    for condition in [
      #"{"source":"contact","field":"shoe_size","op":"eq","value":"9"}"#,
      #"{"source":"contact","field":"first_name","op":"sounds-like","value":"Ann"}"#,
      #"{"source":"ecommerce","field":"orders","op":"eq","value":"9"}"#,
    ] {
      let criteria = #"{"criteria":{"type":"and","group":[\#(condition)]}}"#
      let text = String(decoding: try JSONEncoder().encode(criteria), as: UTF8.self)
      let made = try await desk.call(
        .post, "/v3/segments", #"{"name":"\#(UUID().uuidString)","segment_criteria":\#(text)}"#)
      let id = try #require(made.int("segment_id"))
      #expect(try await desk.call(.get, "/v3/contacts?segment_id=\(id)").status == 501)
    }
  }
}
