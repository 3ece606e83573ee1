public import ConstantContactCore

extension ReportsAPI {
  /// Lists the contacts that clicked a link on a landing page, one row for each contact.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func landingPageUniqueClicks(
    of activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueClicks, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Lists the contacts that opened a landing page, one row for each contact.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func landingPageUniqueOpens(
    of activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Lists the opens of a landing page with the device, one row for each open.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func landingPageOpens(
    of activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageOpens, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Lists the contacts thatm a landing page updated, one row for each contact.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func landingPageUniqueUpdates(
    of activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueUpdates, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Lists the contacts thatm a landing page added, one row for each contact.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func landingPageUniqueAdds(
    of activity: CampaignActivityID,
    matching text: String? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<TrackingActivity> {
    rows(.reportsLandingPageUniqueAdds, of: activity, limit: limit, pageSize: pageSize, from: cursor) {
      $0.add("contacts_filter", text)
    }
  }

  /// Lists the contacts that opted in to SMS on a landing page, one row for each contact.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The maximum number of rows to deliver; all by default.
  ///   - pageSize: The number of rows per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue.
  public func landingPageUniqueSMSOptIns(
    of activity: CampaignActivityID,
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
