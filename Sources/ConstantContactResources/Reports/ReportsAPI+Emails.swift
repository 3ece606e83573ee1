public import ConstantContactCore

extension ReportsAPI {
  /// Lists the sends of an email, one row for each contact it was sent to.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_sends_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func sends(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsSends, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the opens of an email with the device, one row for each open.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_opens_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func opens(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the contacts who opened an email, one row for each contact.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_unique_opens_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func uniqueOpens(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsUniqueOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the contacts who have not opened an email.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_non_opens_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func didNotOpens(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsDidNotOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the clicks on the links of an email with link and device.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - link: The link whose clicks are listed; all by default. ``links(_:noClicks:)`` has their IDs.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func clicks(
    _ activity: CampaignActivityID,
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

  /// Lists the forwards of an email by its own forward link.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_forwards_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func forwards(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsForwards, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the opt-outs after an email, with the reason if one was given.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_optouts_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func optOuts(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsOptOuts, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Lists the bounces of an email, with the reason.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_summary_bounces_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - codes: Only bounces for these reasons; empty means all.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
  public func bounces(
    _ activity: CampaignActivityID,
    codes: Set<BounceCode> = [],
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsBounces, of: activity, limit: limit, pageSize: pageSize, from: cursor) { query in
      for code in codes.map(\.rawValue).sorted() { query.add("bounce_code", code) }
    }
  }

  /// Gets the number of clicks on each link of an email.
  ///
  /// See <https://developer.constantcontact.com/api_guide/email_links_report.html>.
  ///
  /// - Parameters:
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - noClicks: Whether links that nobody clicked are there too; not by default.
  public func links(_ activity: CampaignActivityID, noClicks: Bool = false) async throws -> EmailLinkReport {
    var query = QueryItems()
    query.add("no_clicks", noClicks ? true : nil)
    return try await pipeline.send(.json(.reportsLinks, path: [activity.rawValue], query: query.items))
  }
}
