extension Shape {
  static let permissions = [
    "implicit", "explicit", "pending_confirmation", "unsubscribed", "temp_hold", "not_set",
  ]

  /// `ContactPostRequest` of the contract.
  static let contactPost = Shape.object(
    contactCore.merging([
      "create_source": source,
      "email_address": .object(
        ["address": .text(max: 80), "permission_to_send": .oneOf(permissions)],
        required: ["address"]
      ),
    ]) { $1 },
    required: ["create_source"]
  )

  /// `ContactPutRequest` of the contract, with `create_source`, which the guide's unsubscribe example sends too.
  static let contactPut = Shape.object(
    contactCore.merging([
      "update_source": source,
      "create_source": source,
      "email_address": .object(
        [
          "address": .text(max: 80), "permission_to_send": .oneOf(permissions), "opt_out_reason": .text(max: 255),
          "created_at": .anything, "updated_at": .anything, "opt_in_date": .anything, "opt_out_source": .anything,
          "opt_out_date": .anything, "confirm_status": .anything,
        ],
        required: ["address"]
      ),
    ]) { $1 },
    required: ["update_source"]
  )

  /// `ContactCreateOrUpdateInput` of the contract.
  static let signUpForm = Shape.object(
    [
      "email_address": .text(max: 50),
      "first_name": .text(max: 50),
      "last_name": .text(max: 50),
      "job_title": .text(max: 50),
      "company_name": .text(max: 50),
      "birthday_month": .integer(1...12),
      "birthday_day": .integer(1...31),
      "anniversary": .text(max: 10),
      "phone_number": .text(max: 25),
      "street_address": streetAddress,
      "list_memberships": .list(of: .text(max: 36), min: 1, max: 50),
      "custom_fields": .list(
        of: .object(["custom_field_id": .text(max: 36), "value": .text(max: 255)], required: ["custom_field_id"]),
        max: 50
      ),
      "sms_channel": .object(
        [
          "sms_address": .text(max: 20), "dial_code": .text(max: 5), "country_code": .text(max: 2),
          "sms_channel_consents": .list(
            of: .object(
              [
                "sms_consent_permission": smsPermission, "consent_type": consentType,
                "consent_medium_type": .text(max: 255), "consent_medium_url": .text(max: 2_000),
                "consent_medium_details": .text(max: 255), "advertised_frequency": .integer(0...1_000),
                "advertised_interval": .oneOf(["daily", "weekly", "monthly"]),
              ],
              required: [
                "sms_consent_permission", "consent_type", "consent_medium_type", "consent_medium_url",
                "consent_medium_details",
              ]
            ),
            max: 10
          ),
        ],
        required: ["sms_address", "dial_code", "country_code", "sms_channel_consents"]
      ),
    ],
    required: ["list_memberships"]
  )

  /// `ContactResubscribeRequest` of the contract.
  static let resubscription = Shape.object(
    ["list_ids": .list(of: .text(max: 36), max: 50)],
    required: ["list_ids"]
  )

  private static let source = Shape.oneOf(["Account", "Contact"])
  private static let smsPermission = Shape.oneOf(["pending_confirmation", "opt_out", "explicit", "not_set"])
  private static let consentType = Shape.oneOf(["promotional_sms", "transactional_sms"])
  private static let streetAddress = Shape.object(
    [
      "kind": .oneOf(["home", "work", "other"]), "street": .text(max: 255), "city": .text(max: 50),
      "state": .text(max: 50), "postal_code": .text(max: 50), "country": .text(max: 50),
    ],
    required: ["kind"]
  )

  private static let contactCore: [String: Shape] = [
    "first_name": .text(max: 50),
    "last_name": .text(max: 50),
    "job_title": .text(max: 50),
    "company_name": .text(max: 50),
    "birthday_month": .integer(1...12),
    "birthday_day": .integer(1...31),
    "anniversary": .text(max: 10),
    "custom_fields": .list(
      of: .object(
        [
          "custom_field_id": .text(max: 36), "value": .text(max: 255),
          "choice_ids": .list(of: .text(max: 36), max: 100),
        ],
        required: ["custom_field_id"]
      ),
      max: 50
    ),
    "phone_numbers": .list(
      of: .object(
        ["phone_number": .text(max: 25), "kind": .oneOf(["home", "work", "mobile", "other"])],
        required: []
      ),
      max: 3
    ),
    "street_addresses": .list(of: streetAddress, max: 3),
    "list_memberships": .list(of: .text(max: 36), max: 50),
    "taggings": .list(of: .text(max: 36), max: 50),
    "notes": .list(
      of: .object(
        ["note_id": .text(max: 36), "created_at": .text(max: 40), "content": .text(max: 2_000)],
        required: ["content"]
      ),
      max: 150
    ),
    "sms_channel": .object(
      [
        "full_sms_address": .text(max: 20),
        "sms_channel_consents": .list(
          of: .object(
            [
              "sms_consent_permission": smsPermission,
              "consent_type": consentType,
              "consent_medium_details": .text(max: 255),
            ],
            required: ["consent_type", "sms_consent_permission"]
          ),
          max: 10
        ),
      ],
      required: ["full_sms_address", "sms_channel_consents"]
    ),
  ]
}
