public import ConstantContactCore

extension ReportsAPI {
  /// Lists the contacts who clicked a link on a landing page, one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
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

  /// Lists the contacts who opened a landing page, one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
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

  /// Lists the opens of a landing page with the device, one row for each open.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
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

  /// Lists the contacts whom a landing page updated, one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
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

  /// Lists the contacts whom a landing page added, one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
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

  /// Lists the contacts who opted in to SMS on a landing page, one row for each contact.
  ///
  /// - Parameters:
  ///   - activity: The landing page.
  ///   - text: A part of the first name, last name or email address of the contacts; all contacts by default.
  ///   - limit: The largest number of rows; all by default.
  ///   - pageSize: The rows per request, 1 to 500; 500 by default.
  ///   - cursor: The cursor to continue from.
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
