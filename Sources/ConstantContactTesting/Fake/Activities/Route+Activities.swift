extension Route {
  static let activities: [Route] = [
    Route("GET", "/activities", privilege: "contacts:write") { fake, call, _ in try fake.listActivities(call) },
    Route("GET", "/activities/{activity_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.getActivity(call, id: ids[0])
    },
  ]
}
