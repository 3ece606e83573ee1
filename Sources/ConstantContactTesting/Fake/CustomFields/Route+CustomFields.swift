extension Route {
  /// Custom fields.
  ///
  /// | behavior | source |
  /// |---|---|
  /// | choice fields take `choice_ids`, `single_select` one of them; a label in `value` alone: 400 | documented; assumed |
  /// | deleting a choice removes it from contacts | assumed |
  static let customFields: [Route] = [
    Route("GET", "/contact_custom_fields", privilege: "contacts:read") { fake, call, _ in
      try fake.listCustomFields(call)
    },
    Route("POST", "/contact_custom_fields", privilege: "contacts:write") { fake, call, _ in
      try fake.createCustomField(call)
    },
    Route("GET", "/contact_custom_fields/{custom_field_id}", privilege: "contacts:read") { fake, call, ids in
      try fake.getCustomField(call, id: ids[0])
    },
    Route("PUT", "/contact_custom_fields/{custom_field_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.replaceCustomField(call, id: ids[0])
    },
    Route("DELETE", "/contact_custom_fields/{custom_field_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.deleteCustomField(call, id: ids[0])
    },
  ]
}
