extension Route {
  private static let read = ("account_read", "account:read")
  private static let update = ("account_update", "account:update")

  static let account: [Route] = [
    Route("GET", "/account/user/privileges", scope: nil, privilege: nil) { fake, call, _ in
      try fake.getPrivileges(call)
    },
    Route("GET", "/account/summary", scope: read.0, privilege: read.1) { fake, call, _ in try fake.getSummary(call) },
    Route("PUT", "/account/summary", scope: update.0, privilege: update.1) { fake, call, _ in
      try fake.updateSummary(call)
    },
    Route("GET", "/account/summary/physical_address", scope: read.0, privilege: read.1) { fake, call, _ in
      try fake.getPhysicalAddress(call)
    },
    Route("POST", "/account/summary/physical_address", scope: update.0, privilege: update.1) { fake, call, _ in
      try fake.setPhysicalAddress(call, isNew: true)
    },
    Route("PUT", "/account/summary/physical_address", scope: update.0, privilege: update.1) { fake, call, _ in
      try fake.setPhysicalAddress(call, isNew: false)
    },
    Route("GET", "/account/emails", scope: read.0, privilege: read.1) { fake, call, _ in
      try fake.listAccountEmails(call)
    },
    Route("POST", "/account/emails", scope: update.0, privilege: update.1) { fake, call, _ in
      try fake.addAccountEmail(call)
    },
  ]
}
