internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/sends`
  public static let reportsSends = tracking("sends", "sends")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/opens`
  public static let reportsOpens = tracking("opens", "opens")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/unique_opens`
  public static let reportsUniqueOpens = tracking("uniqueOpens", "unique_opens")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/didnotopens`
  public static let reportsDidNotOpens = tracking("didNotOpens", "didnotopens")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/clicks`
  public static let reportsClicks = tracking("clicks", "clicks")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/forwards`
  public static let reportsForwards = tracking("forwards", "forwards")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/optouts`
  public static let reportsOptOuts = tracking("optOuts", "optouts")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/tracking/bounces`
  public static let reportsBounces = tracking("bounces", "bounces")
    .returning(.collection)
  /// `GET /reports/email_reports/{campaign_activity_id}/links`
  public static let reportsLinks = report("links", "email_reports/{campaign_activity_id}/links")
    .returning(.object(arrays: ["link_click_counts"]))

  /// `GET /reports/summary_reports/email_campaign_summaries`
  public static let reportsEmailCampaignSummaries = report(
    "emailCampaignSummaries", "summary_reports/email_campaign_summaries"
  )
  .returning(.collection)
  /// `GET /reports/summary_reports/sms_campaign_summaries`
  public static let reportsSMSCampaignSummaries = report(
    "smsCampaignSummaries", "summary_reports/sms_campaign_summaries"
  )
  .returning(.collection)
  /// `GET /reports/stats/email_campaigns/{campaign_ids}`
  public static let reportsEmailCampaignStats = report("emailCampaignStats", "stats/email_campaigns/{campaign_ids}")
    .returning(.object(arrays: ["results"]))
  /// `GET /reports/stats/email_campaign_activities/{campaign_activity_ids}`
  public static let reportsEmailCampaignActivityStats = report(
    "emailCampaignActivityStats", "stats/email_campaign_activities/{campaign_activity_ids}"
  )
  .returning(.object(arrays: ["results"]))

  /// `GET /reports/contact_reports/{contact_id}/activity_details`
  public static let reportsContactActivityDetails = report(
    "contactActivityDetails", "contact_reports/{contact_id}/activity_details", scope: .contactData
  )
  .returning(.collection)
  /// `GET /reports/contact_reports/{contact_id}/open_and_click_rates`
  public static let reportsContactOpenAndClickRates = report(
    "contactOpenAndClickRates", "contact_reports/{contact_id}/open_and_click_rates", scope: .contactData
  )
  .returning(.object("contact_id"))
  /// `GET /reports/contact_reports/{contact_id}/activity_summary`
  public static let reportsContactActivitySummary = report(
    "contactActivitySummary", "contact_reports/{contact_id}/activity_summary", scope: .contactData
  )
  .returning(.collection)

  /// `GET /reports/landing_pages/campaign_details/{campaign_activity_id}/p_unique_contact_clicks`
  public static let reportsLandingPageUniqueClicks = landingPage("UniqueClicks", "p_unique_contact_clicks")
    .returning(.collection)
  /// `GET /reports/landing_pages/campaign_details/{campaign_activity_id}/p_unique_contact_opens`
  public static let reportsLandingPageUniqueOpens = landingPage("UniqueOpens", "p_unique_contact_opens")
    .returning(.collection)
  /// `GET /reports/landing_pages/campaign_details/{campaign_activity_id}/p_contact_opens`
  public static let reportsLandingPageOpens = landingPage("Opens", "p_contact_opens")
    .returning(.collection)
  /// `GET /reports/landing_pages/campaign_details/{campaign_activity_id}/p_unique_contact_updates`
  public static let reportsLandingPageUniqueUpdates = landingPage("UniqueUpdates", "p_unique_contact_updates")
    .returning(.collection)
  /// `GET /reports/landing_pages/campaign_details/{campaign_activity_id}/p_unique_contact_adds`
  public static let reportsLandingPageUniqueAdds = landingPage("UniqueAdds", "p_unique_contact_adds")
    .returning(.collection)
  /// `GET /reports/landing_pages/campaign_details/{campaign_activity_id}/p_unique_contact_sms_optins`
  public static let reportsLandingPageUniqueSMSOptIns = landingPage("UniqueSMSOptIns", "p_unique_contact_sms_optins")
    .returning(.collection)

  private static func tracking(_ name: String, _ path: String) -> OperationDescriptor {
    report(name, "email_reports/{campaign_activity_id}/tracking/\(path)")
  }

  private static func landingPage(_ name: String, _ path: String) -> OperationDescriptor {
    report("landingPage\(name)", "landing_pages/campaign_details/{campaign_activity_id}/\(path)")
  }

  private static func report(_ name: String, _ path: String, scope: OAuthScope = .campaignData) -> OperationDescriptor {
    OperationDescriptor(
      "reports.\(name)", .get, "/reports/\(path)", scope: scope, privilege: .campaignMetrics, replay: .idempotent)
  }
}
