extension Shape {
  private static let address = Shape.object(
    [
      "address_type": .text(max: 50), "line1": .text(max: 80), "line2": .text(max: 80), "city": .text(max: 80),
      "country": .text(max: 128), "country_code": .text(max: 2), "create_time": .anything,
      "last_update_time": .anything, "latitude": .anything, "longitude": .anything, "location_name": .text(max: 100),
      "postal_code": .text(max: 25), "state": .text(max: 80), "state_code": .text(max: 2),
    ],
    required: []
  )

  private static let contact = Shape.object(
    [
      "create_time": .anything, "last_update_time": .anything, "email_address": .text(max: 128),
      "from_email_address": .text(max: 128), "name": .text(max: 100), "organization_name": .text(max: 255),
      "phone_number": .text(min: 1, max: 25),
    ],
    required: []
  )

  private static let meeting = Shape.object(
    [
      "create_time": .anything, "last_update_time": .anything, "enabled_flag": .boolean,
      "instructions": .text(max: 5_000),
      "label": .text(max: 255), "provider_type": .text(max: 50), "url": .text(max: 2_000),
    ],
    required: []
  )

  private static let track = Shape.object(
    [
      "campaign_activity_id": .anything, "conf_email_campaign_activity_id": .anything, "create_time": .anything,
      "last_update_time": .anything, "track_id": .anything, "items": .anything, "items_header": .text(max: 255),
      "media_assets": .list(of: .anything, max: 100), "overall_ticket_capacity": .integer(0...1_000_000_000),
      "platform_fee_scope_type": .text(max: 50), "promo_codes": .list(of: .anything, max: 1_000),
      "reg_manually_closed_flag": .boolean, "registration_end_time": .text(max: 40),
      "registration_type": .text(max: 50), "restrict_to_single_ticket_flag": .boolean,
      "tickets_header": .text(max: 255),
    ],
    required: []
  )

  /// `EventDto` of the contract, of which PATCH takes any part. Read-only properties are ignored.
  static let eventPatch = Shape.object(
    [
      "description": .text(max: 600), "title": .text(max: 100), "name": .text(min: 1, max: 100), "event_id": .anything,
      "campaign_id": .anything, "event_start": .text(max: 40), "event_end": .text(max: 40),
      "event_type": .text(max: 50), "eso": .anything, "contact": contact, "create_time": .anything,
      "active_time": .anything, "cancelled_time": .anything, "deleted_time": .anything, "last_update_time": .anything,
      "address": address, "currency_type": .text(min: 3, max: 3), "default_track": track,
      "display_contact_flag": .boolean, "display_end_time_flag": .boolean, "display_on_calendar_flag": .boolean,
      "display_time_zone_flag": .boolean, "event_calendar_url": .anything, "event_metadata": .anything,
      "event_code": .text(max: 50), "event_promotions": .anything, "event_settings": .anything,
      "event_widget_url": .anything, "failed_campaign_activities": .anything, "location_type": .text(max: 50),
      "notify_owner_on_reg": .boolean, "online_meeting": meeting, "registration_url": .anything,
      "status": .oneOf(["DRAFT", "ACTIVE", "COMPLETE", "CANCELLED", "DELETED"]), "time_zone": .text(max: 64),
      "time_zone_abbreviation": .anything,
    ],
    required: []
  )

  /// The properties of an event that a PATCH sets.
  static let eventProperties: Set<String> = [
    "description", "title", "name", "event_start", "event_end", "event_type", "currency_type", "display_contact_flag",
    "display_end_time_flag", "display_on_calendar_flag", "display_time_zone_flag", "event_code", "location_type",
    "notify_owner_on_reg", "time_zone",
  ]

  /// The properties of a track that a PATCH sets.
  static let trackProperties: Set<String> = [
    "items_header", "media_assets", "overall_ticket_capacity", "platform_fee_scope_type", "promo_codes",
    "reg_manually_closed_flag", "registration_end_time", "registration_type", "restrict_to_single_ticket_flag",
    "tickets_header",
  ]

  /// `EventCopyRequestDto` of the contract.
  static let eventCopy = Shape.object(
    ["target_event_name": .text(min: 1, max: 100), "source_campaign_activities": .list(of: .text(max: 36), max: 100)],
    required: ["target_event_name"]
  )

  /// `OrderTicketKeysRequestDto` of the contract.
  static let ticketKeys = Shape.object(
    ["order_ticket_keys": .list(of: .text(min: 1, max: 100), min: 1, max: 1_000)], required: ["order_ticket_keys"])

  /// `RegistrationStatusUpdateRequestDto` of the contract.
  static let registrationStatus = Shape.object(
    [
      "registration_ids": .list(of: .text(min: 1, max: 100), min: 1, max: 1_000),
      "registration_status": .oneOf(["PENDING", "REGISTERED", "CANCELED", "EXPIRED", "IN_PROGRESS", "FAILED"]),
    ],
    required: ["registration_ids", "registration_status"]
  )

  /// `PaymentStatusUpdateRequestDto` of the contract.
  static let paymentStatus = Shape.object(
    [
      "registration_ids": .list(of: .text(min: 1, max: 100), min: 1, max: 1_000),
      "payment_status": .text(min: 1, max: 50),
    ],
    required: ["registration_ids", "payment_status"]
  )
}
