import ConstantContactKit
import Foundation

extension Walk {
  static let reports: [Step] = emailReports + campaignReports + contactReports + landingPageReports

  private static let activity: CampaignActivityID = "8892baf9-0000-4de6-8400-fa4ec461987c"
  private static let campaign: CampaignID = "7792baf9-0000-4de6-8400-fa4ec461987c"
  private static let contact: ContactID = "aa9ff7b0-0000-11e6-8059-00163e3c8e19"
  private static let start = Date(timeIntervalSince1970: 1_700_000_000)
  private static let end = Date(timeIntervalSince1970: 1_750_000_000)

  private static let emailReports: [Step] = [
    Step(.reportsSends) { try await $0.reports.sends(of: activity, pageSize: 25).allPages() },
    Step(.reportsOpens) { try await $0.reports.opens(of: activity, pageSize: 25).allPages() },
    Step(.reportsUniqueOpens) { try await $0.reports.uniqueOpens(of: activity, pageSize: 25).allPages() },
    Step(.reportsDidNotOpens) { try await $0.reports.didNotOpens(of: activity, pageSize: 25).allPages() },
    Step(.reportsClicks) { try await $0.reports.clicks(of: activity, linkID: "49920742166", pageSize: 25).allPages() },
    Step(.reportsForwards) { try await $0.reports.forwards(of: activity, pageSize: 25).allPages() },
    Step(.reportsOptOuts) { try await $0.reports.optOuts(of: activity, pageSize: 25).allPages() },
    Step(.reportsBounces) { client in
      let codes: Set<BounceCode> = [
        .nonexistent, .undeliverable, .mailboxFull, .suspended, .vacation, .other, .blocked,
      ]
      return try await client.reports.bounces(of: activity, codes: codes, pageSize: 25).allPages()
    },
    Step(.reportsLinks) { try await $0.reports.links(of: activity, includingUnclicked: true) },
  ]

  private static let campaignReports: [Step] = [
    Step(.reportsEmailCampaignSummaries) { client in
      try await client.reports.emailCampaignSummaryPages(pageSize: 25).allPages()
    },
    Step(.reportsSMSCampaignSummaries) { client in
      try await client.reports.smsCampaignSummaryPages(since: start, until: end, pageSize: 25).allPages()
    },
    Step(.reportsEmailCampaignStats) { try await $0.reports.emailCampaignStats(of: [campaign, "other"]) },
    Step(.reportsEmailCampaignActivityStats) { client in
      try await client.reports.emailCampaignActivityStats(of: [activity, "other"])
    },
  ]

  private static let contactReports: [Step] = [
    Step(.reportsContactActivityDetails) { client in
      let types: [TrackingActivityType] = [
        .send, .open, .click, .bounce, .optOut, .forward, .landingPageOpen, .landingPageClick, .landingPageAdd,
        .landingPageUpdate,
      ]
      _ = try await client.reports.contactActivityDetails(of: contact, types: .repeated(types)).firstPage()
      return try await client.reports.contactActivityDetails(
        of: contact, types: .list(types), includingNames: true, pageSize: 25
      ).allPages()
    },
    Step(.reportsContactOpenAndClickRates) { client in
      try await client.reports.contactOpenAndClickRates(of: contact, since: start, until: end)
    },
    Step(.reportsContactActivitySummary) { client in
      try await client.reports.contactActivitySummary(of: contact, since: start, until: end).allPages()
    },
  ]

  private static let landingPageReports: [Step] = [
    Step(.reportsLandingPageUniqueClicks) { client in
      try await client.reports.landingPageUniqueClicks(of: activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueOpens) { client in
      try await client.reports.landingPageUniqueOpens(of: activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageOpens) { client in
      try await client.reports.landingPageOpens(of: activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueUpdates) { client in
      try await client.reports.landingPageUniqueUpdates(of: activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueAdds) { client in
      try await client.reports.landingPageUniqueAdds(of: activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueSMSOptIns) { client in
      try await client.reports.landingPageUniqueSMSOptIns(of: activity, matching: "Jo", pageSize: 25).allPages()
    },
  ]
}
