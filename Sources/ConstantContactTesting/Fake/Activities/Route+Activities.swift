extension Route {
  /// Bulk activities.
  ///
  /// | behavior | source |
  /// |---|---|
  /// | 201 with the state `initialized`, then `processing`, then `completed`, `failed`, `cancelled` or `timed_out` | documented |
  /// | an activity waits ``FakeConstantContact/Configuration/activityDelay`` and runs \
  /// ``FakeConstantContact/Configuration/activityDuration``, independently of others | assumed |
  /// | all of its work is done at its end; a cancelled, failed or timed-out one has done none | assumed |
  /// | `percent_done` grows evenly from 1 to 99, and is 100 when completed | assumed |
  /// | 429 above 1,000 activities that wait or run; the key `contacts.api.too_many_activities` | documented; assumed |
  /// | lists cover ten days; without `state` they contain activities of all states | documented; assumed |
  /// | an import reads the first 4 MB (4,000,000 bytes) and 40,000 lines and drops the rest silently | documented |
  /// | the lists of an import are read even if they follow the dropped part | assumed |
  /// | an import's key is the email address, or the SMS number; new contacts are `implicit` by `Account` | documented |
  /// | of existing contacts only the given values change; opted-out ones are not added to lists | documented |
  /// | a deleted contact in an import is restored with its permission | assumed |
  /// | several rows of one contact are merged, the later value counts | assumed |
  /// | refused and correctable: a malformed address or date, neither name nor address | documented |
  /// | refused and not correctable: too long values, more than 25 custom fields, 3 phones or 3 addresses, \
  /// malformed SMS numbers, explicit SMS permission without a date, more than 50 lists | assumed |
  /// | `activity_errors` names the row and the reason, at most 100 of them | assumed |
  /// | custom fields by name; an unknown name is an error and does not refuse the row; choices by label | documented; assumed |
  /// | unknown columns of a CSV file are ignored; a file without `email` and `sms_number` fails | assumed |
  /// | 415 for an import without multipart, or a file whose name does not end with `.csv` | documented |
  /// | an export contains all contacts that are not deleted; `removed` those that are | assumed |
  /// | the titles of an export's columns, dates in ISO 8601, lists and tags by name with commas | assumed |
  /// | an export's file: 404 before completion and after ``FakeConstantContact/Configuration/exportLifetime`` | assumed |
  /// | which filters of an export and which sources of a change exclude each other | documented |
  /// | unknown IDs of lists, tags and segments in a source or target: 400 | assumed |
  /// | unknown IDs of what is to be deleted: an entry of `activity_errors` | assumed |
  /// | sources by `engagement_level`: 501, unless ``FakeConstantContact/contacts(ofEngagementLevel:)`` knows them | – |
  static let activities: [Route] =
    [
      bulk("contacts_json_import") { fake, call in try fake.importJSON(call) },
      bulk("contacts_file_import") { fake, call in try fake.importCSV(call) },
      bulk("contact_exports") { fake, call in try fake.exportContacts(call) },
      bulk("contact_delete") { fake, call in try fake.deleteContacts(call) },
      bulk("add_list_memberships") { fake, call in try fake.changeMemberships(call, add: true) },
      bulk("remove_list_memberships") { fake, call in try fake.changeMemberships(call, add: false) },
      bulk("contacts_taggings_add") { fake, call in try fake.changeTaggings(call, add: true) },
      bulk("contacts_taggings_remove") { fake, call in try fake.changeTaggings(call, add: false) },
      bulk("list_delete") { fake, call in
        try fake.queueActivity(.deleteLists(call.ids(.listDeletion, "list_ids")), call)
      },
      bulk("contacts_tags_delete") { fake, call in
        try fake.queueActivity(.deleteTags(call.ids(.tagDeletion, "tag_ids")), call)
      },
      bulk("custom_fields_delete") { fake, call in
        try fake.queueActivity(.deleteFields(call.ids(.fieldDeletion, "custom_field_ids")), call)
      },
    ]
    + [
      Route("GET", "/activities", privilege: "contacts:write") { fake, call, _ in try fake.listActivities(call) },
      Route("GET", "/activities/{activity_id}", privilege: "contacts:write") { fake, call, ids in
        try fake.getActivity(call, id: ids[0])
      },
      Route("GET", "/contact_exports/{file_export_id}", privilege: "contacts:write") { fake, call, ids in
        try fake.getExport(call, id: ids[0])
      },
    ]

  private static func bulk(
    _ name: String, _ handler: @escaping @Sendable (isolated FakeConstantContact, Call) throws -> Reply
  ) -> Route {
    Route("POST", "/activities/\(name)", privilege: "contacts:write") { fake, call, _ in
      try call.requireNoParameters()
      return try handler(fake, call)
    }
  }
}

extension Call {
  /// Returns the IDs in a property of the body.
  func ids(_ shape: Shape, _ name: String) throws -> [String] { try json(shape).ids(name) }

  /// The path below `/v3`.
  var path: String { "/" + segments.dropFirst().joined(separator: "/") }
}

extension JSON {
  /// Returns the IDs in a property, in lower case.
  func ids(_ name: String) -> [String] { (self[name]?.array ?? []).compactMap { $0.string?.lowercased() } }
}
