import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Exports of contacts.
@Suite struct FakeActivityExportTests {
  private func export(_ desk: Desk, _ body: String) async throws -> String {
    let made = try await desk.call(.post, "/v3/activities/contact_exports", body)
    let file = try await desk.call(.get, try #require(made.string("_links.results.href")))
    #expect(file.headers["Content-Type"] == "text/csv")
    return String(decoding: file.body, as: UTF8.self)
  }

  @Test func columnsAndFiltersSelectTheFile() async throws {
    let desk = await Desk()
    let (list, tag) = (await desk.fake.add(list: "News, weekly"), await desk.fake.add(tag: "VIP"))
    let field = await desk.fake.add(customField: "Car")
    let ann = await desk.fake.add(
      .init(address: "ann@example.com", firstName: "Ann", lists: [list], tags: [tag], customFields: [field: "T \"1\""]))
    let ben = await desk.fake.add(
      .init(address: "ben@example.com", state: .unsubscribed, firstName: "Ben", lists: [list]))
    let cat = await desk.fake.add(.init(address: "cat@example.com", state: .deleted))
    let all = try await export(desk, "{}")
    #expect(all.hasPrefix("Contact ID,Email address,First name") && all.contains("\(ann.id),ann@example.com,Ann"))
    #expect(all.contains(#""News, weekly",VIP"#) && all.contains(#""T ""1""""#) && !all.contains(cat.id))
    let names = #""fields":["first_name"]"#
    #expect(try await export(desk, "{\(names)}") == "First name\r\nAnn\r\nBen\r\n")
    let cases = [
      #""status":"active""#: ["Ann"], #""status":"unsubscribed""#: ["Ben"],
      #""list_ids":["\#(list)"],"exclude":{"contact_ids":["\#(ann.id)"]}"#: ["Ben"],
      #""list_ids":["\#(list)"],"status":"active""#: ["Ann"], #""tag_ids":["\#(tag)"]"#: ["Ann"],
      #""contact_ids":["\#(ben.id)"]"#: ["Ben"], #""new_subscriber":true"#: ["Ann"],
    ]
    for (filter, expected) in cases {
      let text = try await export(desk, "{\(names),\(filter)}")
      #expect(text == (["First name"] + expected).map { $0 + "\r\n" }.joined(), "\(filter)")
    }
    #expect(try await export(desk, #"{"fields":["contact_id"],"status":"removed"}"#) == "Contact ID\r\n\(cat.id)\r\n")
  }

  @Test func fileExistsFromCompletionToExpiry() async throws {
    let desk = await Desk(automatic: false) {
      $0.activityDuration = .seconds(60)
      $0.exportLifetime = .seconds(3_600)
    }
    let made = try await desk.call(.post, "/v3/activities/contact_exports", "{}")
    let link = try #require(made.string("_links.results.href"))
    #expect(try await desk.call(.get, link).status == 404)
    await desk.clock.advance(by: .seconds(60))
    #expect(try await desk.call(.get, link).status == 200)
    await desk.clock.advance(by: .seconds(3_600))
    #expect(try await desk.call(.get, link).status == 404)
    #expect(try await desk.call(.get, "/v3/contact_exports/x").status == 404)
  }
}
