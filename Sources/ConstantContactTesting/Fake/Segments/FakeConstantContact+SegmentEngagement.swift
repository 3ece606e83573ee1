#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the segments know of the contacts' reactions to campaigns.
///
/// | behavior | source |
/// |---|---|
/// | `tracking` with `not_opened`, `contains-any` and `last-n-campaigns` | documented |
/// | `sent`, `opened`, `clicked`, `bounced`, `forwarded`; `last-n-days`; the IDs of campaigns or their activities as values | assumed |
/// | `contains-any`: in at least one of the campaigns; `not_opened` only where an email was sent | assumed |
extension FakeConstantContact {
  /// Returns the IDs of the contacts that fulfill a condition of the source `tracking`, or `nil` when the fake cannot tell.
  func engagedContacts(_ condition: SegmentCondition) -> Set<String>? {
    let kinds: [String: EmailEvent.Kind] = [
      "sent": .send, "opened": .open, "not_opened": .open, "clicked": .click, "bounced": .bounce, "forwarded": .forward,
    ]
    guard condition.comparison == "contains-any", let kind = kinds[condition.field],
      let activities = trackedActivities(condition)
    else { return nil }
    return activities.reduce(into: []) { contacts, activity in
      let engaged = emailLog.contacts(of: kind, inActivity: activity)
      let isNegated = condition.field == "not_opened"
      contacts.formUnion(
        isNegated ? emailLog.contacts(of: .send, inActivity: activity).subtracting(engaged) : engaged)
    }
  }

  /// The activities of the sent campaigns that a condition is about.
  private func trackedActivities(_ condition: SegmentCondition) -> [String]? {
    let sent = campaigns.records.compactMap { record in record.lastSentAt.map { (record: record, date: $0) } }
      .sorted { $0.date > $1.date }
    let number = condition.parameter.flatMap { Int($0) }
    switch (condition.constant, number) {
    case ("last-n-campaigns", let number?):
      return sent.prefix(max(0, number)).flatMap(\.record.sentActivityIDs)
    case ("last-n-days", let number?):
      let start = now.addingTimeInterval(-86_400 * Double(number))
      return sent.filter { $0.date >= start }.flatMap(\.record.sentActivityIDs)
    case (nil, _):
      return sent.flatMap { sent in
        sent.record.sentActivityIDs.filter { condition.values.contains($0) || condition.values.contains(sent.record.id) }
      }
    default: return nil
    }
  }

  /// Returns the IDs of the contacts with an engagement level, or `nil` when the fake cannot tell.
  func contacts(ofEngagementLevel level: String) -> Set<String>? { nil }
}
