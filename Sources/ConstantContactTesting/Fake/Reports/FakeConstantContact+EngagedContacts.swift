#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The reactions to campaigns as the criteria of segments with the source `tracking` name them.
extension FakeConstantContact {
  /// Returns the IDs of the contacts that fulfill a condition, or `nil` for one that the fake does not know.
  ///
  /// The API documents `not_opened`, `last-n-campaigns` and the limits. The other names are assumed.
  ///
  /// - Parameters:
  ///   - field: `sent`, `opened`, `not_opened`, `clicked`, `not_clicked`, `forwarded`, `bounced` or `opted_out`.
  ///   - constant: `last-n-campaigns` or `last-n-days`; `nil` for the campaigns with the given IDs.
  ///   - number: The number of campaigns or days.
  ///   - ids: The IDs of campaigns or activities.
  func contacts(reacting field: String, constant: String?, number: Int, ids: [String]) -> Set<String>? {
    let sent = campaigns.records.compactMap { record in
      record.isRemoved ? nil : record.lastSentAt.map { (record: record, date: $0) }
    }
    .sorted { ($0.date, $0.record.sequence) > ($1.date, $1.record.sequence) }
    let chosen =
      switch constant {
      case "last-n-campaigns": Array(sent.prefix(max(0, number)))
      case "last-n-days": sent.filter { now.timeIntervalSince($0.date) <= Double(number) * 86_400 }
      case nil: sent.filter { ids.contains($0.record.id) || !Set(ids).isDisjoint(with: $0.record.sentActivityIDs) }
      default: nil as [(record: CampaignRecord, date: Date)]?
      }
    guard let chosen else { return nil }
    let activities = chosen.flatMap(\.record.sentActivityIDs)
    func contacts(_ kind: EmailEvent.Kind) -> Set<String> {
      activities.reduce(into: []) { $0.formUnion(emailLog.contacts(of: kind, inActivity: $1)) }
    }
    switch field {
    case "sent": return contacts(.send)
    case "opened": return contacts(.open)
    case "not_opened": return contacts(.send).subtracting(contacts(.open))
    case "clicked": return contacts(.click)
    case "not_clicked": return contacts(.send).subtracting(contacts(.click))
    case "forwarded": return contacts(.forward)
    case "bounced": return contacts(.bounce)
    case "opted_out": return contacts(.optOut)
    default: return nil
    }
  }
}
