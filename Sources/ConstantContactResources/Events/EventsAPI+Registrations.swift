public import ConstantContactCore
internal import ConstantContactTransport

extension EventsAPI {
  /// Lists the registrations of an event.
  ///
  /// - Parameters:
  ///   - id: The event.
  ///   - track: Its track: ``EventDetails/defaultTrack``.
  ///   - filter: Which ones, and in which order.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time; the service's choice when `nil`. The vendor names no limit.
  ///   - cursor: Where to go on from.
  public func registrations(
    of id: EventID,
    track: EventTrackID,
    _ filter: EventRegistrationFilter = EventRegistrationFilter(),
    limit: Int? = nil,
    pageSize: Int? = nil,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<EventRegistrationListing> {
    pipeline.pages(
      .eventsRegistrations, Self.records, path: [id.rawValue, track.rawValue], limit: limit,
      pageSize: PageSize(pageSize, 1...Int.max), from: cursor
    ) { filter.query.items }
  }

  /// Gets a registration with everything that was entered and ordered.
  public func registration(
    _ registration: EventRegistrationID,
    of id: EventID,
    track: EventTrackID
  ) async throws -> EventRegistration {
    try await pipeline.send(
      .json(.eventsRegistration, path: [id.rawValue, track.rawValue, registration.rawValue]))
  }

  /// Sets how registrations stand.
  ///
  /// - Parameters:
  ///   - registrations: Which ones.
  ///   - status: How they are to stand.
  ///   - id: The event.
  ///   - track: Its track.
  ///   - increasesCount: Whether to raise the count of tickets where it is needed.
  ///   - increasesItemCount: Whether to raise the count of items where it is needed.
  ///   - returnsItems: Whether what was called off goes back to what can be sold; the service does so by default.
  /// - Returns: The registrations that could not be set (status 207); empty when all were.
  public func setStatus(
    of registrations: [EventRegistrationID],
    to status: EventRegistration.Status,
    event id: EventID,
    track: EventTrackID,
    increasesCount: Bool? = nil,
    increasesItemCount: Bool? = nil,
    returnsItems: Bool? = nil
  ) async throws -> [EventRegistrationID] {
    var query = QueryItems()
    query.add("increase_count", increasesCount)
    query.add("increase_item_count", increasesItemCount)
    query.add("return_items_to_inventory", returnsItems)
    return try await set(
      .eventsSetRegistrationStatus, registrations, "registration_status", status.rawValue, id, track, query)
  }

  /// Sets how the payments of registrations stand. Registrations that cost nothing are passed over by the service, in silence.
  ///
  /// - Returns: The registrations that could not be set (status 207); empty when all were.
  public func setPaymentStatus(
    of registrations: [EventRegistrationID],
    to status: EventRegistration.PaymentStatus,
    event id: EventID,
    track: EventTrackID
  ) async throws -> [EventRegistrationID] {
    try await set(
      .eventsSetPaymentStatus, registrations, "payment_status", status.rawValue, id, track, QueryItems())
  }

  private func set(
    _ descriptor: OperationDescriptor,
    _ registrations: [EventRegistrationID],
    _ property: String,
    _ value: String,
    _ id: EventID,
    _ track: EventTrackID,
    _ query: QueryItems
  ) async throws -> [EventRegistrationID] {
    try InputCheck(descriptor.name).require(
      !registrations.isEmpty, "registration_ids", "is empty")
    let ids = JSONValue.array(registrations.map { .string($0.rawValue) })
    let operation = try APIOperation(
      descriptor, path: [id.rawValue, track.rawValue], query: query.items,
      body: JSONCoding.body(["registration_ids": ids, property: .string(value)])
    ) { response -> [EventRegistrationID] in
      // A 200 has no body.
      if response.body.isEmpty { return [] }
      let failures: FailedRegistrations = try JSONCoding.decode(response.body)
      return failures.ids
    }
    return try await pipeline.send(operation)
  }
}

private struct FailedRegistrations: Decodable {
  let ids: [EventRegistrationID]

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    ids = container.array(TextKey("failed_registration_ids")) ?? []
  }
}
