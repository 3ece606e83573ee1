internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Waits for the activities of an import, and reads the imported contacts.
struct ImportFollower {
  private(set) var state: ImportState
  private let client: ConstantContact
  private let options: BulkImport.Options
  private var time: TimeSource { client.configuration.time }

  /// How often contacts are read while some of them are missing, and the pause before that: a search index may lag behind.
  private static let maximumReadings = 2
  private static let pause: Duration = .seconds(60)

  init(_ work: BulkImport, _ state: ImportState) {
    (self.state, client, options) = (state, work.client, work.options)
  }

  // MARK: Activities

  mutating func waitForActivities() async throws {
    let waiting = state.chunks.indices.filter { if case .queued = state.chunks[$0] { true } else { false } }
    let counts = state.plan.chunks.map(\.count)
    let total = counts.reduce(0, +)
    var meter = WorkProgressMeter(
      total: total, completed: total - waiting.reduce(0) { $0 + counts[$1] }, time: time)
    for chunk in waiting {
      guard case .queued(let queued) = state.chunks[chunk] else { continue }
      var last: BulkActivity?
      do {
        for try await activity in client.activities.progress(of: queued.id, polling: options.polling) {
          last = activity
        }
      } catch let error as ConstantContactError where error.code == .notFound {
        last = nil
      }
      try state.noteEnded(chunk, last)
      meter.advance(by: counts[chunk])
      options.progress?(BulkImport.Progress(step: .waiting, work: meter.progress))
    }
  }

  // MARK: Contacts

  /// Finds the verdicts of the rows of the ended activities.
  mutating func reconcile() async throws {
    let ended = state.chunks.indices.filter { if case .ended = state.chunks[$0] { true } else { false } }
    guard !ended.isEmpty else { return }
    var found: [Int: ImportRowCode] = [:]
    let dated = ended.filter { end(of: $0)?.queued.createdAt != nil }
    if options.reconciles, !dated.isEmpty {
      for reading in 1...Self.maximumReadings {
        found = try await read(dated)
        if reading == Self.maximumReadings || dated.allSatisfy({ isExplained($0, found) }) { break }
        try await time.sleep(for: Self.pause)
      }
    }
    for chunk in ended {
      let isRead = options.reconciles && dated.contains(chunk)
      try state.noteVerdicts(chunk, isRead ? verdicts(of: chunk, found) : unread(chunk))
    }
  }

  private func end(of chunk: Int) -> ImportState.Ended? {
    if case .ended(let ended) = state.chunks[chunk] { ended } else { nil }
  }

  private func unread(_ chunk: Int) -> [ImportRowCode] {
    let code = end(of: chunk)?.isCompleted == true ? ImportRowCode.notReconciled : .failedActivity
    return state.positions(ofChunk: chunk).map { _ in code }
  }

  /// Reads the contacts that have changed since the first of the activities started, and returns the verdicts of the rows among them.
  private func read(_ chunks: [Int]) async throws -> [Int: ImportRowCode] {
    let starts = chunks.compactMap { end(of: $0)?.queued.createdAt }
    guard let first = starts.min() else { return [:] }
    var filter = ContactFilter(statuses: [.all])
    // The filter excludes its own second.
    filter.updatedAfter = first.addingTimeInterval(-2)
    var meter = WorkProgressMeter(total: chunks.reduce(0) { $0 + state.plan.chunks[$1].count }, time: time)
    var found: [Int: ImportRowCode] = [:]
    for try await page in client.contacts.list(filter).pages {
      for contact in page.elements {
        guard let position = ImportKey(contact).flatMap({ state.plan.positions[$0] }), found[position] == nil,
          state.plan.rows.codes[position] == .pending, let chunk = chunk(of: position),
          let start = end(of: chunk)?.queued.createdAt, let code = Self.code(of: contact, since: start)
        else { continue }
        found[position] = code
        meter.advance()
      }
      options.progress?(BulkImport.Progress(step: .reconciling, work: meter.progress))
    }
    return found
  }

  /// What a contact shows about its row; `nil` when it has not changed since the activity started.
  private static func code(of contact: Contact, since start: Date) -> ImportRowCode? {
    guard let updated = contact.updatedAt?.date, updated >= start else { return nil }
    switch contact.state {
    case .deleted: return .deleted
    case .unsubscribed: return .unsubscribed
    default: break
    }
    guard let created = contact.createdAt?.date else { return nil }
    return created >= start ? .created : .updated
  }

  /// The chunk of a row, by binary search.
  private func chunk(of position: Int) -> Int? {
    var range = 0..<state.plan.chunks.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let chunk = state.plan.chunks[middle]
      if position < chunk.start {
        range = range.lowerBound..<middle
      } else if position >= chunk.end {
        range = middle + 1..<range.upperBound
      } else {
        return middle
      }
    }
    return nil
  }

  /// Whether the number of missing rows is that of the errors which the activity reported.
  private func isExplained(_ chunk: Int, _ found: [Int: ImportRowCode]) -> Bool {
    guard let ended = end(of: chunk), ended.isCompleted else { return true }
    let positions = state.positions(ofChunk: chunk)
    return positions.count { found[$0] == nil } <= ended.failed ?? 0
  }

  private func verdicts(of chunk: Int, _ found: [Int: ImportRowCode]) -> [ImportRowCode] {
    guard let ended = end(of: chunk) else { return [] }
    let positions = state.positions(ofChunk: chunk)
    let missing = positions.count { found[$0] == nil }
    let missingCode: ImportRowCode
    if !ended.isCompleted {
      missingCode = .failedActivity
    } else if missing > 0, missing == ended.failed {
      missingCode = .rejectedByAPI
    } else {
      missingCode = .notFound
    }
    // More contacts changed than were imported: some were changed by others, and it is not known which.
    let hasOthers = ended.isCompleted && missing < ended.failed ?? 0
    return positions.map { position in
      let code = found[position] ?? missingCode
      return code == .updated && hasOthers ? .changedByOthers : code
    }
  }
}
