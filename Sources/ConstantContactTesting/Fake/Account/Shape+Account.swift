extension Shape {
  /// `CustomerPut` of the contract.
  static let accountSummary = Shape.object(
    [
      "contact_email": .text(max: 80), "contact_phone": .text(max: 25), "country_code": .text(max: 2),
      "encoded_account_id": .anything, "first_name": .text(max: 80), "last_name": .text(max: 80),
      "organization_name": .text(max: 80), "organization_phone": .text(max: 25), "state_code": .text(max: 3),
      "time_zone_id": .text(max: 64), "website": .text(max: 255),
    ],
    required: []
  )

  /// `AccountPhysicalAddress` of the contract.
  static let physicalAddress = Shape.object(
    [
      "address_line1": .text(min: 1, max: 80), "address_line2": .text(min: 1, max: 80),
      "address_line3": .text(min: 1, max: 80), "city": .text(max: 80), "state_code": .text(max: 2),
      "state_name": .text(max: 80), "postal_code": .text(max: 25), "country_code": .text(max: 2),
    ],
    required: ["address_line1", "city", "country_code"]
  )

  /// `AccountEmailInput` of the contract.
  static let accountEmail = Shape.object(["email_address": .text(min: 1, max: 80)], required: ["email_address"])
}
