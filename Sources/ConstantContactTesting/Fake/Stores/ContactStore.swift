#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The account's contacts. One address belongs to one contact, deleted ones included, whatever the case of its letters.
struct ContactStore {
  private var byID: [String: ContactRecord] = [:]
  private var idsByAddress: [String: String] = [:]
  /// Ids in the order of creation: the sequence is the index.
  private(set) var ids: [String] = []

  var all: [ContactRecord] { ids.compactMap { byID[$0] } }
  var count: Int { ids.count }

  subscript(_ id: String) -> ContactRecord? { byID[id.lowercased()] }

  func holder(of address: String) -> ContactRecord? { idsByAddress[address.lowercased()].flatMap { byID[$0] } }

  /// Adds a contact with the next sequence number.
  mutating func add(id: String, now: Date, _ fill: (inout ContactRecord) throws -> Void) rethrows -> ContactRecord {
    var record = ContactRecord(id: id, sequence: ids.count, createdAt: now, updatedAt: now)
    try fill(&record)
    ids.append(id)
    save(record)
    return record
  }

  mutating func save(_ record: ContactRecord) {
    if let key = byID[record.id]?.key { idsByAddress[key] = nil }
    byID[record.id] = record
    if let key = record.key { idsByAddress[key] = record.id }
  }

  /// Changes every contact that needs it.
  mutating func changeAll(where test: (ContactRecord) -> Bool, _ change: (inout ContactRecord) -> Void) {
    for id in ids {
      guard var record = byID[id], test(record) else { continue }
      change(&record)
      save(record)
    }
  }

  /// Up to `limit` contacts after a sequence number, and whether more follow.
  func page(after: Int, limit: Int, where test: (ContactRecord) -> Bool) -> (records: [ContactRecord], hasMore: Bool) {
    var found: [ContactRecord] = []
    for index in max(after + 1, 0)..<max(ids.count, after + 1, 0) {
      guard let record = byID[ids[index]], test(record) else { continue }
      if found.count == limit { return (found, true) }
      found.append(record)
    }
    return (found, false)
  }

  func count(where test: (ContactRecord) -> Bool) -> Int {
    byID.values.count(where: test)
  }
}
