extension Route {
  /// An operation that needs a partner's token and API key.
  static func partner(_ method: String, _ template: String, handler: @escaping Handler) -> Route {
    Route(method, template, scope: nil, privilege: nil) { fake, call, ids in
      try fake.checkPartner(call)
      return try handler(fake, call, ids)
    }
  }

  private static let customer = "/partner/accounts/{encoded_account_id}"

  static let partner: [Route] = [
    .partner("GET", "/partner/accounts") { fake, call, _ in try fake.listAccounts(call) },
    .partner("POST", "/partner/accounts") { fake, call, _ in try fake.provision(call) },
    .partner("GET", customer + "/plan") { fake, call, ids in try fake.getPlan(call, account: ids[0]) },
    .partner("PUT", customer + "/plan") { fake, call, ids in try fake.setPlan(call, account: ids[0]) },
    .partner("PUT", customer + "/status/cancel") { fake, call, ids in try fake.cancelAccount(call, account: ids[0]) },
    .partner("POST", customer + "/account_operations/sync") { fake, call, ids in
      try fake.proxy(call, account: ids[0])
    },
    .partner("POST", customer + "/users/sso") { fake, call, ids in try fake.addUser(call, account: ids[0]) },
    .partner("POST", customer + "/contacts/unsubscribe") { fake, call, ids in
      try fake.unsubscribe(call, account: ids[0])
    },
  ]
}
