extension Walk {
  /// Every step.
  static let all: [Step] = contacts + lists + customFields + account + reports + social
}
