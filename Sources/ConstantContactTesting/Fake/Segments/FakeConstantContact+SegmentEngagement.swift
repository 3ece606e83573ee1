/// What the segments know of the contacts' reactions to campaigns.
extension FakeConstantContact {
  /// Returns the IDs of the contacts that fulfill a condition of the source `tracking`, or `nil` when the fake cannot tell.
  func engagedContacts(_ condition: SegmentCondition) -> Set<String>? { nil }

  /// Returns the IDs of the contacts with an engagement level, or `nil` when the fake cannot tell.
  func contacts(ofEngagementLevel level: String) -> Set<String>? { nil }
}
