extension Shape {
  private static let value = Shape.text(max: 500)

  /// `TriggerDefDto` of the contract.
  static let trigger = Shape.object(
    [
      "type": value, "action_name": value, "engagement_level": value, "segment_id": value, "unique_by": value,
      "bounds": .object(["after": value, "before": value], required: []),
      "trigger_date": .object(
        ["date_field": value, "day_field": value, "month_field": value, "type": value], required: []),
      "parameters": .list(
        of: .object(
          [
            "operator": value, "parameter_name": value, "parameter_list_value": .list(of: value, max: 1_000),
            "parameter_string_value": value, "parameter_value": .anything, "rule": .anything, "type": value,
          ],
          required: []), max: 100),
    ],
    required: []
  )

  private static let tags = Shape.list(
    of: .object(["display_value": value, "key": value, "value": value], required: []), max: 100)

  /// `AutomationCampaignUpdate` of the contract. The definitions' many parts are stored as they are.
  static let automationUpdate = Shape.object(
    [
      "automation_flow": .object(
        [
          "id": value, "name": .text(min: 1, max: 255), "description": .text(max: 5_000), "structured_tags": tags,
          "status": .oneOf(["DRAFT", "ACTIVE", "PAUSED", "INACTIVE", "DELETED"]), "active_definition": .anything,
          "draft_definition": .anything, "name_explicitly_set": .boolean,
        ],
        required: [])
    ],
    required: ["automation_flow"]
  )
}
