extension Route {
  static let segments: [Route] = [
    Route("GET", "/segments", privilege: "contacts:lists:read") { fake, call, _ in try fake.listSegments(call) },
    Route("POST", "/segments", privilege: "contacts:lists:write") { fake, call, _ in try fake.createSegment(call) },
    Route("GET", "/segments/{segment_id}", privilege: "contacts:lists:read") { fake, call, ids in
      try fake.getSegment(call, id: ids[0])
    },
    Route("PUT", "/segments/{segment_id}", privilege: "contacts:lists:write") { fake, call, ids in
      try fake.replaceSegment(call, id: ids[0])
    },
    Route("DELETE", "/segments/{segment_id}", privilege: "contacts:lists:write") { fake, call, ids in
      try fake.deleteSegment(call, id: ids[0])
    },
    Route("PATCH", "/segments/{segment_id}/name", privilege: "contacts:lists:write") { fake, call, ids in
      try fake.renameSegment(call, id: ids[0])
    },
  ]
}
