extension Walk {
  /// Every step.
  static let all: [Step] =
    contacts + lists + customFields + tags + segments
    + campaigns + campaignActivities
    + account
    + events
    + reports
    + social
}
