public import ConstantContactCore
internal import ConstantContactTransport

/// Events: list, create, change, copy, check tickets in. Registrations: ``registrations(of:track:_:limit:pageSize:from:)`` and its
/// neighbours.
///
/// Every operation needs the scope `campaign_data`; reading needs the privilege `campaign:read`, writing `campaign:write`. See the
/// vendor's pages under "Events".
public struct EventsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Events and registrations come under `records`, each page with the token of the next one.
  static let records = PageLayout.member(
    "records", total: "total_records", next: .token(member: "next_cursor", parameter: "next"))

  /// Lists events.
  ///
  /// - Parameters:
  ///   - filter: Which ones, and in which order.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 100; 100 by default.
  ///   - cursor: Where to go on from.
  public func list(
    _ filter: EventFilter = EventFilter(),
    limit: Int? = nil,
    pageSize: Int = 100,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<EventListing> {
    pipeline.pages(
      .eventsList, Self.records, limit: limit, pageSize: PageSize(pageSize, 1...100), from: cursor
    ) { filter.query.items }
  }

  /// Gets an event with all its details.
  ///
  /// - Parameters:
  ///   - id: The event.
  ///   - settings: Whether to include ``EventDetails/settings-swift.property``.
  public func get(_ id: EventID, includingSettings settings: Bool = false) async throws -> EventDetails {
    var query = QueryItems()
    query.add("include", settings ? true : nil)
    return try await pipeline.send(.json(.eventsGet, path: [id.rawValue], query: query.items))
  }

  /// Creates an event as a draft, with what the service fills in for the rest.
  ///
  /// - Parameters:
  ///   - name: The name in the account, 1 to 100 characters, unique.
  ///   - startsAt: When it begins.
  ///   - endsAt: When it ends.
  ///   - placeholderCampaignID: The campaign that holds its place, where there is one.
  public func create(
    name: String? = nil,
    startsAt: Timestamp? = nil,
    endsAt: Timestamp? = nil,
    placeholderCampaignID: String? = nil
  ) async throws -> EventDetails {
    let check = InputCheck(OperationDescriptor.eventsCreate.name)
    try check.require(name?.isEmpty != true, "name", "is empty")
    try check.length("name", name, limit: 100)
    var query = QueryItems()
    query.add("name", name)
    query.add("start_time", startsAt)
    query.add("end_time", endsAt)
    query.add("placeholder_campaign_id", placeholderCampaignID)
    return try await pipeline.send(.json(.eventsCreate, query: query.items))
  }

  /// Changes an event that is a draft or active. What is not set is left as it is.
  public func update(_ id: EventID, _ changes: EventChanges) async throws {
    try changes.check(OperationDescriptor.eventsUpdate.name)
    try await pipeline.send(.empty(.eventsUpdate, path: [id.rawValue], body: JSONCoding.body(changes)))
  }

  /// Copies an event.
  ///
  /// - Parameters:
  ///   - id: The event, which must not be deleted.
  ///   - name: The name of the copy, 1 to 100 characters, unique.
  ///   - campaignActivities: The mailings to copy with it; all when `nil`.
  /// - Returns: The copy. Mailings that could not be copied (status 207) are its ``EventDetails/failedCampaignActivities``.
  public func copy(_ id: EventID, named name: String, campaignActivities: [String]? = nil) async throws -> EventDetails
  {
    let check = InputCheck(OperationDescriptor.eventsCopy.name)
    try check.require(!name.isEmpty, "target_event_name", "is empty")
    try check.length("target_event_name", name, limit: 100)
    let body = try JSONCoding.body(CopyBody(name: name, activities: campaignActivities))
    return try await pipeline.send(.json(.eventsCopy, path: [id.rawValue], body: body))
  }

  /// Checks tickets in, at an event that is active or complete.
  ///
  /// - Parameters:
  ///   - keys: The tickets' keys: ``EventRegistration/Ticket/key``.
  ///   - id: The event.
  public func checkIn(_ keys: [String], at id: EventID) async throws {
    try await send(keys, .eventsCheckIn, id)
  }

  /// Takes back that tickets were checked in.
  public func undoCheckIn(_ keys: [String], at id: EventID) async throws {
    try await send(keys, .eventsUndoCheckIn, id)
  }

  private func send(_ keys: [String], _ descriptor: OperationDescriptor, _ id: EventID) async throws {
    try InputCheck(descriptor.name).require(!keys.isEmpty, "order_ticket_keys", "is empty")
    let body = try JSONCoding.body(["order_ticket_keys": keys])
    try await pipeline.send(.empty(descriptor, path: [id.rawValue], body: body))
  }
}

private struct CopyBody: Encodable {
  let name: String
  let activities: [String]?

  enum CodingKeys: String, CodingKey {
    case name = "target_event_name"
    case activities = "source_campaign_activities"
  }
}
