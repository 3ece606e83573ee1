package import ConstantContactCore
internal import ConstantContactTransport

/// Reports: who received, opened, clicked, forwarded, left; totals of campaigns; what one contact did; landing pages.
///
/// Every report needs the privilege `ui:campaign:metrics`; the reports on a contact need the scope `contact_data`, all others
/// `campaign_data`. See the vendor's pages under "Reporting".
public struct ReportsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// A report whose rows come in pages.
  func rows(
    _ descriptor: OperationDescriptor,
    of id: some OpenValue,
    limit: Int?,
    pageSize: Int,
    upTo largest: Int = 500,
    from cursor: PageCursor?,
    query: @escaping @Sendable (inout QueryItems) throws -> Void = { _ in }
  ) -> PagedSequence<TrackingActivity> {
    let keys = PageKeys(items: "tracking_activities", total: nil)
    return PagedSequence(operation: descriptor.name, limit: limit, start: cursor) { cursor in
      let operation: APIOperation<PagedSequence<TrackingActivity>.Page>
      if let cursor {
        operation = APIOperation(descriptor, following: cursor) { try PageBody.decode($0.body, keys: keys).page }
      } else {
        try InputCheck(descriptor.name).range("pageSize", pageSize, 1...largest)
        var items = QueryItems()
        try query(&items)
        items.add("limit", pageSize)
        operation = try APIOperation(descriptor, path: [id.rawValue], query: items.items) {
          try PageBody.decode($0.body, keys: keys).page
        }
      }
      return try await pipeline.send(operation)
    }
  }
}
