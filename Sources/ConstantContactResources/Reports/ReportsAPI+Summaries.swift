public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ReportsAPI {
  /// How each e-mail campaign fared, those sent last first.
  ///
  /// - Parameters:
  ///   - limit: How many campaigns to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func emailCampaignSummaries(
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<EmailCampaignSummary> {
    let keys = PageKeys(items: Self.emailRows, total: nil)
    return pipeline.pages(.reportsEmailCampaignSummaries, keys: keys, limit: limit, from: cursor) {
      try Self.emailQuery(pageSize)
    }
  }

  /// The same page by page, each with the percentages over its campaigns.
  ///
  /// - Parameters:
  ///   - pageSize: How many campaigns a page has at most, 1 to 500; 50 by default, as the service has it.
  ///   - cursor: Where to go on from.
  /// - Returns: A sequence whose elements are pages.
  public func emailCampaignSummaryPages(
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<CampaignSummaryPage<EmailCampaignSummary, EmailCampaignSummary.Percents>> {
    summaryPages(.reportsEmailCampaignSummaries, rows: Self.emailRows, from: cursor) { try Self.emailQuery(pageSize) }
  }

  /// How each campaign of text messages fared that was sent in a period, those sent last first.
  ///
  /// - Parameters:
  ///   - start: Only campaigns sent at this time or later.
  ///   - end: Only campaigns sent at this time or earlier; until now by default.
  ///   - limit: How many campaigns to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 50; 50 by default.
  ///   - cursor: Where to go on from; the period then is the cursor's.
  public func smsCampaignSummaries(
    since start: Date,
    until end: Date? = nil,
    limit: Int? = nil,
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<SMSCampaignSummary> {
    let keys = PageKeys(items: Self.smsRows, total: nil)
    return pipeline.pages(.reportsSMSCampaignSummaries, keys: keys, limit: limit, from: cursor) {
      try Self.smsQuery(start, end, pageSize)
    }
  }

  /// The same page by page, each with the percentages over its campaigns.
  ///
  /// - Parameters:
  ///   - start: Only campaigns sent at this time or later.
  ///   - end: Only campaigns sent at this time or earlier; until now by default.
  ///   - pageSize: How many campaigns a page has at most, 1 to 50; 50 by default.
  ///   - cursor: Where to go on from; the period then is the cursor's.
  /// - Returns: A sequence whose elements are pages.
  public func smsCampaignSummaryPages(
    since start: Date,
    until end: Date? = nil,
    pageSize: Int = 50,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<CampaignSummaryPage<SMSCampaignSummary, SMSCampaignSummary.Percents>> {
    summaryPages(.reportsSMSCampaignSummaries, rows: Self.smsRows, from: cursor) {
      try Self.smsQuery(start, end, pageSize)
    }
  }

  private static let emailRows = "bulk_email_campaign_summaries"
  private static let smsRows = "bulk_sms_campaign_summaries"

  private static func emailQuery(_ pageSize: Int) throws -> [(name: String, value: String)] {
    try InputCheck("reports.emailCampaignSummaries").range("pageSize", pageSize, 1...500)
    return [("limit", String(pageSize))]
  }

  private static func smsQuery(_ start: Date, _ end: Date?, _ pageSize: Int) throws -> [(name: String, value: String)] {
    let check = InputCheck("reports.smsCampaignSummaries")
    try check.range("pageSize", pageSize, 1...50)
    try check.require(end.map { $0 >= start } ?? true, "the period ends before it begins")
    var query = QueryItems()
    query.add("start_at", Timestamp(start))
    query.add("end_at", end.map { Timestamp($0) })
    query.add("limit", pageSize)
    return query.items
  }

  private func summaryPages<Summary, Percents>(
    _ descriptor: OperationDescriptor,
    rows: String,
    from cursor: PageCursor?,
    query: @escaping @Sendable () throws -> [(name: String, value: String)]
  ) -> PagedSequence<CampaignSummaryPage<Summary, Percents>> {
    let decode: @Sendable (TransportResponse) throws -> PagedSequence<CampaignSummaryPage<Summary, Percents>>.Page = {
      response in
      let page = try PageBody<Summary>.decode(response.body, keys: PageKeys(items: rows, total: nil)).page
      let aggregate: AggregateBody<Percents> = try JSONCoding.decode(response.body)
      return PagedSequence.Page(
        elements: [CampaignSummaryPage(summaries: page.elements, percents: aggregate.percents)],
        undecodable: page.undecodable, next: page.next)
    }
    return PagedSequence(operation: descriptor.name, start: cursor) { cursor in
      if let cursor { return try await pipeline.send(APIOperation(descriptor, following: cursor, decode: decode)) }
      return try await pipeline.send(APIOperation(descriptor, query: query(), decode: decode))
    }
  }
}
