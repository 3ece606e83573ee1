#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Email campaigns.
///
/// | behavior | source |
/// |---|---|
/// | a campaign has a `primary_email` and a `permalink` activity, a resend adds a `resend` activity | documented |
/// | POST responds with 200; `html_content` of format 5 needs `[[trackingImage]]` in its body, otherwise 400 | documented; assumed |
/// | format 1 becomes 5; 4 is accepted and keeps no HTML; 2 and 3: 400 | documented; assumed |
/// | `from_email` and `reply_to_email` are confirmed addresses of the account, otherwise 400 | documented; assumed |
/// | names unique; a removed campaign frees its name | documented; assumed |
/// | `type_code` 26 for format 5 and 10 for format 4; 57 with an A/B test, 10 after its deletion | users; documented |
/// | statuses `Draft` on campaigns, `DRAFT` on activities | documented |
/// | DELETE keeps the campaign as `Removed`, not while scheduled (400) or while an A/B test runs (400) | documented; assumed |
/// | a removed campaign can be read, its activities cannot (404) and it cannot be renamed (400) | documented; assumed |
/// | `after_date` and `before_date` exclude the given instant of `updated_at` | assumed |
/// | `updated_at` moves with each write and each send | assumed |
/// | PUT only for `primary_email` in DRAFT or DONE; omitted lists, segments and preheader are removed | documented |
/// | PUT keeps omitted `html_content` and omitted members of the address | documented |
/// | lists or one segment, not both: 400 | documented; assumed |
/// | schedules need `primary_email`; DRAFT, DONE or ERROR; lists or a segment; an address; a future date | documented; assumed |
/// | `"0"` sends at once and returns `[]`; scheduled campaigns are sent when the time has passed, once | documented |
/// | EXECUTING only while an A/B test waits for its winner | assumed |
/// | a campaign in DONE is sent only to contacts that have not received it | documented |
/// | recipients: members of the lists or the segment whose permission is `implicit` or `explicit` | documented; assumed |
/// | send history: reason 12 without recipients, reason 8 and ERROR for a link above 1,005 characters | documented |
/// | test emails: 5 per call, 50 recipients per UTC day, then 400 | documented; assumed |
/// | previews remove `[[trackingImage]]` and do not fill in variables | assumed |
/// | one resend per campaign, otherwise 409; `DRAFT` as its ID until the campaign is scheduled | documented; assumed |
/// | a resend goes to contacts that neither opened nor bounced; after a late request, at once | documented; assumed |
/// | A/B: only in DRAFT (400), one per campaign (409); test_size percent get each subject, the rest the winner | documented; assumed |
/// | V2 IDs count from 1,100,000,000,000 in the order of creation; unknown ones are left out | assumed |
extension FakeConstantContact {
  func listCampaigns(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "emails", allowing: ["limit", "before_date", "after_date"])
    let limit = query.integer("limit", default: 50, in: 1...500)
    let (start, end) = (query.date("after_date"), query.date("before_date"))
    try query.check()
    let rest = campaigns.records.filter { record in
      record.sequence > after && start.map { record.updatedAt > $0 } ?? true
        && end.map { record.updatedAt < $0 } ?? true
    }
    let page = rest.prefix(limit)
    var members: [String: JSON] = ["campaigns": .array(page.map { .object($0.summary) })]
    addLinks(to: &members, "emails", query, after: rest.count > limit ? page.last?.sequence : nil)
    return Reply(200, .object(members))
  }

  func getCampaign(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, campaigns[try campaignIndex(id)].json)
  }

  func createCampaign(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.campaign)
    let name = try checkedCampaignName(body["name"]?.string, except: nil)
    let given = body["email_campaign_activities"]?.array?.first ?? [:]
    let format = given["format_type"]?.integer ?? 5
    var faults = senderFaults(in: given)
    if format == 2 || format == 3 { faults.append("format_type does not have a valid value") }
    let html = given["html_content"]?.string ?? ""
    if format == 5 || format == 1 { faults += Self.htmlFaults(in: html) }
    let address = given["physical_address_in_footer"]?.object ?? accountFooter
    faults += Self.footerFaults(in: address)
    if !faults.isEmpty { throw Reply.invalid(faults) }
    let isEditor = format == 4
    let record = CampaignRecord(
      id: generator.uuid(),
      sequence: campaigns.records.count,
      name: name,
      format: isEditor ? 4 : 5,
      primaryID: generator.uuid(),
      permalinkID: generator.uuid(),
      permalinkURL: "https://conta.cc/" + generator.token(length: 7),
      documentID: isEditor ? generator.uuid() : nil,
      email: CampaignRecord.Email(
        fromName: given["from_name"]?.string ?? "",
        fromEmail: given["from_email"]?.string ?? "",
        replyTo: given["reply_to_email"]?.string ?? "",
        subject: given["subject"]?.string ?? "",
        preheader: given["preheader"]?.string,
        html: isEditor ? nil : html,
        address: Self.completed(address)
      ),
      createdAt: now,
      updatedAt: now,
      typeCode: isEditor ? 10 : 26
    )
    campaigns.add(record)
    note(.created, .campaign, record.id, before: nil, after: .json(record.json))
    return Reply(200, record.json)
  }

  func renameCampaign(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try campaignIndex(id)
    if campaigns[index].isRemoved { throw Reply.invalid(["a removed campaign cannot be renamed"]) }
    let name = try checkedCampaignName(try call.json(.campaignName)["name"]?.string, except: index)
    changeCampaign(at: index) { $0.name = name }
    return Reply(200, campaigns[index].json)
  }

  func deleteCampaign(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try campaignIndex(id)
    switch campaigns[index].status {
    case _ where campaigns[index].isRemoved: throw Reply.notFound()
    case .scheduled, .executing: throw Reply.invalid(["a campaign that is scheduled or being sent cannot be deleted"])
    case .draft, .done, .error: changeCampaign(at: index, .deleted) { $0.isRemoved = true }
    }
    return Reply(204)
  }

  func getCampaignReferences(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["v2_email_campaign_ids"])
    query.require("v2_email_campaign_ids")
    let ids = query.parts("v2_email_campaign_ids", max: 50) ?? []
    try query.check()
    let rows = campaigns.records.filter { ids.contains(String($0.legacyID)) }.map { record -> JSON in
      [
        "v2_email_campaign_id": .string(String(record.legacyID)), "campaign_id": .string(record.id),
        "campaign_activity_id": .string(record.primaryID),
      ]
    }
    return Reply(200, ["xrefs": .array(rows)])
  }

  func changeCampaign(
    at index: Int, _ kind: WriteRecord.Kind = .updated, _ change: (inout CampaignRecord) -> Void
  ) {
    let before = campaigns[index]
    campaigns.change(at: index) { record in
      record.updatedAt = now
      change(&record)
    }
    note(kind, .campaign, before.id, before: .json(before.json), after: .json(campaigns[index].json))
  }

  private func checkedCampaignName(_ name: String?, except index: Int?) throws -> String {
    guard let name, name.contains(where: { !$0.isWhitespace }) else {
      throw Reply.invalid(["name size must be between 1 and 80"])
    }
    if let holder = campaigns.records.firstIndex(where: { $0.name == name && !$0.isRemoved }), holder != index {
      throw Reply.conflict("A campaign with this name already exists")
    }
    return name
  }

  private func campaignIndex(_ id: String) throws -> Int {
    try checkID(id, "campaign_id")
    guard let index = campaigns.index(of: id) else { throw Reply.notFound() }
    return index
  }
}
