extension Route {
  /// Contacts and sign-up forms.
  ///
  /// | behavior | source |
  /// |---|---|
  /// | search by address: 200 with an empty array when no contact has it; deleted ones hidden unless `status` includes them | documented |
  /// | addresses compared case-insensitively | assumed |
  /// | 409 for an address that any contact has, a deleted or unsubscribed one included; three wordings | support, users |
  /// | `create_source` required on POST, `update_source` on PUT; one of names, address, SMS channel on POST | documented |
  /// | lengths and counts; 50 custom fields per contact (one page says 25) | documented |
  /// | unknown properties and parameters, malformed addresses, unknown list, tag, field and choice IDs: 400 | assumed |
  /// | the same custom field twice in one request: 400 | assumed |
  /// | permission `implicit` when POST omits it | assumed |
  /// | PUT removes omitted properties, keeps omitted sub-resources, replaces given ones, revives deleted contacts | documented |
  /// | PUT without `email_address` removes the address; without `permission_to_send` keeps the permission | assumed |
  /// | PUT with `list_memberships: []` takes the contact off all lists | assumed |
  /// | reviving needs `update_source: Account` | documented |
  /// | 400 for raising the permission of a contact that opted out itself | assumed |
  /// | a sign-up form creates (201) or partly updates (200), adds lists and fields, sets `explicit` | documented |
  /// | a sign-up form's phone has the kind `other`; phone and address replace those of the same kind | assumed |
  /// | a sign-up form cannot set choice fields: it has no `choice_ids` | contract |
  /// | a resubscribe email is sent once, then 409; 409 for a contact that is not unsubscribed | documented; assumed |
  /// | an opt-out by a link in an email does not move `updated_at` | assumed |
  /// | sub-resources only when included; POST and PUT return all of them | documented |
  /// | `job_title`, `company_name` null, other empty properties missing | users |
  /// | DELETE of a deleted contact: 404. GET of a deleted contact, list or segment by ID: 200 | assumed |
  /// | V2 IDs count from 1,000,000,000 in the order of creation; unknown ones are left out | assumed |
  /// | `updated_after` and its siblings exclude the given instant | assumed |
  /// | `segment_id` with any other parameter than `limit`: 400; more than 25 lists or 50 tags: 400 | documented |
  /// | an SMS channel with the same number keeps its ID; each changed consent is a row of the history | assumed |
  static let contacts: [Route] = [
    Route("GET", "/contacts", privilege: "contacts:read") { fake, call, _ in try fake.listContacts(call) },
    Route("POST", "/contacts", privilege: "contacts:write") { fake, call, _ in try fake.createContact(call) },
    Route("POST", "/contacts/sign_up_form", privilege: "contacts:write") { fake, call, _ in try fake.signUp(call) },
    Route("GET", "/contacts/counts", privilege: "contacts:read") { fake, call, _ in try fake.countContacts(call) },
    Route("GET", "/contacts/contact_id_xrefs", privilege: "contacts:read") { fake, call, _ in
      try fake.contactCrossReferences(call)
    },
    Route("PUT", "/contacts/resubscribe/{contact_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.resubscribe(call, id: ids[0])
    },
    Route("GET", "/contacts/sms_engagement_history/{contact_id}", privilege: "contacts:read") { fake, call, ids in
      try fake.smsHistory(call, id: ids[0])
    },
    Route("GET", "/contacts/{contact_id}", privilege: "contacts:read") { fake, call, ids in
      try fake.getContact(call, id: ids[0])
    },
    Route("PUT", "/contacts/{contact_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.replaceContact(call, id: ids[0])
    },
    Route("DELETE", "/contacts/{contact_id}", privilege: "contacts:write") { fake, call, ids in
      try fake.deleteContact(call, id: ids[0])
    },
  ]
}
