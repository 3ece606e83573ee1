internal import ConstantContactAuth
public import ConstantContactCore
internal import ConstantContactTransport

extension OperationDescriptor {
  /// `GET /events`
  public static let eventsList = events("list", .get, "/events", reading: true)
    .returning(.collection)
  /// `POST /events/default`
  public static let eventsCreate = events(
    "create", .post, "/events/default", success: [201], replay: .onlyIfNotSent
  )
  .checked(by: "EventsAPI/list(_:limit:pageSize:from:)", "lists the event if it was created")
  .returning(.object("event_id"))
  /// `GET /events/{event_id}`
  public static let eventsGet = events("get", .get, "/events/{event_id}", reading: true)
    .returning(.object("event_id"))
  /// `PATCH /events/{event_id}`
  public static let eventsUpdate = events("update", .patch, "/events/{event_id}", success: [204])
    .returning(.nothing)
  /// `POST /events/{event_id}/copy`
  public static let eventsCopy = events(
    "copy", .post, "/events/{event_id}/copy", success: [200, 207], replay: .onlyIfNotSent
  )
  .checked(by: "EventsAPI/list(_:limit:pageSize:from:)", "lists the copy if it was created")
  .returning(.object("event_id").orPartly(failing: "failed_campaign_activities"))
  /// `POST /events/{event_id}/check_in/tickets`
  public static let eventsCheckIn = events(
    "checkIn", .post, "/events/{event_id}/check_in/tickets", success: [204], replay: .onlyIfNotSent
  )
  .checked(by: "EventsAPI/registration(_:of:track:)", "shows the state of the tickets")
  .returning(.nothing)
  /// `POST /events/{event_id}/undo_check_in/tickets`
  public static let eventsUndoCheckIn = events(
    "undoCheckIn", .post, "/events/{event_id}/undo_check_in/tickets", success: [204], replay: .onlyIfNotSent
  )
  .checked(by: "EventsAPI/registration(_:of:track:)", "shows the state of the tickets")
  .returning(.nothing)
  /// `GET /events/{event_id}/tracks/{track_id}/registrations`
  public static let eventsRegistrations = events(
    "registrations", .get, "/events/{event_id}/tracks/{track_id}/registrations", reading: true
  )
  .returning(.collection)
  /// `GET /events/{event_id}/tracks/{track_id}/registrations/{registration_id}`
  public static let eventsRegistration = events(
    "registration", .get, "/events/{event_id}/tracks/{track_id}/registrations/{registration_id}", reading: true
  )
  .returning(.object("registration_id"))
  /// `PUT /events/{event_id}/tracks/{track_id}/registrations`
  public static let eventsSetRegistrationStatus = events(
    "setRegistrationStatus", .put, "/events/{event_id}/tracks/{track_id}/registrations", success: [200, 207],
    // It may return tickets to the inventory, which a second request might do again.
    replay: .onlyIfNotSent
  )
  .checked(
    by: "EventsAPI/registrations(of:track:_:limit:pageSize:from:)", "shows the status of the registrations"
  )
  .returning(.nothing.orPartly(failing: "failed_registration_ids"))
  /// `PUT /events/{event_id}/tracks/{track_id}/registrations/payment_status`
  public static let eventsSetPaymentStatus = events(
    "setPaymentStatus", .put, "/events/{event_id}/tracks/{track_id}/registrations/payment_status", success: [200, 207]
  )
  .returning(.nothing.orPartly(failing: "failed_registration_ids"))

  private static func events(
    _ name: String,
    _ method: TransportMethod,
    _ path: String,
    reading: Bool = false,
    success: [TransportStatus] = [200],
    replay: ReplayRule = .idempotent
  ) -> OperationDescriptor {
    OperationDescriptor(
      "events.\(name)", method, path, scope: .campaignData, privilege: reading ? .campaignRead : .campaignWrite,
      success: success, replay: replay)
  }
}
