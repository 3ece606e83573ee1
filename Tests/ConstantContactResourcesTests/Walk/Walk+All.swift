extension Walk {
  /// Every step.
  static let all: [Step] = contacts + lists + customFields + campaigns + campaignActivities + activities
}
