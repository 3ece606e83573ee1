extension Shape {
  /// `EmailCampaignComplete` of the contract.
  static let campaign = Shape.object(
    [
      "name": .text(min: 1, max: 80),
      "email_campaign_activities": .list(
        of: .object(
          [
            "format_type": .integer(1...5), "from_name": .text(min: 1, max: 100), "from_email": .text(min: 1, max: 80),
            "reply_to_email": .text(min: 1, max: 80), "subject": .text(min: 1, max: 1_000),
            "preheader": .text(max: 200), "html_content": .text(min: 1, max: 150_000),
            "physical_address_in_footer": footerAddress,
          ],
          required: ["format_type", "from_name", "from_email", "reply_to_email", "subject", "html_content"]
        ),
        min: 1,
        max: 1
      ),
    ],
    required: ["name", "email_campaign_activities"]
  )

  /// `EmailCampaignName` of the contract.
  static let campaignName = Shape.object(["name": .text(min: 1, max: 80)], required: ["name"])

  /// `EmailCampaignActivity` of the contract, with its read-only properties.
  static let campaignActivity = Shape.object(
    [
      "campaign_activity_id": .anything, "campaign_id": .anything, "role": .anything, "current_status": .anything,
      "format_type": .anything, "permalink_url": .anything, "document_id": .anything, "document_properties": .anything,
      "contact_list_ids": .list(of: .text(max: 36), max: 1_000),
      "segment_ids": .list(of: .integer(0...Int(Int32.max)), max: 1),
      "from_name": .text(min: 1, max: 100), "from_email": .text(min: 1, max: 80),
      "reply_to_email": .text(min: 1, max: 80), "subject": .text(min: 1, max: 1_000), "preheader": .text(max: 200),
      "html_content": .text(min: 1, max: 150_000), "physical_address_in_footer": footerAddress,
    ],
    required: ["from_name", "from_email", "reply_to_email", "subject"]
  )

  /// `EmailScheduleInput` of the contract.
  static let emailSchedule = Shape.object(["scheduled_date": .text(min: 1, max: 40)], required: ["scheduled_date"])

  /// `EmailTestSendInput` of the contract.
  static let emailTest = Shape.object(
    ["email_addresses": .list(of: .text(min: 1, max: 80), min: 1, max: 5), "personal_message": .text(max: 10_000)],
    required: ["email_addresses"]
  )

  /// `ResendToNonOpenersInput` of the contract.
  static let nonOpenerResend = Shape.object(
    [
      "resend_subject": .text(min: 1, max: 1_000), "delay_days": .integer(1...10),
      "delay_minutes": .integer(720...14_400),
    ],
    required: ["resend_subject"]
  )

  /// `ABTestData` of the contract.
  static let abTest = Shape.object(
    [
      "alternative_subject": .text(min: 1, max: 1_000), "test_size": .integer(5...50),
      "winner_wait_duration": .integer(6...48),
    ],
    required: ["alternative_subject", "test_size", "winner_wait_duration"]
  )

  /// `EmailPhysicalAddress` of the contract. Its required properties are checked after merging.
  private static let footerAddress = Shape.object(
    [
      "address_line1": .text(min: 1, max: 255), "address_line2": .text(max: 255), "address_line3": .text(max: 255),
      "address_optional": .text(max: 255), "city": .text(max: 255), "country_code": .text(min: 2, max: 2),
      "country_name": .anything, "organization_name": .text(min: 1, max: 255), "postal_code": .text(max: 50),
      "state_code": .text(max: 2), "state_name": .anything, "state_non_us_name": .text(max: 255),
    ],
    required: []
  )
}
