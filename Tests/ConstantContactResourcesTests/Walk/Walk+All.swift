extension Walk {
  /// Every step.
  static let all: [Step] =
    contacts + lists + customFields + tags + segments
    + campaigns + campaignActivities + activities
    + account + reports + social
    + events + automations + partner
}
