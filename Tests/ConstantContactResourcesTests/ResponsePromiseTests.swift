import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A 2xx response without what its operation promises is no success.
@Suite struct ResponsePromiseTests {
  private static let odd = [
    "<html><body>Sign in to the network</body></html>", #"{"error_key":"contacts.api.error","error_message":"No."}"#,
    #"[{"error_key":"contacts.api.error","error_message":"No."}]"#, #"{"ok":true"#, "OK", #""OK""#,
    #"{"a":1} and more"#, #"{"a":1}{"a"#,
  ]

  @Test(arguments: Walk.all)
  func everyOperationStatesItsPromise(step: Walk.Step) {
    #expect(step.operation.promise != nil)
  }

  @Test(arguments: Walk.all)
  func oddBodiesAreNoSuccess(step: Walk.Step) async throws {
    // The caller reads the response of an operation that was called on behalf of an account.
    if step.operation == .partnerProxy { return }
    for body in Self.odd + (step.operation.promise == .nothing ? [] : [""]) {
      // A string says nothing, but it is JSON.
      if body == #""OK""#, step.operation.promise == .nothing { continue }
      // A column of a CSV file could have that name.
      if body.contains("OK"), step.operation.promise == .csv { continue }
      let transport = FixtureTransport(bodies: [step.operation.name: Data(body.utf8)])
      let error = try await failure { try await step.call(Walk.client(transport)) }
      let mayHaveFailed = step.operation.name.hasPrefix("events.set") && body.isEmpty
      #expect(error != nil || mayHaveFailed, "\(step.operation.name) accepts \(body)")
      #expect([nil, .unreadableResponse, .connection].contains(error?.code), "\(body)")
      if step.operation.method == .get { #expect(error?.effect == ConstantContactError.Effect.none) }
    }
  }

  @Test func faultWithASuccessStatusIsNamed() async throws {
    let scripted = ScriptedClient(.json(200, #"{"error_key":"contacts.api.conflict","error_message":"Taken."}"#))
    let error = try await failure { try await scripted.client.contacts.create(NewContact(email: "ann@example.com")) }
    #expect(error?.code == .unreadableResponse && error?.effect == .uncertain)
    #expect(error?.faults.map(\.key) == [.contactConflict])
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"failed_registration_ids":[]}"#, #"{"failed_registration_ids":null}"#,
    #"{"failed_registration_ids":"r"}"#, #"{"failed_registration_ids":["r",{}]}"#, "<html></html>",
  ])
  func partlyFailedStatusNamesWhatFailed(body: String) async throws {
    let scripted = ScriptedClient(.json(207, body), .json(207, body))
    let events = scripted.client.events
    let status = try await failure {
      try await events.setStatus(of: ["r"], to: .canceled, event: "e", track: "t")
    }
    let payment = try await failure {
      try await events.setPaymentStatus(of: ["r"], to: .paid, event: "e", track: "t")
    }
    #expect(status?.code == .unreadableResponse && payment?.code == .unreadableResponse, "\(body)")
    #expect(status?.effect != ConstantContactError.Effect.none)
  }

  @Test func partlyFailedCopyNamesWhatFailed() async throws {
    let bodies = [
      #"{"event_id":"e"}"#, #"{"event_id":"e","failed_campaign_activities":[]}"#,
      #"{"event_id":"e","failed_campaign_activities":{}}"#, #"{"failed_campaign_activities":["a"]}"#,
    ]
    for body in bodies {
      let scripted = ScriptedClient(.json(207, body))
      let error = try await failure { try await scripted.client.events.copy("e", named: "Copy") }
      #expect(error?.code == .unreadableResponse, "\(body)")
    }
    let scripted = ScriptedClient(.json(207, #"{"event_id":"e","failed_campaign_activities":["a"]}"#))
    #expect(try await scripted.client.events.copy("e", named: "Copy").failedCampaignActivities == ["a"])
  }

  @Test(arguments: [
    ("text/html", "<html></html>"), ("application/json", #"{"message":"later"}"#), ("text/plain", "[]"),
    ("text/csv", ""),
    ("text/csv", "\r\n"), ("text/csv", "<!DOCTYPE html>"), ("", " {}"), ("application/json", "Email address\r\n"),
  ])
  func exportThatIsNoCSVDoesNotReplaceTheFile(type: String, body: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "contacts.csv")
    try Data("old".utf8).write(to: file)
    var headers = TransportHeaders()
    if !type.isEmpty { headers["Content-Type"] = type }
    let response = ScriptedTransport.Step.respond(
      TransportResponse(status: 200, headers: headers, body: Data(body.utf8)))
    let scripted = ScriptedClient(response, response)
    let activities = scripted.client.activities
    let downloaded = try await failure { try await activities.downloadExportedCSV(of: "a", to: file) }
    let read = try await failure { try await activities.exportedCSV(of: "a") }
    #expect(downloaded?.code == .unreadableResponse && read?.code == .unreadableResponse)
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).count == 1)
  }

  // MARK: Lookups

  @Test(arguments: [
    #"{}"#, #"{"contacts":null}"#, #"{"contacts":{}}"#,
    #"{"contacts":[{"contact_id":"1","email_address":{}}]}"#,
    #"{"contacts":[{"contact_id":"1","email_address":{"address":{"x":1}}}]}"#,
    #"{"contacts":[{"contact_id":"1","email_address":"ann@example.com"}]}"#,
  ])
  func missingContactIsNeverAGuess(json: String) async throws {
    let scripted = ScriptedClient(.json(200, json))
    let error = try await failure { try await scripted.client.contacts.find(email: "ann@example.com") }
    #expect(error?.code == .unreadableResponse)
  }

  @Test func missingNameIsNeverAGuess() async throws {
    let scripted = ScriptedClient(
      .json(200, #"{"lists":[]}"#), .json(200, #"{"lists":[{"list_id":"1","name":["News"]}]}"#),
      .json(200, #"{"tags":[{"tag_id":"1"}]}"#), .json(200, #"{"segments":[{"segment_id":1}]}"#),
      .json(200, #"{"custom_fields":[{"custom_field_id":"1"}]}"#))
    let client = scripted.client
    let errors = [
      try await failure { try await client.lists.find(named: "News") },
      try await failure { try await client.tags.find(named: "News") },
      try await failure { try await client.segments.find(named: "News") },
      try await failure { try await client.customFields.find(named: "News") },
    ]
    #expect(errors.map { $0?.code } == Array(repeating: .unreadableResponse, count: 4))
    try await scripted.transport.verifyAllUsed()
  }

  // MARK: Writes

  @Test func pastDateIsNotScheduled() async throws {
    let scripted = ScriptedClient()
    let error = try await failure {
      try await scripted.client.campaignActivities.schedule("1", at: Date(timeIntervalSince1970: 1_000_000_000))
    }
    #expect(error?.code == .invalidInput && error?.invalidField?.name == "scheduled_date")
    #expect(await scripted.transport.requests.isEmpty)
  }

  @Test func emailWithListsAndASegmentCanBeUpdated() async throws {
    let json =
      #"{"campaign_activity_id":"1","from_email":"ann@example.com","from_name":"Ann","reply_to_email":"ann@example.com","#
      + #""subject":"Old","contact_list_ids":["l"],"segment_ids":[14]}"#
    let scripted = ScriptedClient(.json(200, json), .json(200, json), .json(200, json))
    let activities = scripted.client.campaignActivities
    try await activities.update("1") { $0.subject = "New" }
    #expect(try await scripted.body(1)?["contact_list_ids"] == .array([.string("l")]))
    #expect(try await scripted.body(1)?["segment_ids"] == .array([.integer(14)]))
    let error = try await failure { try await activities.update("1") { $0.contactListIDs = ["m"] } }
    #expect(error?.code == .invalidInput)
  }
}
