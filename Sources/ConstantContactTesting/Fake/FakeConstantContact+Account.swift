/// The account that the contacts are in.
extension FakeConstantContact {
  func answerAccount(_ call: Call) throws -> Reply {
    let isRead = call.method == "GET"
    switch Array(call.segments.dropFirst(2)) {
    case ["summary"] where isRead:
      try authorize(call, scope: "account_read")
      return Reply(
        200,
        [
          "encoded_account_id": "p07e1l9ks8cde", "organization_name": "Sandbox, Inc.",
          "contact_email": "owner@example.com",
          "contact_phone": "+1 555 0100", "first_name": "Olivia", "last_name": "Owner", "country_code": "US",
          "state_code": "MA", "time_zone_id": "US/Eastern", "website": "https://www.example.com",
        ])
    case ["user", "privileges"] where isRead:
      try authorize(call, scope: nil)
      let names = [
        "account:read", "account:update", "contacts:read", "contacts:write", "contacts:lists:read",
        "contacts:lists:write",
        "campaign:read", "campaign:write", "campaign:send", "campaign:metrics:read",
      ]
      return Reply(
        200,
        .array(
          names.enumerated().map { index, name in
            ["privilege_id": .integer(7_000 + index), "privilege_name": .string(name)]
          }))
    default:
      try authorize(call, scope: isRead ? "account_read" : "account_update")
      return try unknownPath(call)
    }
  }
}
