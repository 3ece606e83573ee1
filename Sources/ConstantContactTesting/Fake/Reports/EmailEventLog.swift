#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The one log that all email reports are computed from, and the events whose time has not come.
struct EmailEventLog: Sendable {
  typealias Event = FakeConstantContact.EmailEvent

  private(set) var events: [Event] = []
  private var indicesByActivity: [String: [Int]] = [:]
  private var indicesByContact: [String: [Int]] = [:]
  /// Latest first, so that the next one is taken from the end.
  private var planned: [Event] = []
  private var linksByActivity: [String: [(id: Int, url: String)]] = [:]
  private var lastLinkID = 1_100_000_000_000

  mutating func append(_ event: Event) {
    indicesByActivity[event.activity, default: []].append(events.count)
    indicesByContact[event.contact, default: []].append(events.count)
    events.append(event)
  }

  mutating func plan(_ more: [Event]) {
    // Sorting is stable, so that equal dates keep their order after both reversals.
    planned = (planned.reversed() + more).sorted { $0.date < $1.date }.reversed()
  }

  mutating func takePlanned(until date: Date) -> [Event] {
    var taken: [Event] = []
    while let next = planned.last, next.date <= date {
      taken.append(next)
      planned.removeLast()
    }
    return taken
  }

  /// The positions in the log of an activity's events, oldest first.
  func indices(ofActivity id: String) -> [Int] { indicesByActivity[id] ?? [] }

  /// The positions in the log of a contact's events, oldest first.
  func indices(ofContact id: String) -> [Int] { indicesByContact[id] ?? [] }

  func contacts(of kind: Event.Kind, inActivity id: String) -> Set<String> {
    Set(indices(ofActivity: id).lazy.map { events[$0] }.filter { $0.kind == kind }.map(\.contact))
  }

  mutating func add(links urls: [String], toActivity id: String) {
    for url in urls where linkID(of: url, inActivity: id) == nil {
      lastLinkID += 1
      linksByActivity[id, default: []].append((lastLinkID, url))
    }
  }

  func links(ofActivity id: String) -> [(id: Int, url: String)] { linksByActivity[id] ?? [] }

  func linkID(of url: String, inActivity id: String) -> Int? { links(ofActivity: id).first { $0.url == url }?.id }
}
