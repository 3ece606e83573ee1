#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The activities of campaigns: content, tests, previews and history.
extension FakeConstantContact {
  func getCampaignActivity(_ call: Call, id: String) throws -> Reply {
    let (index, role) = try campaignActivity(id)
    var query = Query(call, allowing: ["include"])
    let parts = query.parts("include", of: CampaignRecord.partNames) ?? []
    try query.check()
    return Reply(200, campaigns[index].activity(role, including: parts))
  }

  func replaceCampaignActivity(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try primaryActivity(id, in: [.draft, .done])
    let body = try call.json(.campaignActivity)
    let record = campaigns[index]
    let lists = (body["contact_list_ids"]?.array ?? []).compactMap(\.string)
    let segments = (body["segment_ids"]?.array ?? []).compactMap(\.integer)
    var faults = senderFaults(in: body)
    faults += listFaults(in: body["contact_list_ids"], "contact_list_ids")
    for id in segments where !segmentRecords.contains(where: { $0.id == id && $0.deletedAt == nil }) {
      faults.append("segment_ids: there is no segment \(id)")
    }
    if !lists.isEmpty, !segments.isEmpty { faults.append("contact_list_ids and segment_ids are mutually exclusive") }
    if let html = body["html_content"]?.string {
      faults += record.format == 5 ? Self.htmlFaults(in: html) : ["html_content does not have a valid value"]
    }
    let given = (body["physical_address_in_footer"]?.object ?? [:]).filter { $0.value != .null }
    let address = record.email.address.merging(given) { $1 }
    if !given.isEmpty { faults += Self.footerFaults(in: address) }
    if !faults.isEmpty { throw Reply.invalid(faults) }
    changeCampaign(at: index) { record in
      (record.listIDs, record.segmentIDs) = (lists.map { $0.lowercased() }, segments)
      record.email.fromName = body["from_name"]?.string ?? ""
      record.email.fromEmail = body["from_email"]?.string ?? ""
      record.email.replyTo = body["reply_to_email"]?.string ?? ""
      record.email.subject = body["subject"]?.string ?? ""
      record.email.preheader = body["preheader"]?.string
      record.email.html = body["html_content"]?.string ?? record.email.html
      record.email.address = Self.completed(address)
    }
    return Reply(200, campaigns[index].activity(.primary, including: Set(CampaignRecord.partNames)))
  }

  func sendTestEmail(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    _ = try primaryActivity(id)
    let addresses = (try call.json(.emailTest)["email_addresses"]?.array ?? []).compactMap(\.string)
    let isPlausible = addresses.allSatisfy { $0.split(separator: "@", omittingEmptySubsequences: false).count == 2 }
    if !isPlausible { throw Reply.invalid(["email_addresses does not have a valid value"]) }
    if !campaigns.countTests(addresses.count, on: now) {
      throw Reply.invalid(["the limit of 50 test emails per day is reached"])
    }
    return Reply(204)
  }

  func previewCampaign(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let (index, role) = try campaignActivity(id)
    let email = campaigns[index].email
    let html = (email.html ?? "").replacing("[[trackingImage]]", with: "")
    let subject = role == .resend ? campaigns[index].resend?.subject : nil
    return Reply(
      200,
      [
        "campaign_activity_id": .string(id.lowercased()), "from_email": .string(email.fromEmail),
        "from_name": .string(email.fromName), "reply_to_email": .string(email.replyTo),
        "subject": .string(subject ?? email.subject), "preheader": .string(email.preheader ?? ""),
        "preview_html_content": .string(html), "preview_text_content": .string(Self.text(ofHTML: html)),
      ])
  }

  func listSends(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let (index, role) = try campaignActivity(id)
    let record = campaigns[index]
    if role == .permalink { throw Reply.invalid(["the activity's role is not primary_email or resend"]) }
    let sends = role == .primary ? record.sends : record.resend?.sends ?? []
    return Reply(200, .array(sends.enumerated().map { $1.json(number: $0 + 1) }))
  }

  func campaignActivity(_ id: String) throws -> (index: Int, role: CampaignRecord.Role) {
    try checkID(id, "campaign_activity_id")
    guard let found = campaigns.activity(id), !campaigns[found.index].isRemoved else { throw Reply.notFound() }
    return found
  }

  /// Returns the campaign of a primary email, whose status must be one of those given, if any are.
  func primaryActivity(_ id: String, in statuses: Set<CampaignRecord.Status>? = nil) throws -> Int {
    let (index, role) = try campaignActivity(id)
    if role != .primary { throw Reply.invalid(["the activity's role is not primary_email"]) }
    let status = campaigns[index].status
    if let statuses, !statuses.contains(status) {
      throw Reply.invalid(["the activity's status is \(status.rawValue.uppercased())"])
    }
    return index
  }

  /// Returns the text between tags, whitespace collapsed.
  private static func text(ofHTML html: String) -> String {
    var (text, isTag) = ("", false)
    for character in html {
      switch character {
      case "<": (isTag, text) = (true, text + " ")
      case ">" where isTag: isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
