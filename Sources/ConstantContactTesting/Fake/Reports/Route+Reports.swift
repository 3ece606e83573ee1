extension Route {
  static let reports: [Route] =
    [
      contactReport("activity_details") { fake, call, ids in try fake.listContactActivities(call, id: ids[0]) },
      contactReport("open_and_click_rates") { fake, call, ids in try fake.getContactRates(call, id: ids[0]) },
      contactReport("activity_summary") { fake, call, ids in try fake.summarizeContact(call, id: ids[0]) },
      report("email_reports/{campaign_activity_id}/links") { fake, call, ids in
        try fake.listLinks(call, id: ids[0])
      },
      report("summary_reports/email_campaign_summaries") { fake, call, _ in try fake.listEmailSummaries(call) },
      report("stats/email_campaigns/{campaign_ids}") { fake, call, ids in
        try fake.getCampaignStats(call, ids: ids[0])
      },
      report("stats/email_campaign_activities/{campaign_activity_ids}") { fake, call, ids in
        try fake.getActivityStats(call, ids: ids[0])
      },
      report("summary_reports/sms_campaign_summaries") { fake, call, _ in try fake.listSMSSummaries(call) },
    ]
    + EmailReport.allCases.map { kind in
      report("email_reports/{campaign_activity_id}/tracking/" + kind.rawValue) { fake, call, ids in
        try fake.listTracking(call, kind, id: ids[0])
      }
    }
    + LandingPageReport.allCases.map { kind in
      report("landing_pages/campaign_details/{campaign_activity_id}/" + kind.rawValue) { fake, call, ids in
        try fake.listLandingPageVisits(call, kind, id: ids[0])
      }
    }

  private static func report(_ path: String, scope: String = "campaign_data", handler: @escaping Handler) -> Route {
    Route("GET", "/reports/" + path, scope: scope, privilege: "ui:campaign:metrics", handler: handler)
  }

  private static func contactReport(_ name: String, handler: @escaping Handler) -> Route {
    report("contact_reports/{contact_id}/" + name, scope: "contact_data", handler: handler)
  }
}
