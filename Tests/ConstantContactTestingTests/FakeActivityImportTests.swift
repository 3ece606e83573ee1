import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Imports of contacts.
@Suite struct FakeActivityImportTests {
  private func importJSON(_ desk: Desk, _ rows: String, _ lists: [String], more: String = "") async throws -> Response {
    let ids = lists.map { "\"\($0)\"" }.joined(separator: ",")
    let made = try await desk.call(
      .post, "/v3/activities/contacts_json_import", #"{"import_data":[\#(rows)],"list_ids":[\#(ids)]\#(more)}"#)
    guard let link = made.string("_links.self.href") else { return made }
    return try await desk.call(.get, link)
  }

  private func importCSV(
    _ desk: Desk, _ text: String, _ lists: [String], fileName: String = "people.csv",
    type: String = "multipart/form-data"
  ) async throws -> Response {
    let body = """
      --b\r\nContent-Disposition: form-data; name="file"; filename="\(fileName)"\r\nContent-Type: text/csv\r\n\r\n\(text)\r
      --b\r\nContent-Disposition: form-data; name="list_ids"\r\n\r\n\(lists.joined(separator: ","))\r\n--b--\r\n
      """
    let made = Response(
      try await desk.fake.send(
        desk.request(.post, "/v3/activities/contacts_file_import", body, contentType: "\(type); boundary=b")))
    guard let link = made.string("_links.self.href") else { return made }
    return try await desk.call(.get, link)
  }

  @Test func rowsCreateUpdateAndMergeContacts() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "News")
    let field = await desk.fake.add(customField: "Favorite color")
    let ann = await desk.fake.add(
      .init(address: "ann@example.com", state: .explicit, firstName: "Ann", lastName: "Lee"))
    let cat = await desk.fake.add(.init(address: "cat@example.com", state: .unsubscribed))
    let ended = try await importJSON(
      desk,
      #"""
      {"email":"ANN@example.com","first_name":"Anna","phone":"555 0100","cf:Favorite_color":"blue"},
      {"email":"ben@example.com","work_street":"1 Main St","work_street2":"Suite 2","work_zip":"02451"},
      {"email":"ben@example.com","first_name":"Ben"},
      {"email":"cat@example.com","first_name":"Cat"},
      {"email":"no-address","first_name":"X"},
      {"first_name":"Y"},
      {"email":"dan@example.com","birthday_month":13,"birthday_day":1},
      {"email":"eve@example.com","last_name":"LONG"}
      """#.replacing("LONG", with: String(repeating: "x", count: 51)), [list])
    #expect(ended.string("state") == "completed")
    #expect(ended.int("status.items_total_count") == 8 && ended.int("status.person_count") == 7)
    #expect(ended.int("status.correctable_count") == 3 && ended.int("status.error_count") == 1)
    #expect(ended.int("status.cannot_add_to_list_count") == 1)
    #expect(ended.strings("activity_errors")?.first == "Row 5: email is not a valid email address")
    let left = try #require(await desk.fake.contact(id: ann.id))
    #expect(left.firstName == "Anna" && left.lastName == "Lee" && left.state == .explicit && left.lists == [list])
    #expect(left.customFields == [field: "blue"])
    let ben = try #require(await desk.fake.contact(email: "ben@example.com"))
    #expect(ben.firstName == "Ben" && ben.state == .implicit && ben.createSource == "Account" && ben.lists == [list])
    #expect(String(decoding: ben.json, as: UTF8.self).contains("1 Main St Suite 2"))
    let held = try #require(await desk.fake.contact(id: cat.id))
    #expect(held.firstName == "Cat" && held.state == .unsubscribed && held.lists == [])
    #expect(await desk.fake.contactCount == 3)
    #expect(await desk.fake.log.map(\.kind) == [.updated, .created, .updated, .updated])
  }

  @Test func csvRowsAreImported() async throws {
    let desk = await Desk()
    let lists = [await desk.fake.add(list: "A"), await desk.fake.add(list: "B")]
    let field = await desk.fake.add(customField: "Fruit", type: "multi_select", choices: ["Apple", "Pear"])
    let csv =
      "\u{FEFF}Email,First Name,cf:Fruit,Shoe size\r\n"
      + #"ann@example.com,"Lee, ""Ann""","Apple,Pear",9"# + "\r\n\r\nbad,Ben,,\n"
    let ended = try await importCSV(desk, csv, lists)
    #expect(ended.string("source_file_name") == "people.csv" && ended.int("status.items_total_count") == 3)
    #expect(ended.int("status.correctable_count") == 1)
    let ann = try #require(await desk.fake.contact(email: "ann@example.com"))
    #expect(ann.firstName == #"Lee, "Ann""# && ann.lists == lists && ann.choices[field]?.count == 2)
  }

