extension Shape {
  /// `Provision` of the contract.
  static let provision = Shape.object(
    [
      "contact_email": .text(min: 3, max: 80), "contact_phone": .text(min: 5, max: 25),
      "country_code": .text(min: 2, max: 3), "organization_name": .text(min: 1, max: 50),
      "organization_phone": .text(min: 5, max: 25), "state_code": .text(max: 3), "time_zone_id": .text(max: 64),
      "website": .text(max: 255), "login_name": .text(min: 6, max: 50), "password": .text(min: 8, max: 80),
      "first_name": .text(min: 2, max: 80), "last_name": .text(min: 2, max: 80), "partner_account_id": .text(max: 80),
      "billing_locale": .text(max: 10), "managed_site_owner": .boolean, "enable_single_billing": .boolean,
      "gdpr_opt_out": .boolean, "external_id": .text(max: 255), "external_provider": .text(max: 80),
    ],
    required: ["contact_email", "country_code", "state_code", "login_name"]
  )

  /// `PlanInfo` of the contract.
  static let plan = Shape.object(
    [
      "plan_type": .oneOf(["TRIAL", "GOLD", "SILVER", "BRONZE"]), "plan_group_id": .integer(0...Int(Int32.max)),
      "billing_day_of_month": .integer(1...31),
    ],
    required: ["plan_type"]
  )

  /// `AccountCancellation` of the contract.
  static let cancellation = Shape.object(
    ["reason_id": .integer(0...1_000), "effective_date": .text(max: 40)], required: ["reason_id"])

  /// `SSOUser` of the contract.
  static let ssoUser = Shape.object(
    [
      "first_name": .text(min: 1, max: 80), "last_name": .text(min: 1, max: 80),
      "role_name": .oneOf(["account_manager", "campaign_creator"]), "contact_email": .text(min: 3, max: 80),
      "login_name": .text(min: 1, max: 50), "external_id": .text(min: 1, max: 255),
      "external_provider": .text(min: 1, max: 80),
    ],
    required: [
      "first_name", "last_name", "role_name", "contact_email", "login_name", "external_id", "external_provider",
    ]
  )

  /// The body of an unsubscription.
  static let partnerUnsubscription = Shape.object(
    [
      "email_addresses": .list(of: .text(min: 1, max: 80), max: 500),
      "update_source": .oneOf(["Account", "Contact", "System"]), "opt_out_reason": .text(max: 255),
      "delete_contacts": .boolean, "global_unsubscribe": .boolean,
    ],
    required: ["update_source"]
  )

  private static func pairs(_ name: String) -> Shape {
    .list(
      of: .object([name + "_key": .text(min: 1, max: 200), name + "_value": .text(max: 2_000)], required: []), max: 100)
  }

  /// `PartnerAccountOperationsRequest` of the contract.
  static let proxiedOperation = Shape.object(
    [
      "account_operation_url": .text(min: 1, max: 2_000),
      "account_operation_method": .oneOf(["GET", "POST", "PUT", "PATCH", "DELETE"]),
      "account_operation_payload": .text(max: 1_000_000), "account_operation_query_parameters": pairs("query_param"),
      "account_operation_path_parameters": pairs("path_param"), "account_operation_headers": pairs("header"),
    ],
    required: ["account_operation_url", "account_operation_method"]
  )
}
