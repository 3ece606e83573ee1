extension Route {
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
