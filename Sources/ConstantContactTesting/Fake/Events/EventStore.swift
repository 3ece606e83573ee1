#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The events in the order of creation, deleted ones included.
struct EventStore: Sendable {
  private(set) var all: [EventRecord] = []
  private var indexes: [String: Int] = [:]

  func index(of id: String) -> Int? { indexes[id.lowercased()] }

  subscript(_ index: Int) -> EventRecord {
    get { all[index] }
    set { all[index] = newValue }
  }

  mutating func append(_ event: EventRecord) {
    indexes[event.id] = all.count
    all.append(event)
  }

  /// Whether an event that is not deleted has a name, compared exactly.
  func isTaken(_ name: String, except index: Int? = nil) -> Bool {
    all.indices.contains { $0 != index && all[$0].name == name && all[$0].status != "DELETED" }
  }
}
