#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The account's contacts. An address belongs to one contact, deleted ones included, and is compared case-insensitively.
struct ContactStore {
  private var byID: [String: ContactRecord] = [:]
  private var idsByAddress: [String: String] = [:]
  /// IDs in the order of creation: the sequence is the index.
  private(set) var ids: [String] = []

  var all: [ContactRecord] { ids.compactMap { byID[$0] } }
  var count: Int { ids.count }

  subscript(_ id: String) -> ContactRecord? { byID[id.lowercased()] }

  func holder(of address: String) -> ContactRecord? { idsByAddress[address.lowercased()].flatMap { byID[$0] } }

  func holder(ofNumber number: String) -> ContactRecord? { byID.values.first { $0.number == number } }

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

  /// Changes the contacts that fulfill a condition.
  mutating func changeAll(where test: (ContactRecord) -> Bool, _ change: (inout ContactRecord) -> Void) {
    for id in ids {
      guard var record = byID[id], test(record) else { continue }
      change(&record)
      save(record)
    }
  }

  /// Returns up to `limit` contacts after a sequence number, and whether more follow.
  func page(after: Int, limit: Int, where test: (ContactRecord) -> Bool) -> (records: [ContactRecord], hasMore: Bool) {
    var found: [ContactRecord] = []
    // The number is part of a cursor that the client sent: any integer.
    guard after < ids.count else { return (found, false) }
    for id in ids[(max(after, -1) + 1)...] {
      guard let record = byID[id], test(record) else { continue }
      if found.count == limit { return (found, true) }
      found.append(record)
    }
    return (found, false)
  }

  func count(where test: (ContactRecord) -> Bool) -> Int {
    byID.values.count(where: test)
  }
}
