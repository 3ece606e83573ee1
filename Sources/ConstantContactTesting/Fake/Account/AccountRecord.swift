/// The account's own data as the fake stores it.
struct AccountRecord: Sendable {
  struct Email: Sendable {
    let id: Int
    let address: String
    var isConfirmed: Bool
    var roles: [String]
    let confirmTime: JSON?

    var json: JSON {
      var members: [String: JSON] = [
        "email_id": .integer(id), "email_address": .string(address),
        "confirm_status": isConfirmed ? "CONFIRMED" : "UNCONFIRMED",
        "roles": .array(roles.map { .string($0) }), "pending_roles": [],
      ]
      members["confirm_time"] = confirmTime
      if isConfirmed { members["confirm_source_type"] = "SITE_OWNER" }
      return .object(members)
    }
  }

  var encodedID = "p07e1l9ks8cde"
  var encodedPartnerID: String?

  var summary: [String: JSON] = [
    "organization_name": "Sandbox, Inc.", "contact_email": "owner@example.com", "contact_phone": "+1 555 0100",
    "first_name": "Olivia", "last_name": "Owner", "country_code": "US", "state_code": "MA",
    "time_zone_id": "US/Eastern", "website": "https://www.example.com",
  ]
  var physicalAddress: JSON? = [
    "address_line1": "1 Sandbox Street", "city": "Waltham", "state_code": "MA", "postal_code": "02451",
    "country_code": "US",
  ]
  var emails: [Email] = []
}