  @Test func filesAreRefusedOrFail() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "A")
    #expect(try await importCSV(desk, "email\na@example.com", [list], fileName: "people.xls").status == 415)
    #expect(try await importCSV(desk, "email\na@example.com", [list], type: "application/json").status == 415)
    #expect(try await importCSV(desk, "email\na@example.com", ["x"]).status == 400)
    let failed = try await importCSV(desk, "name\nAnn", [list])
    #expect(failed.string("state") == "failed" && failed.count("activity_errors") == 1)
    #expect(await desk.fake.contactCount == 0)
  }

  @Test func whatExceedsFourMegabytesIsDropped() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "A")
    // Rows of 800 bytes each and a comma: about 4,990 fit into 4 MB.
    let street = String(repeating: "s", count: 255)
    func row(_ index: Int) -> String {
      let head =
        #"{"email":"\#(index)@example.com","home_street":"\#(street)","work_street":"\#(street)","other_street":""#
      return head + String(repeating: "s", count: 798 - head.utf8.count) + #""}"#
    }
    let rows = (0..<5_200).map(row).joined(separator: ",")
    let ended = try await importJSON(desk, rows, [list])
    #expect(ended.string("state") == "completed" && ended.strings("activity_errors") == [])
    let count = await desk.fake.contactCount
    #expect((4_980...4_993).contains(count))
    #expect(ended.int("status.person_count") == count)
  }

  @Test func cutLineOfALargeFileIsDropped() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "A")
    let pad = String(repeating: "x", count: 4_000)
    let rows = (0..<1_050).map { "\($0)@example.com,\(pad)" }
    let ended = try await importCSV(desk, "email,comment\n" + rows.joined(separator: "\n"), [list])
    let count = await desk.fake.contactCount
    #expect((985..<1_000).contains(count) && ended.strings("activity_errors") == [])
  }

  @Test func smsNumbersNeedConsent() async throws {
    let desk = await Desk()
    let list = await desk.fake.add(list: "A")
    let rows = #"""
      {"email":"ann@example.com","sms_number":"781-555-1212","sms_consent_date":"2026-01-02"},
      {"sms_number":"7815551213"}, {"sms_number":"+44 20 7946 0000","sms_consent_date":"2026-01-02"}
      """#
    let ended = try await importJSON(desk, rows, [list], more: #","sms_permission_to_send":"explicit""#)
    #expect(ended.int("status.error_count") == 2 && ended.int("status.person_count") == 3)
    let ann = try #require(await desk.fake.contact(email: "ann@example.com"))
    let history = try await desk.call(.get, "/v3/contacts/sms_engagement_history/\(ann.id)")
    #expect(history.string("0.history_details.consent_action_type") == "confirmed_opt_in")
    let found = try await desk.call(.get, "/v3/contacts?sms_status=explicit")
    #expect(found.ids("contacts", "contact_id") == [ann.id])
  }

  @Test(arguments: [
    #"{"import_data":[],"list_ids":["LIST"]}"#, #"{"import_data":[{"email":"a@example.com"}],"list_ids":["x"]}"#,
    #"{"import_data":[{"email":"a@example.com","shoe":"9"}],"list_ids":["LIST"]}"#, #"{"list_ids":["LIST"]}"#,
    #"{"import_data":["a@example.com"],"list_ids":["LIST"]}"#,
    #"{"import_data":[{"email":["a@example.com"]}],"list_ids":["LIST"]}"#,
  ])
  func malformedImportsAreRefused(body: String) async throws {
    let desk = await Desk()
    let text = body.replacing("LIST", with: await desk.fake.add(list: "A"))
    #expect(try await desk.call(.post, "/v3/activities/contacts_json_import", text).status == 400)
  }
}
