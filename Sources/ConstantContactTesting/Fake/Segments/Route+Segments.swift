extension Route {
  /// Segments.
  ///
  /// | behavior | source |
  /// |---|---|
  /// | the contacts of a segment: 202 first, then 200 | documented |
  /// | segments: by name ascending or date descending; criteria of at most 20,000 characters with `and` at the top, 500 campaigns and 1,825 days | documented |
  /// | the form of a condition: `source`, `field`, `op`, and `value` or `const_value` with `param` | documented by example |
  /// | `list_membership` and `tags` by `list_id` and `tag_id`; `contact` by the names of its properties, or a custom field's ID | assumed |
  /// | operators `eq`, `not-eq`, `contains-any`, `starts-with`, `gt`, `between`, `is-empty` and their like; case is ignored | assumed |
  /// | dates by `const_value` `last-n-days` and `today` | assumed |
  /// | deleted contacts are in no segment | assumed |
  /// | other fields and operators, and reactions to campaigns that the fake does not know: 501 | – |
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
