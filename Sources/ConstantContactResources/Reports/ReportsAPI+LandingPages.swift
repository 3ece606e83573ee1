public import ConstantContactCore

extension ReportsAPI {
  /// Who clicked a link on a landing page: one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: Only contacts in whose first name, last name or e-mail address this occurs.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func landingPageUniqueClicks(
    _ activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueClicks, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Who opened a landing page: one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: Only contacts in whose first name, last name or e-mail address this occurs.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func landingPageUniqueOpens(
    _ activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Who opened a landing page, and on which device: one row for each time.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: Only contacts in whose first name, last name or e-mail address this occurs.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func landingPageOpens(
    _ activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Which contacts a landing page changed: one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: Only contacts in whose first name, last name or e-mail address this occurs.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func landingPageUniqueUpdates(
    _ activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueUpdates, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Which contacts a landing page added: one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: Only contacts in whose first name, last name or e-mail address this occurs.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func landingPageUniqueAdds(
    _ activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueAdds, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Who opted in to text messages on a landing page: one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: Only contacts in whose first name, last name or e-mail address this occurs.
  ///   - limit: How many rows to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from.
  public func landingPageUniqueSMSOptIns(
    _ activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueSMSOptIns, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }
}
