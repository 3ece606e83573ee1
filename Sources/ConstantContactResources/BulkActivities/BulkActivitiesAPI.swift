public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Bulk activities: work that Constant Contact queues and runs asynchronously.
///
/// Each method that starts an activity returns immediately. `wait(for:)` of `ConstantContactKit` waits until the activity has
/// ended, `progress(of:)` follows it, and ``get(_:)`` requests its state once: each request counts toward the daily quota.
///
/// An account has at most 1,000 queued activities. Beyond that a call throws an error with the code `tooManyActivities`,
/// unless it is configured to wait (``RetryPolicy/activityDelay``). When the connection is lost before the response arrives,
/// a request that starts an activity is not retried, since the work would be done twice;
/// ``list(state:limit:pageSize:from:)`` shows whether it was queued.
///
/// Every operation needs the scope `contact_data` and the privilege `contacts:write`.
///
/// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
public struct BulkActivitiesAPI: Sendable {
  package let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the activities of the last 10 days.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  ///
  /// - Parameters:
  ///   - state: The state of the activities. The API does not filter by ``BulkActivity/State/initialized``.
  ///   - limit: The maximum number of activities to deliver; all by default.
  ///   - pageSize: The number of activities per request, 1 to 500; 500 by default.
  ///   - cursor: Where to continue; the state is then that of the cursor.
  public func list(
    state: BulkActivity.State? = nil,
    limit: Int? = nil,
    pageSize: Int = 500,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<BulkActivity> {
    pipeline.pages(
      .activitiesList, .member("activities"), limit: limit, pageSize: PageSize(pageSize, 1...500), from: cursor
    ) {
      try InputCheck(OperationDescriptor.activitiesList.name).require(
        state != .initialized, "state", "is `initialized`, which the API does not filter by")
      var query = QueryItems()
      query.add("state", state?.rawValue)
      return query.items
    }
  }

  /// Returns an activity by its ID.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the activity does not exist, or no longer exists.
  public func get(_ id: BulkActivityID) async throws -> BulkActivity {
    try await pipeline.send(.json(.activitiesGet, path: [id.rawValue]))
  }

  /// Starts an export of contacts to a CSV file. Download it with ``exportedCSV(of:)`` when the activity is completed.
  ///
  /// See [Export contacts](https://developer.constantcontact.com/api_guide/export_contacts.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when the options cannot be
  ///   combined.
  public func exportContacts(_ export: ContactExport = ContactExport()) async throws -> BulkActivity {
    try export.check(OperationDescriptor.activitiesExportContacts.name)
    return try await start(.activitiesExportContacts, export)
  }

  /// Downloads the CSV file of an export into memory.
  ///
  /// The file is addressed by the activity's ID, since the link in the activity may be misspelled.
  ///
  /// See [Export contacts](https://developer.constantcontact.com/api_guide/export_contacts.html).
  ///
  /// - Returns: The file's bytes.
  /// - Throws: ``ConstantContactError`` with code `stillProcessing` or `notFound` when the file does not exist, or does not
  ///   exist yet: check the activity's state. How long the API keeps the file is not documented.
  public func exportedCSV(of id: BulkActivityID) async throws -> Data {
    try await pipeline.send(csv(.activitiesExportedCSV, id) { $0.body })
  }

  /// Downloads the CSV file of an export into a file, which it replaces. Transports that can stream do not hold it in
  /// memory.
  ///
  /// The previous content stays until the whole export has been written, and when the download fails.
  ///
  /// See [Export contacts](https://developer.constantcontact.com/api_guide/export_contacts.html).
  ///
  /// - Parameters:
  ///   - id: The export's activity.
  ///   - file: The file to write. Its directory must exist.
  /// - Throws: ``ConstantContactError`` as ``exportedCSV(of:)`` does; with code `connection` when the file cannot be written;
  ///   `CancellationError`.
  public func downloadExportedCSV(of id: BulkActivityID, to file: URL) async throws {
    try await pipeline.download(csv(.activitiesExportedCSV, id) { _ in }, to: file)
  }

  private func csv<Result>(
    _ descriptor: OperationDescriptor,
    _ id: BulkActivityID,
    _ read: @escaping @Sendable (TransportResponse) -> Result
  ) throws -> APIOperation<Result> {
    try APIOperation(descriptor, path: [id.rawValue], headers: ["Accept": "text/csv"]) { response in
      if [202, 204].contains(response.status) {
        throw ConstantContactError(
          .stillProcessing, "The export's file does not exist yet. Retry when the activity is completed.",
          operation: descriptor.name, status: response.status)
      }
      return read(response)
    }
  }

  func start(_ descriptor: OperationDescriptor, _ body: some Encodable) async throws -> BulkActivity {
    try await pipeline.send(.json(descriptor, body: JSONCoding.body(body)))
  }
}
