#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Schedules, A/B tests and resends to contacts that did not open.
extension FakeConstantContact {
  func listSchedules(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, schedules(of: try campaignActivity(id).index))
  }

  func scheduleCampaign(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id, in: [.draft, .done, .error])
    let text = try call.json(.emailSchedule)["scheduled_date"]?.string ?? ""
    let record = campaigns[index]
    if record.listIDs.isEmpty, record.segmentIDs.isEmpty {
      throw Reply.invalid(["contact_list_ids or segment_ids is required"])
    }
    for segment in segmentRecords where record.segmentIDs.contains(segment.id) && segment.deletedAt == nil {
      _ = try segmentTest(segment.id)
    }
    let faults = Self.footerFaults(in: record.email.address)
    if !faults.isEmpty { throw Reply.invalid(faults) }
    if text == "0" {
      send(campaignAt: index, on: now)
      return Reply(201, [])
    }
    guard let date = WireDate.parse(text).map(WireDate.wholeSecond), date >= now else {
      throw Reply.invalid(["scheduled_date does not have a valid value"])
    }
    let number = record.resend.map { $0.requestID ?? campaigns.nextResendNumber() }
    changeCampaign(at: index) { record in
      record.schedule = CampaignRecord.Schedule(date: date, statusBefore: record.status)
      record.status = .scheduled
      record.resend?.requestID = number
    }
    return Reply(201, schedules(of: index))
  }

  func unscheduleCampaign(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id, in: [.scheduled])
    changeCampaign(at: index) { record in
      record.status = record.schedule?.statusBefore ?? .draft
      record.schedule = nil
      if record.resend?.dueDate == nil { record.resend?.requestID = nil }
    }
    return Reply(204)
  }

  func listResends(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let record = campaigns[try primaryActivity(id)]
    let rows = record.resend.map { [$0.json(scheduledDate: record.schedule?.date, showsStatus: true)] } ?? []
    return Reply(200, .array(rows))
  }

  func createResend(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id, in: [.draft, .scheduled, .done])
    let body = try call.json(.nonOpenerResend)
    if campaigns[index].resend != nil { throw Reply.conflict("The campaign has a resend already") }
    let days = body["delay_days"]?.integer
    guard let minutes = days.map({ $0 * 1_440 }) ?? body["delay_minutes"]?.integer else {
      throw Reply.invalid(["delay_days or delay_minutes is required"])
    }
    var resend = CampaignRecord.Resend(
      activityID: generator.uuid(), subject: body["resend_subject"]?.string ?? "", days: days, minutes: minutes)
    if campaigns[index].status != .draft { resend.requestID = campaigns.nextResendNumber() }
    if let first = campaigns[index].sends.first(where: { $0.count > 0 }) {
      // A date that has passed is made up for at once.
      resend.dueDate = max(first.date.addingTimeInterval(resend.delay), now)
    }
    changeCampaign(at: index) { $0.resend = resend }
    return Reply(201, resend.json(scheduledDate: campaigns[index].schedule?.date, showsStatus: false))
  }

  func deleteResend(_ call: Call, id: String, request: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id)
    guard let resend = campaigns[index].resend, resend.requestID ?? "DRAFT" == request else { throw Reply.notFound() }
    if !resend.sends.isEmpty { throw Reply.conflict("The resend has been sent") }
    changeCampaign(at: index) { $0.resend = nil }
    return Reply(204)
  }

  func getABTest(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    guard let test = campaigns[try primaryActivity(id)].test else { throw Reply.notFound() }
    return Reply(200, test.json)
  }

  func createABTest(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id, in: [.draft])
    let body = try call.json(.abTest)
    if campaigns[index].test != nil { throw Reply.conflict("The campaign has an A/B test already") }
    let test = CampaignRecord.Test(
      alternativeSubject: body["alternative_subject"]?.string ?? "", size: body["test_size"]?.integer ?? 0,
      hours: body["winner_wait_duration"]?.integer ?? 0)
    if ![6, 12, 24, 48].contains(test.hours) {
      throw Reply.invalid(["winner_wait_duration does not have a valid value"])
    }
    changeCampaign(at: index) { ($0.test, $0.typeCode) = (test, 57) }
    return Reply(201, test.json)
  }

  func deleteABTest(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id, in: [.draft])
    if campaigns[index].test == nil { throw Reply.notFound() }
    changeCampaign(at: index) { ($0.test, $0.typeCode) = (nil, 10) }
    return Reply(204)
  }

  private func schedules(of index: Int) -> JSON {
    let date = campaigns[index].schedule?.date
    return .array(date.map { [["scheduled_date": WireDate.milliseconds($0)]] } ?? [])
  }
}
