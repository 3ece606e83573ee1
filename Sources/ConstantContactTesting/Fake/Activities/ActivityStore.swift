#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The account's activities in the order of creation.
struct ActivityStore: Sendable {
  private(set) var records: [ActivityRecord] = []
  private var indexByID: [String: Int] = [:]
  /// The indices of activities that have not ended, in the order of creation.
  private var unfinished: [Int] = []
  var plannedEnds: [(path: String?, end: FakeConstantContact.ActivityEnd)] = []

  /// The number of activities that wait or run.
  var queued: Int { unfinished.count }

  func index(of id: String) -> Int? { indexByID[id.lowercased()] }

  mutating func add(_ record: ActivityRecord) {
    indexByID[record.id] = records.count
    unfinished.append(records.count)
    records.append(record)
  }

  /// Returns the index of the next activity that has ended by now, the earliest first.
  func nextDue(at elapsed: Duration) -> Int? {
    let due = unfinished.filter { records[$0].ends <= elapsed }
    return due.min { (records[$0].ends, $0) < (records[$1].ends, $1) }
  }

  mutating func finish(_ index: Int, _ result: ActivityResult) {
    unfinished.removeAll { $0 == index }
    records[index].result = result
  }

  func isUnfinished(_ index: Int) -> Bool { records[index].result == nil }

  mutating func takePlannedEnd(for path: String) -> FakeConstantContact.ActivityEnd? {
    guard let index = plannedEnds.firstIndex(where: { $0.path == nil || $0.path == path }) else { return nil }
    return plannedEnds.remove(at: index).end
  }
}
