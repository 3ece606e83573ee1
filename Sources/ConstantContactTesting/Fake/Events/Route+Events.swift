extension Route {
  private static let scope = "campaign_data"
  private static let read = "campaign:read"
  private static let write = "campaign:write"
  private static let registrations = "/events/{event_id}/tracks/{track_id}/registrations"

  static let events: [Route] = [
    Route("GET", "/events", scope: scope, privilege: read) { fake, call, _ in try fake.listEvents(call) },
    Route("POST", "/events/default", scope: scope, privilege: write) { fake, call, _ in try fake.createEvent(call) },
    Route("GET", "/events/{event_id}", scope: scope, privilege: read) { fake, call, ids in
      try fake.getEvent(call, id: ids[0])
    },
    Route("PATCH", "/events/{event_id}", scope: scope, privilege: write) { fake, call, ids in
      try fake.patchEvent(call, id: ids[0])
    },
    Route("POST", "/events/{event_id}/copy", scope: scope, privilege: write) { fake, call, ids in
      try fake.copyEvent(call, id: ids[0])
    },
    Route("POST", "/events/{event_id}/check_in/tickets", scope: scope, privilege: write) { fake, call, ids in
      try fake.checkIn(call, event: ids[0], isUndo: false)
    },
    Route("POST", "/events/{event_id}/undo_check_in/tickets", scope: scope, privilege: write) { fake, call, ids in
      try fake.checkIn(call, event: ids[0], isUndo: true)
    },
    Route("GET", registrations, scope: scope, privilege: read) { fake, call, ids in
      try fake.listRegistrations(call, event: ids[0], track: ids[1])
    },
    Route("PUT", registrations, scope: scope, privilege: write) { fake, call, ids in
      try fake.setRegistrationStatus(call, event: ids[0], track: ids[1])
    },
    Route("PUT", registrations + "/payment_status", scope: scope, privilege: write) { fake, call, ids in
      try fake.setPaymentStatus(call, event: ids[0], track: ids[1])
    },
    Route("GET", registrations + "/{registration_id}", scope: scope, privilege: read) { fake, call, ids in
      try fake.getRegistration(call, event: ids[0], track: ids[1], id: ids[2])
    },
  ]
}
