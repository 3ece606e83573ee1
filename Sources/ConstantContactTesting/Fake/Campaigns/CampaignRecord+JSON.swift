#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension CampaignRecord {
  static let partNames = ["physical_address_in_footer", "permalink_url", "html_content", "document_properties"]

  /// The campaign as collections have it.
  var summary: [String: JSON] {
    [
      "campaign_id": .string(id), "name": .string(name),
      "current_status": .string(isRemoved ? "Removed" : status.rawValue),
      "type": .string(type), "type_code": .integer(typeCode), "created_at": WireDate.milliseconds(createdAt),
      "updated_at": WireDate.milliseconds(updatedAt),
    ]
  }

  var json: JSON {
    var members = summary
    func reference(_ id: String, _ role: Role) -> JSON {
      var members: [String: JSON] = ["campaign_activity_id": .string(id), "role": .string(role.rawValue)]
      if role == .primary { members["document_id"] = documentID.map { .string($0) } }
      return .object(members)
    }
    var activities = [reference(primaryID, .primary), reference(permalinkID, .permalink)]
    if let resend { activities.append(reference(resend.activityID, .resend)) }
    members["campaign_activities"] = .array(activities)
    return .object(members)
  }

  var type: String {
    switch typeCode {
    case 26: "CUSTOM_CODE_EMAIL"
    case 57: "AB_TEST"
    default: "NEWSLETTER"
    }
  }

  func activity(_ role: Role, including parts: Set<String>) -> JSON {
    let activityID =
      switch role {
      case .primary: primaryID
      case .permalink: permalinkID
      case .resend: resend?.activityID ?? ""
      }
    let subject = role == .resend ? resend?.subject ?? email.subject : email.subject
    var members: [String: JSON] = [
      "campaign_activity_id": .string(activityID), "campaign_id": .string(id), "role": .string(role.rawValue),
      "current_status": .string(activityStatus(role)), "format_type": .integer(format),
      "from_name": .string(email.fromName), "from_email": .string(email.fromEmail),
      "reply_to_email": .string(email.replyTo), "subject": .string(subject),
      "contact_list_ids": .array(listIDs.map { .string($0) }), "segment_ids": .array(segmentIDs.map { .integer($0) }),
    ]
    members["preheader"] = email.preheader.map { .string($0) }
    members["document_id"] = documentID.map { .string($0) }
    if parts.contains("html_content") { members["html_content"] = email.html.map { .string($0) } }
    if parts.contains("permalink_url") { members["permalink_url"] = .string(permalinkURL) }
    if parts.contains("physical_address_in_footer") { members["physical_address_in_footer"] = .object(email.address) }
    return .object(members)
  }

  private func activityStatus(_ role: Role) -> String {
    guard role == .resend, let resend else { return status.rawValue.uppercased() }
    return resend.status
  }
}

extension CampaignRecord.Resend {
  var delay: Double { Double(minutes) * 60 }

  var status: String { requestID == nil ? "DRAFT" : sends.isEmpty ? "SCHEDULED" : "DONE" }

  /// - Parameter scheduledDate: The date of the campaign's schedule, if any.
  func json(scheduledDate: Date?, showsStatus: Bool) -> JSON {
    var members: [String: JSON] = [
      "resend_subject": .string(subject), "resend_request_id": .string(requestID ?? "DRAFT"),
    ]
    if let days { members["delay_days"] = .integer(days) } else { members["delay_minutes"] = .integer(minutes) }
    guard requestID != nil else { return .object(members) }
    let date = sends.first?.date ?? dueDate ?? scheduledDate?.addingTimeInterval(delay)
    members["resend_date"] = date.map(WireDate.milliseconds)
    if showsStatus { members["resend_status"] = .string(status) }
    return .object(members)
  }
}

extension CampaignRecord.Test {
  var json: JSON {
    [
      "alternative_subject": .string(alternativeSubject), "test_size": .integer(size),
      "winner_wait_duration": .integer(hours),
    ]
  }
}

extension CampaignRecord.Send {
  func json(number: Int) -> JSON {
    [
      "send_id": .integer(number), "count": .integer(count), "run_date": WireDate.milliseconds(date),
      "contact_list_ids": .array(listIDs.map { .string($0) }), "segment_ids": .array(segmentIDs.map { .integer($0) }),
      "send_status": reason == 0 || reason == 12 ? "COMPLETED" : "ERRORED", "reason_code": .integer(reason),
    ]
  }
}

extension WireDate {
  /// `2026-04-28T21:46:22.000Z`, as campaigns and reports have it.
  static func milliseconds(_ date: Date) -> JSON {
    .string(date.formatted(.iso8601).replacing("Z", with: ".000Z"))
  }
}
