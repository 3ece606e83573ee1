extension Route {
  /// Tags.
  ///
  /// | behavior | source |
  /// |---|---|
  /// | deleting a tag is an activity and removes it from all contacts | documented |
  /// | counts do not include deleted contacts | assumed |
  static let tags: [Route] = [
    Route("GET", "/contact_tags", privilege: "contacts:read") { fake, call, _ in try fake.listTags(call) },
    Route("POST", "/contact_tags", privilege: "contacts:write") { fake, call, _ in try fake.createTag(call) },
    Route("GET", "/contact_tags/{tag_id}", privilege: "contacts:read") { fake, call, ids in
      try fake.getTag(call, id: ids[0])
    },
    Route("PUT", "/contact_tags/{tag_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.renameTag(call, id: ids[0])
    },
    Route("DELETE", "/contact_tags/{tag_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.deleteTag(call, id: ids[0])
    },
  ]
}
