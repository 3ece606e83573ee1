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
    Step(.reportsSends) { try await $0.reports.sends(activity, pageSize: 25).allPages() },
    Step(.reportsOpens) { try await $0.reports.opens(activity, pageSize: 25).allPages() },
    Step(.reportsUniqueOpens) { try await $0.reports.uniqueOpens(activity, pageSize: 25).allPages() },
    Step(.reportsDidNotOpens) { try await $0.reports.didNotOpens(activity, pageSize: 25).allPages() },
    Step(.reportsClicks) { try await $0.reports.clicks(activity, linkID: "49920742166", pageSize: 25).allPages() },
    Step(.reportsForwards) { try await $0.reports.forwards(activity, pageSize: 25).allPages() },
    Step(.reportsOptOuts) { try await $0.reports.optOuts(activity, pageSize: 25).allPages() },
    Step(.reportsBounces) { client in
      let codes: Set<BounceCode> = [
        .nonexistent, .undeliverable, .mailboxFull, .suspended, .vacation, .other, .blocked,
      ]
      return try await client.reports.bounces(activity, codes: codes, pageSize: 25).allPages()
    },
    Step(.reportsLinks) { try await $0.reports.links(activity, noClicks: true) },
  ]

  private static let campaignReports: [Step] = [
    Step(.reportsEmailCampaignSummaries) { client in
      try await client.reports.emailCampaignSummaryPages(pageSize: 25).allPages()
    },
    Step(.reportsSMSCampaignSummaries) { client in
      try await client.reports.smsCampaignSummaryPages(since: start, until: end, pageSize: 25).allPages()
    },
    Step(.reportsEmailCampaignStats) { try await $0.reports.emailCampaignStats([campaign, "other"]) },
    Step(.reportsEmailCampaignActivityStats) { client in
      try await client.reports.emailCampaignActivityStats([activity, "other"])
    },
  ]

  private static let contactReports: [Step] = [
    Step(.reportsContactActivityDetails) { client in
      let types: [TrackingActivityType] = [
        .send, .open, .click, .bounce, .optOut, .forward, .landingPageOpen, .landingPageClick, .landingPageAdd,
        .landingPageUpdate,
      ]
      _ = try await client.reports.contactActivityDetails(contact, types: .repeated(types)).collect()
      return try await client.reports.contactActivityDetails(
        contact, types: .list(types), includingNames: true, pageSize: 25
      ).allPages()
    },
    Step(.reportsContactOpenAndClickRates) { client in
      try await client.reports.contactOpenAndClickRates(contact, from: start, to: end)
    },
    Step(.reportsContactActivitySummary) { client in
      try await client.reports.contactActivitySummary(contact, from: start, to: end).allPages()
    },
  ]

  private static let landingPageReports: [Step] = [
    Step(.reportsLandingPageUniqueClicks) { client in
      try await client.reports.landingPageUniqueClicks(activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueOpens) { client in
      try await client.reports.landingPageUniqueOpens(activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageOpens) { client in
      try await client.reports.landingPageOpens(activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueUpdates) { client in
      try await client.reports.landingPageUniqueUpdates(activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueAdds) { client in
      try await client.reports.landingPageUniqueAdds(activity, matching: "Jo", pageSize: 25).allPages()
    },
    Step(.reportsLandingPageUniqueSMSOptIns) { client in
      try await client.reports.landingPageUniqueSMSOptIns(activity, matching: "Jo", pageSize: 25).allPages()
    },
  ]
}
