public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Events: list, get, create, update, copy, check tickets in, and manage registrations.
///
/// Every operation needs the scope `campaign_data`; reading needs the privilege `campaign:read`, writing `campaign:write`.
///
/// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
public struct EventsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Events and registrations are in `records`; each page has the token of the next one.
  static let records = PageLayout.member(
    "records", total: "total_records", next: .token(member: "next_cursor", parameter: "next"),
    previous: ("prev_cursor", "prev"))

  /// Lists events.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - filter: The events to list, and their order; all by default.
  ///   - limit: The maximum number of events to deliver; all by default.
  ///   - pageSize: The number of events per request, 1 to 100; 100 by default.
  ///   - cursor: Where to continue; the filter is then that of the cursor.
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

  /// Returns an event with all its details.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - id: The event.
  ///   - settings: Whether to include ``EventDetails/settings-swift.property``.
  /// - Throws: ``ConstantContactError`` with code `notFound` when the event does not exist.
  public func get(_ id: EventID, includingSettings settings: Bool = false) async throws -> EventDetails {
    var query = QueryItems()
    query.add("include", settings ? true : nil)
    return try await pipeline.send(.json(.eventsGet, path: [id.rawValue], query: query.items))
  }

  /// Creates an event as a draft. The API fills in the remaining values.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - name: The internal name, 1 to 100 characters, unique in the account.
  ///   - startsAt: The start date.
  ///   - endsAt: The end date.
  ///   - placeholderCampaignID: The campaign that serves as a placeholder, if there is one.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the name is empty or too long.
  public func create(
    name: String? = nil,
    startsAt: Date? = nil,
    endsAt: Date? = nil,
    placeholderCampaignID: CampaignID? = nil
  ) async throws -> EventDetails {
    let check = InputCheck(OperationDescriptor.eventsCreate.name)
    try check.require(name?.isEmpty != true, "name", "is empty")
    try check.length("name", name, limit: 100)
    var query = QueryItems()
    query.add("name", name)
    query.add("start_time", startsAt.map { Timestamp($0) })
    query.add("end_time", endsAt.map { Timestamp($0) })
    query.add("placeholder_campaign_id", placeholderCampaignID?.rawValue)
    return try await pipeline.send(.json(.eventsCreate, query: query.items))
  }

  /// Updates an event that is a draft or active. Only the properties that the closure sets are sent; the others are kept.
  ///
  /// The event is not read first, so every property is `nil` in the closure. Nothing is sent when the closure sets nothing.
  ///
  /// ```swift
  /// try await client.events.update("d8b9e5d4-0000-4000-8000-000000000004") { $0.title = "Summer market" }
  /// ```
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a value exceeds its limit; `notFound`. Errors of the
  ///   closure are rethrown.
  public func update(_ id: EventID, _ change: (inout EventChanges) throws -> Void) async throws {
    var changes = EventChanges()
    try change(&changes)
    if changes == EventChanges() { return }
    try changes.check(OperationDescriptor.eventsUpdate.name)
    try await pipeline.send(.empty(.eventsUpdate, path: [id.rawValue], body: JSONCoding.body(changes)))
  }

  /// Copies an event.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - id: The event, which must not be deleted.
  ///   - name: The name of the copy, 1 to 100 characters, unique in the account.
  ///   - campaignActivities: The campaign activities to copy with it; all when `nil`.
  /// - Returns: The copy. ``EventDetails/failedCampaignActivities`` holds the campaign activities that could not be copied
  ///   (status 207).
  public func copy(_ id: EventID, named name: String, campaignActivities: [CampaignActivityID]? = nil) async throws
    -> EventDetails
  {
    let check = InputCheck(OperationDescriptor.eventsCopy.name)
    try check.require(!name.isEmpty, "target_event_name", "is empty")
    try check.length("target_event_name", name, limit: 100)
    let body = try JSONCoding.body(CopyBody(name: name, activities: campaignActivities))
    return try await pipeline.send(.json(.eventsCopy, path: [id.rawValue], body: body))
  }

  /// Checks tickets in at an event that is active or complete.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - keys: The tickets' keys: ``EventRegistration/Ticket/key``.
  ///   - id: The event.
  public func checkIn(_ keys: [EventTicketKey], at id: EventID) async throws {
    try await send(keys, .eventsCheckIn, id)
  }

  /// Undoes the check-in of tickets.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - keys: The tickets' keys: ``EventRegistration/Ticket/key``.
  ///   - id: The event.
  public func undoCheckIn(_ keys: [EventTicketKey], at id: EventID) async throws {
    try await send(keys, .eventsUndoCheckIn, id)
  }

  private func send(_ keys: [EventTicketKey], _ descriptor: OperationDescriptor, _ id: EventID) async throws {
    try InputCheck(descriptor.name).require(!keys.isEmpty, "order_ticket_keys", "is empty")
    let body = try JSONCoding.body(["order_ticket_keys": keys])
    try await pipeline.send(.empty(descriptor, path: [id.rawValue], body: body))
  }
}

private struct CopyBody: Encodable {
  let name: String
  let activities: [CampaignActivityID]?

  enum CodingKeys: String, CodingKey {
    case name = "target_event_name"
    case activities = "source_campaign_activities"
  }
}
