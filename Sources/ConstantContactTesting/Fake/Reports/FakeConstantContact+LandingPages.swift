#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reports of landing pages and SMS campaigns, whose data tests add.
extension FakeConstantContact {
  /// Adds a landing page with its visits and returns the ID of its campaign activity.
  @discardableResult
  public func add(landingPage name: String, visits: [LandingPageVisit], id: String? = nil) -> String {
    let id = id?.lowercased() ?? generator.uuid()
    let sorted = visits.sorted { $0.date < $1.date }
    landingPages.pages.append(LandingPageStore.Page(id: id, name: name, visits: sorted))
    return id
  }

  /// Adds an SMS campaign that was sent, and returns its ID.
  @discardableResult
  public func add(smsCampaign: SMSCampaign) -> String {
    let id = generator.uuid()
    landingPages.smsCampaigns.append((id, smsCampaign))
    return id
  }

  func listLandingPageVisits(_ call: Call, _ report: LandingPageReport, id: String) throws -> Reply {
    try checkID(id, "campaign_activity_id")
    let id = id.lowercased()
    let collection = "reports/landing_pages/campaign_details/\(id)/\(report.rawValue)"
    var (query, after) = try open(call, collection, allowing: ["limit", "contacts_filter"])
    let limit = query.integer("limit", default: 50, in: 1...500)
    try query.check()
    let filter = query["contacts_filter"]?.lowercased() ?? ""
    let visits = landingPages.pages.first { $0.id == id }?.visits ?? []
    var seen: Set<[String]> = []
    let found = visits.enumerated().reversed().filter { index, visit in
      guard visit.kind == report.kind, visit.date <= now else { return false }
      let isNew = seen.insert([visit.contact, visit.link ?? ""]).inserted
      return (isNew || report == .opens) && (after < 0 || index < after) && matches(visit, filter)
    }
    let page = found.prefix(limit)
    var members: [String: JSON] = [
      "tracking_activities": .array(page.map { row($0.element, report, activity: id) })
    ]
    addLinks(to: &members, collection, query, after: found.count > limit ? page.last?.offset : nil)
    // The contract requires the links.
    if members["_links"] ?? .null == .null { members["_links"] = [:] }
    return Reply(200, .object(members))
  }

  func listSMSSummaries(_ call: Call) throws -> Reply {
    let collection = "reports/summary_reports/sms_campaign_summaries"
    var (query, after) = try open(call, collection, allowing: ["limit", "start_at", "end_at"])
    let limit = query.integer("limit", default: 50, in: 1...50)
    query.require("start_at")
    let (start, end) = (query.reportDate("start_at"), query.reportDate("end_at"))
    try query.check()
    let sent = landingPages.smsCampaigns.enumerated().filter { _, sms in
      let date = sms.campaign.sentAt
      return date <= now && start.map { date >= $0 } ?? true && end.map { date <= $0 } ?? true
    }
    let sorted = sent.sorted { ($0.element.campaign.sentAt, $0.offset) > ($1.element.campaign.sentAt, $1.offset) }
    let first = after < 0 ? 0 : sorted.firstIndex { $0.offset == after }.map { $0 + 1 } ?? sorted.count
    let page = sorted[first...].prefix(limit)
    let rows = page.map(\.element)
    func percent(_ part: KeyPath<SMSCampaign, Int>, of whole: KeyPath<SMSCampaign, Int>) -> JSON {
      func sum(_ path: KeyPath<SMSCampaign, Int>) -> Double {
        rows.reduce(0) { $0 + Double($1.campaign[keyPath: path]) }
      }
      return .number(sum(whole) > 0 ? (sum(part) * 1_000 / sum(whole)).rounded() / 10 : 0)
    }
    var members: [String: JSON] = [
      "bulk_sms_campaign_summaries": .array(rows.map { Self.summary(of: $0.campaign, id: $0.id) }),
      "aggregate_percents": [
        "deliver": percent(\.delivers, of: \.sends), "bounce": percent(\.failures, of: \.sends),
        "click": percent(\.clicks, of: \.delivers), "unsubscribe": percent(\.optOuts, of: \.delivers),
      ],
    ]
    addLinks(to: &members, collection, query, after: sorted.count - first > limit ? page.last?.offset : nil)
    return Reply(200, .object(members))
  }

  private static func summary(of sms: SMSCampaign, id: String) -> JSON {
    [
      "campaign_id": .string(id), "campaign_name": .string(sms.name), "campaign_type": "SMS",
      "last_sent_date": WireDate.milliseconds(sms.sentAt),
      "unique_counts": [
        "sends": .integer(sms.sends), "delivers": .integer(sms.delivers), "clicks": .integer(sms.clicks),
        "optouts": .integer(sms.optOuts),
      ],
    ]
  }

  private func matches(_ visit: LandingPageVisit, _ filter: String) -> Bool {
    if filter.isEmpty { return true }
    let contact = contacts[visit.contact]
    let texts = [contact?.core["first_name"]?.string, contact?.core["last_name"]?.string, contact?.email?.address]
    return texts.contains { $0?.lowercased().contains(filter) ?? false }
  }

  private func row(_ visit: LandingPageVisit, _ report: LandingPageReport, activity: String) -> JSON {
    let contact = contacts[visit.contact]
    var members: [String: JSON] = [
      "contact_id": .string(visit.contact), "campaign_activity_id": .string(activity),
      "tracking_activity_type": .string(report.type), "created_time": WireDate.milliseconds(visit.date),
    ]
    members["email_address"] = contact?.email.map { .string($0.address) }
    members["first_name"] = contact?.core["first_name"]
    members["last_name"] = contact?.core["last_name"]
    members["deleted_at"] = contact?.deletedAt.map(WireDate.day)
    members["sms_channel"] = contact?.trackedChannel
    if report.kind == .open || report.kind == .click { members["device_type"] = visit.device.map { .string($0) } }
    if report.kind == .click, let link = visit.link {
      members["link_url"] = .string(link)
      members["url_id"] = .string(String(landingPages.linkID(of: link)))
    }
    return .object(members)
  }
}

extension FakeConstantContact.SMSCampaign {
  /// Any numbers that a test gives.
  fileprivate var failures: Int { sends.subtractingReportingOverflow(delivers).partialValue }
}

extension ContactRecord {
  /// The SMS channel as reports of landing pages show it.
  fileprivate var trackedChannel: JSON? {
    guard let smsChannel, let number = smsChannel["sms_address"]?.string else { return nil }
    let states = ["explicit": "E", "opt_out": "O", "pending_confirmation": "P", "not_set": "N"]
    let state = ["opt_out", "explicit", "pending_confirmation"].first(where: smsPermissions.contains) ?? "not_set"
    let dialCode = smsChannel["dial_code"]?.string ?? ""
    return [
      "country_code": smsChannel["country_code"] ?? "US", "state": .string(states[state] ?? "N"),
      "formatted_international": .string("+\(dialCode) \(number)"),
    ]
  }
}
