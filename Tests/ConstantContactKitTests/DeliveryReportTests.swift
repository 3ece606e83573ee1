import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// How reports are printed and encoded.
@Suite struct DeliveryReportTests {
  let clock = ManualClock(automatic: true)

  private func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func outcomesPrintReadably() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    await service.add(.init(address: "ann@example.com"))
    let pusher = try await service.client().pusher()
    let report = try await pusher.push(Lead(email: "ann@example.com"))
    #expect("\(report.outcome)" == "skipped: the contact exists (active)")
    #expect("\(report)" == "lead 1: skipped: the contact exists (active)")
    #expect(report.reason == "the contact exists (active)")
    guard case .skipped(let skip) = report.outcome else { throw TestFailure("\(report)") }
    #expect("\(skip)" == "the contact exists (active)")
    #expect("\(try await pusher.push(Lead(email: "bob@example.com")).outcome)" == "created")
    #expect("\(try await pusher.push(Lead(email: "bob")).outcome)" == "skipped: the email address is not valid")
    let note = DeliveryReport.Note.notSent(field: "phone_numbers.work", reason: .tooLong(limit: 25))
    #expect("\(note)" == "phone_numbers.work not sent: longer than 25 characters")
    var update = DeliveryReport.Update()
    update.lists = ["a"]
    update.fields = ["last_name"]
    #expect("\(DeliveryReport.Outcome.updated(update))" == "updated: added to 1 list; filled in last_name")
  }

  @Test func reportsHaveStableJSON() async throws {
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let ann = await service.add(.init(address: "ann@example.com", firstName: "Secret"))
    var lead = Lead(email: "Ann@example.com")
    lead.personalEmail = "home@example.com"
    let report = try await service.client().pusher { $0.permission = .explicit(.givenByContact) }.push(lead)
    #expect(
      try encoded(report)
        == #"{"contact_id":"\#(ann.id)","email":"Ann@example.com","is_confirmed":false,"list_ids":[],"#
        + #""notes":[{"kind":"permission_unchanged","permission":"implicit"}],"opt_in_date":"2026-01-05T09:00:00Z","#
        + #""opt_in_source":"Account","outcome":{"kind":"skipped","reason":"exists","state":"active"},"position":0,"#
        + #""reason":"the contact exists (active)","source":"Account","state":"active","status":"skipped"}"#)
  }

  @Test func partsHaveStableJSON() throws {
    let error = ConstantContactError(
      .quotaExceeded, "Wait.", operation: "contacts.create", status: 429, requestIDs: ["1"], effect: .uncertain,
      resumesAt: Date(timeIntervalSince1970: 0))
    let errorJSON =
      #""error":{"code":"quotaExceeded","effect":"uncertain","message":"Wait.","operation":"contacts.create","#
      + #""request_ids":["1"],"resumes_at":"1970-01-01T00:00:00Z","status":429}"#
    #expect(try encoded(DeliveryReport.Outcome.failed(error)) == "{\(errorJSON),\"kind\":\"failed\"}")
    #expect(try encoded(DeliveryReport.Outcome.notAttempted(error)) == "{\(errorJSON),\"kind\":\"not_attempted\"}")
    #expect(try encoded(DeliveryReport.Outcome.created) == #"{"kind":"created"}"#)
    var update = DeliveryReport.Update()
    update.fields = ["last_name"]
    #expect(
      try encoded(DeliveryReport.Outcome.updated(update)) == #"{"fields":["last_name"],"kind":"updated","lists":[]}"#)
    #expect(
      try encoded([DeliveryReport.Skip.noEmail, .invalidEmail, .duplicate(of: 2), .exists(nil)])
        == #"[{"reason":"no_email"},{"reason":"invalid_email"},{"position":2,"reason":"duplicate"},{"reason":"exists"}]"#
    )
    let omissions: [DeliveryReport.Omission] = [
      .noCustomField, .unknownChoice, .tooLong(limit: 25), .invalid, .limitReached, .existingValue, .secondEmail,
    ]
    #expect(
      try encoded(omissions)
        == #"["no_custom_field","unknown_choice","too_long","invalid","limit_reached","existing_value","second_email"]"#
    )
    #expect(
      try encoded([
        DeliveryReport.Note.truncated(field: "a", limit: 5), .notSent(field: "b", reason: .tooLong(limit: 25)),
        .confirmedByLookup,
      ])
        == #"[{"field":"a","kind":"truncated","limit":5},{"field":"b","kind":"not_sent","limit":25,"reason":"too_long"},"#
        + #"{"kind":"confirmed_by_lookup"}]"#)
  }
}
