#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The account's contacts. An address belongs to one contact, deleted ones included, and is compared case-insensitively.
struct ContactStore {
  /// In the order of creation: a contact's sequence number is its index.
  private var records: [ContactRecord] = []
  private var indexByID: [String: Int] = [:]
  private var indexByAddress: [String: Int] = [:]
  private var indexByNumber: [String: Int] = [:]

  var all: [ContactRecord] { records }
  var ids: some RandomAccessCollection<String> { records.lazy.map(\.id) }
  var count: Int { records.count }

  subscript(_ id: String) -> ContactRecord? { (indexByID[id] ?? indexByID[id.lowercased()]).map { records[$0] } }

  func holder(of address: String) -> ContactRecord? { indexByAddress[address.lowercased()].map { records[$0] } }

  /// Returns the contact with an SMS number, which includes its dial code.
  func holder(ofNumber number: String) -> ContactRecord? { indexByNumber[number].map { records[$0] } }

  /// Adds a contact with the next sequence number. One with the same ID is replaced.
  mutating func add(id: String, now: Date, _ fill: (inout ContactRecord) throws -> Void) rethrows -> ContactRecord {
    let sequence = indexByID[id] ?? records.count
    var record = ContactRecord(id: id, sequence: sequence, createdAt: now, updatedAt: now)
    try fill(&record)
    if sequence < records.count { save(record) } else { append(record) }
    return record
  }

  /// Adds a contact whose sequence number is the count.
  mutating func append(_ record: ContactRecord) {
    indexByID[record.id] = records.count
    records.append(record)
    register(record)
  }

  mutating func reserve(_ count: Int) {
    let total = records.count + count
    records.reserveCapacity(total)
    indexByID.reserveCapacity(total)
    indexByAddress.reserveCapacity(total)
  }

  mutating func save(_ record: ContactRecord) {
    let old = records[record.sequence]
    if let key = old.key, key != record.key, indexByAddress[key] == old.sequence { indexByAddress[key] = nil }
    if let number = old.number, number != record.number, indexByNumber[number] == old.sequence {
      indexByNumber[number] = nil
    }
    records[record.sequence] = record
    register(record)
  }

  private mutating func register(_ record: ContactRecord) {
    if let key = record.key { indexByAddress[key] = record.sequence }
    if let number = record.number { indexByNumber[number] = record.sequence }
  }

  /// Changes the contacts that fulfill a condition. The change concerns neither addresses nor numbers.
  mutating func changeAll(where test: (ContactRecord) -> Bool, _ change: (inout ContactRecord) -> Void) {
    for index in records.indices where test(records[index]) { change(&records[index]) }
  }

  func filter(_ test: (ContactRecord) -> Bool) -> [ContactRecord] { records.filter(test) }

  /// Returns up to `limit` contacts after a sequence number, and whether more follow.
  func page(after: Int, limit: Int, where test: (ContactRecord) -> Bool) -> (records: [ContactRecord], hasMore: Bool) {
    var found: [ContactRecord] = []
    // The number is part of a cursor that the client sent: any integer.
    guard after < records.count else { return (found, false) }
    for index in (max(after, -1) + 1)..<max(records.count, max(after, -1) + 1) where test(records[index]) {
      if found.count == limit { return (found, true) }
      found.append(records[index])
    }
    return (found, false)
  }

  func count(where test: (ContactRecord) -> Bool) -> Int { records.count(where: test) }

  /// Returns how many contacts that fulfill a condition have each ID in a sub-resource.
  func counts(of part: String, where test: (ContactRecord) -> Bool) -> [String: Int] {
    var counts: [String: Int] = [:]
    for record in records where test(record) {
      for id in Set((record.parts[part] ?? []).compactMap(\.string)) { counts[id, default: 0] += 1 }
    }
    return counts
  }
}
