public import ConstantContactCore

extension ReportsAPI {
  /// Lists the sends of an email, one row for each contact it was sent to.
  ///
  /// See [Sends report](https://developer.constantcontact.com/api_guide/email_summary_sends_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func sends(
    of activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsSends, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the opens of an email with the device, one row for each open.
  ///
  /// See [Opens report](https://developer.constantcontact.com/api_guide/email_summary_opens_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func opens(
    of activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the contacts that opened an email, one row for each contact.
  ///
  /// See [Unique opens report](https://developer.constantcontact.com/api_guide/email_summary_unique_opens_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func uniqueOpens(
    of activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsUniqueOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the contacts that have not opened an email.
  ///
  /// See [Non-opens report](https://developer.constantcontact.com/api_guide/email_summary_non_opens_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func didNotOpens(
    of activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsDidNotOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the clicks on the links of an email with link and device.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - link: The link whose clicks are listed; all by default. ``links(of:includingUnclicked:)`` returns their IDs.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func clicks(
    of activity: CampaignActivityID,
    linkID link: EmailLinkID? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsClicks, of: activity, limit: limit, pageSize: pageSize, from: cursor) { query in
      try InputCheck(OperationDescriptor.reportsClicks.name).require(
        link.map { Int64($0.rawValue) != nil } ?? true, "url_id", "is not a whole number")
      query.add("url_id", link?.rawValue)
    }
  }

  /// Lists the forwards of an email with its forward link.
  ///
  /// See [Forwards report](https://developer.constantcontact.com/api_guide/email_summary_forwards_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func forwards(
    of activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsForwards, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the opt-outs after an email, with the reason if one was given.
  ///
  /// See [Opt-outs report](https://developer.constantcontact.com/api_guide/email_summary_optouts_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func optOuts(
    of activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsOptOuts, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the bounces of an email, with the reason.
  ///
  /// See [Bounces report](https://developer.constantcontact.com/api_guide/email_summary_bounces_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - codes: Lists only bounces with these codes; all when empty.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func bounces(
    of activity: CampaignActivityID,
    codes: Set<BounceCode> = [],
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsBounces, of: activity, limit: limit, pageSize: pageSize, from: cursor) { query in
      for code in codes.map(\.rawValue).sorted() { query.add("bounce_code", code) }
    }
  }

  /// Returns the number of clicks on each link of an email.
  ///
  /// See [Links report](https://developer.constantcontact.com/api_guide/email_links_report.html).
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - isUnclickedIncluded: Whether the report includes links without clicks; not by default.
  public func links(
    of activity: CampaignActivityID, includingUnclicked isUnclickedIncluded: Bool = false
  ) async throws -> EmailLinkReport {
    var query = QueryItems()
    query.add("no_clicks", isUnclickedIncluded ? true : nil)
    return try await pipeline.send(.json(.reportsLinks, path: [activity.rawValue], query: query.items))
  }
}
