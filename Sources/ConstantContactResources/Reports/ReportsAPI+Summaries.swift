public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ReportsAPI {
  /// Lists the results of email campaigns, the latest sent first.
  ///
  /// See [Email summary report](https://developer.constantcontact.com/api_guide/email_bulk_campaign_summary_report.html).
  ///
  /// - Parameters:
  ///   - limit: The maximum number of campaigns to deliver; all by default.
  ///   - pageSize: The number of campaigns per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func emailCampaignSummaries(
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<EmailCampaignSummary> {
    pipeline.pages(
      .reportsEmailCampaignSummaries, Self.emailRows, limit: limit, pageSize: PageSize(pageSize, 1...500), from: cursor)
  }

  /// Lists the results of email campaigns page by page, each with the percentages over its campaigns.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - pageSize: The number of campaigns per page, 1 to 500; 50 by default, as in the API.
  ///   - cursor: Where to continue.
  /// - Returns: A sequence whose elements are pages.
  public func emailCampaignSummaryPages(
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<CampaignSummaryPage<EmailCampaignSummary, EmailCampaignSummary.Percents>> {
    summaryPages(.reportsEmailCampaignSummaries, Self.emailRows, PageSize(pageSize, 1...500), from: cursor) { [] }
  }

  /// Lists the results of SMS campaigns that were sent in a period, the latest sent first.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - start: The beginning of the period, inclusive.
  ///   - end: The end of the period, inclusive; now by default.
  ///   - limit: The maximum number of campaigns to deliver; all by default.
  ///   - pageSize: The number of campaigns per request, 1 to 50; 50 by default.
  ///   - cursor: Where to continue; the period is then that of the cursor.
  public func smsCampaignSummaries(
    since start: Date,
    until end: Date? = nil,
    limit: Int? = nil,
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<SMSCampaignSummary> {
    pipeline.pages(
      .reportsSMSCampaignSummaries, Self.smsRows, limit: limit, pageSize: PageSize(pageSize, 1...50), from: cursor
    ) { try Self.smsQuery(start, end) }
  }

  /// Lists the results of SMS campaigns page by page, each with the percentages over its campaigns.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - start: The beginning of the period, inclusive.
  ///   - end: The end of the period, inclusive; now by default.
  ///   - pageSize: The number of campaigns per page, 1 to 50; 50 by default.
  ///   - cursor: Where to continue; the period is then that of the cursor.
  /// - Returns: A sequence whose elements are pages.
  public func smsCampaignSummaryPages(
    since start: Date,
    until end: Date? = nil,
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<CampaignSummaryPage<SMSCampaignSummary, SMSCampaignSummary.Percents>> {
    summaryPages(.reportsSMSCampaignSummaries, Self.smsRows, PageSize(pageSize, 1...50), from: cursor) {
      try Self.smsQuery(start, end)
    }
  }

  private static let emailRows = PageLayout.member("bulk_email_campaign_summaries")
  private static let smsRows = PageLayout.member("bulk_sms_campaign_summaries")

  private static func smsQuery(_ start: Date, _ end: Date?) throws -> [(name: String, value: String)] {
    try InputCheck(OperationDescriptor.reportsSMSCampaignSummaries.name).require(
      end.map { $0 >= start } ?? true, "end_at", "is before `start_at`")
    var query = QueryItems()
    query.add("start_at", Timestamp(start))
    query.add("end_at", end.map { Timestamp($0) })
    return query.items
  }

  private func summaryPages<Summary, Percents>(
    _ descriptor: OperationDescriptor,
    _ rows: PageLayout,
    _ pageSize: PageSize,
    from cursor: PageCursor?,
    query: @escaping @Sendable () throws -> [(name: String, value: String)]
  ) -> PagedSequence<CampaignSummaryPage<Summary, Percents>> {
    pipeline.pages(descriptor, rows, pageSize: pageSize, from: cursor, query: query) { response in
      let aggregate: AggregateBody<Percents> = try JSONCoding.decode(response.body)
      return try PageBody<Summary>.decode(response.body, rows).combined {
        CampaignSummaryPage(summaries: $0, percents: aggregate.percents)
      }
    }
  }
}
