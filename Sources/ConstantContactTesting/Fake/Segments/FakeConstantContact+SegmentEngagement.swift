/// What the segments know of the contacts' reactions to campaigns.
///
/// | behavior | source |
/// |---|---|
/// | `not_opened`, `contains-any`, `last-n-campaigns`, at most 500 campaigns and 1,825 days | documented |
/// | the other fields and `last-n-days`; the IDs of campaigns or their activities as values | assumed |
/// | `contains-any`: in at least one of the campaigns; `not_opened`: received and opened none of them | assumed |
extension FakeConstantContact {
  /// Returns the IDs of the contacts that fulfill a condition of the source `tracking`, or `nil` when the fake cannot tell.
  func engagedContacts(_ condition: SegmentCondition) -> Set<String>? {
    guard condition.comparison == "contains-any" else { return nil }
    return contacts(
      reacting: condition.field, constant: condition.constant, number: condition.parameter.flatMap { Int($0) } ?? 0,
      ids: condition.values)
  }

  /// Returns the IDs of the contacts with an engagement level, or `nil` when the fake cannot tell.
  func contacts(ofEngagementLevel level: String) -> Set<String>? { nil }
}
