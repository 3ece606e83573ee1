#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A record at one time. It shares its storage with the store and becomes JSON only when read.
enum Snapshot: Sendable {
  case contact(ContactRecord)
  case list(ListRecord)
  case customField(CustomFieldRecord)
  case tag(TagRecord)
  case segment(SegmentRecord)
  case json(JSON)

  var json: JSON {
    switch self {
    case .contact(let record): record.json(including: Set(ContactRecord.partNames))
    case .list(let record): record.json(membershipCount: nil)
    case .customField(let record): record.json
    case .tag(let record): record.json(contactsCount: nil)
    case .segment(let record): record.json
    case .json(let json): json
    }
  }

  var address: String? { if case .contact(let record) = self { record.email?.address } else { nil } }
}
