public import ConstantContactCore

extension ReportsAPI {
  /// To whom a mail was sent: one row for each send.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func sends(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsSends, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Who opened a mail, and on which device: one row for each time.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func opens(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Who opened a mail: one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func uniqueOpens(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsUniqueOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Who has not opened a mail.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func didNotOpens(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsDidNotOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Who clicked a link in a mail, which link, and on which device.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - link: Only clicks on this link; on all by default. ``links(_:noClicks:)`` has their ids.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
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

  /// Who forwarded a mail with its own link for that.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func forwards(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsForwards, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Who opted out because of a mail, with the reason where one was given.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func optOuts(
    _ activity: CampaignActivityID,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsOptOuts, of: activity, limit: limit, pageSize: pageSize, from: cursor)
  }

  /// Whose mail came back, and why.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - codes: Only bounces for these reasons; empty means all.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
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

  /// How often each link of a mail was clicked.
  ///
  /// - Parameters:
  ///   - activity: The mail: a campaign's activity with the role `primary_email`, or a resend.
  ///   - noClicks: Whether links that nobody clicked are there too; not by default.
  public func links(_ activity: CampaignActivityID, noClicks: Bool = false) async throws -> EmailLinkReport {
    var query = QueryItems()
    query.add("no_clicks", noClicks ? true : nil)
    return try await pipeline.send(.json(.reportsLinks, path: [activity.rawValue], query: query.items))
  }
}
