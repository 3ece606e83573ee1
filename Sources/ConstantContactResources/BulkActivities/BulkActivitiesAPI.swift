public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Bulk activities: work that the service queues and does by and by. Each method that starts one returns it at once;
/// ``get(_:)`` tells how far it is.
///
/// An account has at most 1,000 activities queued; beyond that a call ends with the code `tooManyActivities`, unless it
/// is told to wait until one ends (``RetryPolicy/activityDelay``). When the connection breaks before the answer is
/// there, no request is sent a second time, since the work would be done twice: ``list(state:limit:pageSize:from:)``
/// tells.
///
/// Every operation needs the scope `contact_data` and the privilege `contacts:write`. See the vendor's pages under
/// "Bulk activities".
public struct BulkActivitiesAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the activities of the last 10 days.
  ///
  /// - Parameters:
  ///   - state: Only those in this state. The service does not filter by ``BulkActivity/State/initialized``.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - cursor: Where to go on from; the state then is the cursor's.
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

  /// Gets an activity by its id. Every look costs a request of the day's.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none, or none any more.
  public func get(_ id: BulkActivityID) async throws -> BulkActivity {
    try await pipeline.send(.json(.activitiesGet, path: [id.rawValue]))
  }

  /// Starts an export of contacts to a CSV file. Fetch it with ``exportedCSV(of:)`` when the activity is completed.
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when what is set does not go
  ///   together.
  public func exportContacts(_ export: ContactExport = ContactExport()) async throws -> BulkActivity {
    try export.check(OperationDescriptor.activitiesExportContacts.name)
    return try await start(.activitiesExportContacts, export)
  }

  /// Fetches the CSV file of an export, whole, into memory.
  ///
  /// The file is found by the activity's id: the link that the activity carries may be misspelled.
  ///
  /// - Returns: The file's bytes.
  /// - Throws: ``ConstantContactError`` with code `stillProcessing` or `notFound` when the file is not there, perhaps
  ///   not yet: look at the activity's state. How long the service keeps it is not documented.
  public func exportedCSV(of id: BulkActivityID) async throws -> Data {
    try await pipeline.send(csv(.activitiesExportedCSV, id) { $0.body })
  }

  /// Fetches the CSV file of an export into a file, which it replaces. Transports that can stream it do not hold it in memory.
  ///
  /// What was in the file before stays until the whole export is there, and when the download fails.
  ///
  /// - Parameters:
  ///   - id: The export's activity.
  ///   - file: Where to put it. Its directory has to exist.
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
          .stillProcessing, "the file of the export does not exist yet",
          operation: descriptor.name, status: response.status)
      }
      return read(response)
    }
  }

  func start(_ descriptor: OperationDescriptor, _ body: some Encodable) async throws -> BulkActivity {
    try await pipeline.send(.json(descriptor, body: JSONCoding.body(body)))
  }
}
