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

  /// `ContactPutRequest` of the contract, with `create_source`, which the vendor's own unsubscribe example sends along.
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

  /// `ListInput` of the contract.
  static let list = Shape.object(
    ["name": .text(max: 255), "favorite": .boolean, "description": .text(max: .max)],
    required: ["name"]
  )

  /// `CustomFieldRequest` of the contract.
  static let customFieldPost = Shape.object(
    [
      "label": .text(max: 50),
      "type": .oneOf([
        "string", "date", "datetime", "currency", "text_area", "number", "boolean", "single_select", "multi_select",
      ]),
      "metadata": .object(
        [
          "display_type": .oneOf(["dropdown", "checkbox", "radio"]), "allow_negative": .boolean,
          "decimal_places": .integer(0...4), "currency_code": .text(max: 3), "integer": .boolean,
          "display_format": .text(max: 50),
        ],
        required: []
      ),
      "choices": .list(of: choice(withID: false), max: 100),
      "version": .integer(1...2),
    ],
    required: ["label", "type"]
  )

  /// `CustomFieldPutRequest` of the contract.
  static let customFieldPut = Shape.object(
    ["label": .text(max: 50), "choices": .list(of: choice(withID: true), max: 100)],
    required: ["label"]
  )

  private static let source = Shape.oneOf(["Account", "Contact"])

  private static func choice(withID: Bool) -> Shape {
    var members: [String: Shape] = ["choice_label": .text(max: 255), "display_order": .integer(0...1_000)]
    if withID { members["choice_id"] = .integer(0...Int.max) }
    return .object(members, required: ["choice_label"])
  }

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
          "choice_ids": .list(of: .anything, max: 100),
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
    "street_addresses": .list(
      of: .object(
        [
          "kind": .oneOf(["home", "work", "other"]), "street": .text(max: 255), "city": .text(max: 50),
          "state": .text(max: 50), "postal_code": .text(max: 50), "country": .text(max: 50),
        ],
        required: ["kind"]
      ),
      max: 3
    ),
    "list_memberships": .list(of: .text(max: 36), max: 50),
    "taggings": .list(of: .text(max: 36), max: 50),
    "notes": .list(
      of: .object(
        ["note_id": .text(max: 36), "created_at": .anything, "content": .text(max: 2_000)],
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
              "sms_consent_permission": .oneOf(["pending_confirmation", "opt_out", "explicit", "not_set"]),
              "consent_type": .oneOf(["promotional_sms", "transactional_sms"]),
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
