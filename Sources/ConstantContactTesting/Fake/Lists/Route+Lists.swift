extension Route {
  /// Contact lists.
  ///
  /// | behavior | source |
  /// |---|---|
  /// | deleting a list or tag is an activity and leaves the contacts; its `Location` is the activity | documented |
  /// | the name of a deleted list is free | assumed |
  /// | 1,000 lists; more are a 400 | documented; assumed |
  /// | deleting a contact takes it off its lists | documented |
  static let lists: [Route] = [
    Route("GET", "/contact_lists", privilege: "contacts:lists:read") { fake, call, _ in try fake.listLists(call) },
    Route("POST", "/contact_lists", privilege: "contacts:lists:write") { fake, call, _ in try fake.createList(call) },
    Route("GET", "/contact_lists/list_id_xrefs", privilege: "contacts:lists:read") { fake, call, _ in
      try fake.crossReferences(call, ids: fake.listRecords.map(\.id), name: "list_id")
    },
    Route("GET", "/contact_lists/{list_id}", privilege: "contacts:lists:read") { fake, call, ids in
      try fake.getList(call, id: ids[0])
    },
    Route("PUT", "/contact_lists/{list_id}", privilege: "contacts:lists:write") { fake, call, ids in
      try fake.replaceList(call, id: ids[0])
    },
    Route("DELETE", "/contact_lists/{list_id}", privilege: "contacts:lists:write") { fake, call, ids in
      try fake.deleteList(call, id: ids[0])
    },
  ]
}
