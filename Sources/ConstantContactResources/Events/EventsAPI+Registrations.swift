public import ConstantContactCore
internal import ConstantContactTransport

extension EventsAPI {
  /// Lists the registrations of an event.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - id: The event.
  ///   - track: The event's track: ``EventDetails/defaultTrack``.
  ///   - filter: The registrations to list, and their order; all by default.
  ///   - limit: The maximum number of registrations to deliver; all by default.
  ///   - pageSize: The number of registrations per request; the API's default when `nil`. Constant Contact documents no
  ///     limit.
  ///   - cursor: Where to continue; the filter is then that of the cursor.
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

  /// Returns a registration with its form fields, tickets and order.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - registration: The registration.
  ///   - id: The event.
  ///   - track: The event's track.
  /// - Throws: ``ConstantContactError`` with code `notFound` when the registration does not exist.
  public func registration(
    _ registration: EventRegistrationID,
    of id: EventID,
    track: EventTrackID
  ) async throws -> EventRegistration {
    try await pipeline.send(
      .json(.eventsRegistration, path: [id.rawValue, track.rawValue, registration.rawValue]))
  }

  /// Sets the status of registrations.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - registrations: The registrations, at least one.
  ///   - status: The new status.
  ///   - id: The event.
  ///   - track: The event's track.
  ///   - increasesCount: Whether to raise the ticket capacity if needed.
  ///   - increasesItemCount: Whether to raise the item quantity if needed.
  ///   - returnsItems: Whether canceled items return to the inventory; the API does so by default.
  /// - Returns: The registrations that could not be set (status 207); empty when all were.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when `registrations` is empty.
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

  /// Sets the payment status of registrations. The API ignores registrations that are free of charge.
  ///
  /// See [the API guide](https://developer.constantcontact.com/api_guide/index.html).
  ///
  /// - Parameters:
  ///   - registrations: The registrations, at least one.
  ///   - status: The new payment status.
  ///   - id: The event.
  ///   - track: The event's track.
  /// - Returns: The registrations that could not be set (status 207); empty when all were.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when `registrations` is empty.
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
    let ids = RawJSON.array(registrations.map { .string($0.rawValue) })
    let operation = try APIOperation(
      descriptor, path: [id.rawValue, track.rawValue], query: query.items,
      body: JSONCoding.body(["registration_ids": ids, property: .string(value)])
    ) { response -> [EventRegistrationID] in
      // A 200 has no body.
      if response.body.isEmpty && response.status != 207 { return [] }
      let failures: FailedRegistrations = try JSONCoding.decode(response.body)
      return failures.ids
    }
    return try await pipeline.send(operation)
  }
}

private struct FailedRegistrations: Decodable {
  let ids: [EventRegistrationID]

  init(from decoder: any Decoder) throws {
    // Strictly: a registration that is missing here would count as set.
    let container = try decoder.container(keyedBy: TextKey.self)
    ids = try container.decodeIfPresent([EventRegistrationID].self, forKey: "failed_registration_ids") ?? []
  }
}
