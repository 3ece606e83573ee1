package import ConstantContactCore

/// Reports: sends, opens, clicks, forwards and opt-outs; totals of campaigns; the activity of one contact; landing pages.
///
/// Every report needs the privilege `ui:campaign:metrics`; reports on a contact need the scope `contact_data`, all others
/// `campaign_data`. See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
public struct ReportsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Returns a report of tracking activities.
  func rows(
    _ descriptor: OperationDescriptor,
    of id: some OpenValue,
    limit: Int?,
    pageSize: Int,
    upTo largest: Int = 500,
    from cursor: PageCursor?,
    query: @escaping @Sendable (inout QueryItems) throws -> Void = { _ in }
  ) -> PagedSequence<TrackingActivity> {
    pipeline.pages(
      descriptor, .member("tracking_activities"), path: [id.rawValue], limit: limit,
      pageSize: PageSize(pageSize, 1...largest), from: cursor
    ) {
      var items = QueryItems()
      try query(&items)
      return items.items
    }
  }
}
