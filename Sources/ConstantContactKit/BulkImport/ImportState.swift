internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What is known about an import: the plan, the state of each chunk, and the verdicts. Every change is in the manifest first.
struct ImportState: Sendable {
  /// An activity of a chunk.
  struct Queued: Sendable {
    let id: BulkActivityID
    /// The date of its creation by the API's clock.
    var createdAt: Date?
  }

  /// The end of a chunk's activity.
  struct Ended: Sendable {
    let queued: Queued
    let isCompleted: Bool
    /// The number of rows that it reported as failed; `nil` when it reported none and not zero either.
    let failed: Int?
  }

  enum ChunkState: Sendable {
    case planned
    /// The request may have been sent, after this date by this computer's clock.
    case sending(Date)
    case queued(Queued)
    case ended(Ended)
    /// The verdicts of its rows are known.
    case settled(BulkActivityID?)
  }

  private(set) var plan: ImportPlan
  private(set) var chunks: [ChunkState]
  /// Distinguishes the files of this import from those of any other.
  let token: String
  private let journal: ImportJournal

  var rows: ImportRows { plan.rows }

  /// Adopts the state that the journal has, or writes the plan to it.
  init(plan: ImportPlan, journal: ImportJournal) throws {
    (self.plan, self.journal) = (plan, journal)
    guard let first = journal.records.first else {
      token = UUID().uuidString.split(separator: "-").suffix(2).joined().lowercased()
      chunks = [ChunkState](repeating: .planned, count: plan.chunks.count)
      try journal.append(record)
      return
    }
    guard first.kind == .plan, let token = first.token, Self.isPlain(token) else { throw ImportJournal.damaged }
    guard first.version == ImportRecord.version else {
      throw ManifestFailure(description: "is of another version of the library")
    }
    guard first.fingerprint == plan.fingerprint, first.rows == plan.rows.codes.count else {
      throw BulkImport.error(
        "the manifest belongs to other contacts or options: pass the same ones, or another manifest", field: "manifest")
    }
    self.token = token
    guard first.format == plan.encoder.format.rawValue else {
      throw BulkImport.error("the manifest was written for another format", field: "manifest")
    }
    guard let codes = ImportRowCode.codes(in: first.codes ?? "", count: plan.rows.codes.count),
      codes.allSatisfy(\.isLocal), let ranges = Self.ranges(first.chunks ?? [], in: codes)
    else { throw ImportJournal.damaged }
    self.plan.rows.adopt(codes)
    self.plan.chunks = ranges
    chunks = [ChunkState](repeating: .planned, count: ranges.count)
    for record in journal.records.dropFirst() { try adopt(record) }
  }

  var hasChunksToSend: Bool {
    chunks.contains {
      switch $0 {
      case .planned, .sending: true
      default: false
      }
    }
  }

  /// The activities in the order of the chunks.
  var activities: [BulkActivityID] {
    chunks.compactMap {
      switch $0 {
      case .planned, .sending: nil
      case .queued(let queued): queued.id
      case .ended(let ended): ended.queued.id
      case .settled(let id): id
      }
    }
  }

  /// The name of a chunk's file, which no other activity has.
  func fileName(ofChunk chunk: Int) -> String { Self.fileName(token: token, chunk: chunk) }

  static func fileName(token: String, chunk: Int) -> String { "import-\(token)-\(chunk + 1).csv" }

  /// The positions of a chunk's rows that are sent.
  func positions(ofChunk chunk: Int) -> [Int] {
    (plan.chunks[chunk].start..<plan.chunks[chunk].end).filter { plan.rows.codes[$0] == .pending }
  }

  // MARK: Changes

  mutating func noteSending(_ chunk: Int, at date: Date) throws {
    var record = ImportRecord(.sending, chunk: chunk)
    record.time = date.timeIntervalSince1970
    try note(record)
  }

  mutating func noteQueued(_ chunk: Int, _ activity: BulkActivity) throws {
    var record = ImportRecord(.queued, chunk: chunk)
    record.activity = activity.id.rawValue
    record.created = activity.createdAt?.text
    try note(record)
  }

  mutating func noteUnsent(_ chunk: Int) throws { try note(ImportRecord(.unsent, chunk: chunk)) }

  mutating func noteLost(_ chunk: Int) throws { try note(ImportRecord(.lost, chunk: chunk)) }

  mutating func noteRefused(_ chunk: Int, _ reason: String) throws {
    var record = ImportRecord(.refused, chunk: chunk)
    record.message = String(reason.prefix(500))
    try note(record)
  }

  /// - Parameter activity: The activity in its final state; `nil` when it no longer exists.
  mutating func noteEnded(_ chunk: Int, _ activity: BulkActivity?) throws {
    var record = ImportRecord(.ended, chunk: chunk)
    record.state = activity?.state?.kind.rawValue ?? BulkActivity.State.Kind.unknown.rawValue
    record.created = activity?.createdAt?.text
    if let counts = activity?.counts, counts.errors != nil || counts.correctable != nil {
      let (sum, overflow) = max(counts.errors ?? 0, 0).addingReportingOverflow(max(counts.correctable ?? 0, 0))
      record.failed = overflow ? .max : sum
    }
    try note(record)
  }

  /// - Parameter codes: The verdicts of ``positions(ofChunk:)``.
  mutating func noteVerdicts(_ chunk: Int, _ codes: [ImportRowCode]) throws {
    var record = ImportRecord(.verdicts, chunk: chunk)
    record.codes = ImportRowCode.text(codes)
    try note(record)
  }

  private mutating func note(_ record: ImportRecord) throws {
    try journal.append(record)
    try adopt(record)
  }

  // MARK: Records

  private var record: ImportRecord {
    var record = ImportRecord(.plan)
    record.version = ImportRecord.version
    record.fingerprint = plan.fingerprint
    record.rows = plan.rows.codes.count
    record.format = plan.encoder.format.rawValue
    record.token = token
    record.codes = ImportRowCode.text(plan.rows.codes)
    record.chunks = plan.chunks.map { [$0.start, $0.end, $0.count] }
    return record
  }

  /// Changes the state by a record.
  ///
  /// - Throws: When the record does not fit the state: the manifest is damaged.
  private mutating func adopt(_ record: ImportRecord) throws {
    guard let chunk = record.chunk, chunks.indices.contains(chunk) else { throw ImportJournal.damaged }
    switch (record.kind, chunks[chunk]) {
    case (.sending, .planned), (.sending, .sending):
      guard let time = record.time, time.isFinite else { throw ImportJournal.damaged }
      chunks[chunk] = .sending(Date(timeIntervalSince1970: time))
    case (.unsent, .sending): chunks[chunk] = .planned
    case (.queued, .sending):
      guard let id = record.activity, Self.isPlain(id) else { throw ImportJournal.damaged }
      chunks[chunk] = .queued(
        Queued(id: BulkActivityID(id), createdAt: record.created.flatMap { Timestamp(text: $0).date }))
    case (.refused, .sending):
      for position in positions(ofChunk: chunk) {
        plan.rows.set(.refused, reason: record.message ?? "", at: position)
      }
      chunks[chunk] = .settled(nil)
    case (.lost, .sending):
      for position in positions(ofChunk: chunk) { plan.rows.set(.lostResponse, at: position) }
      chunks[chunk] = .settled(nil)
    case (.ended, .queued(var queued)):
      queued.createdAt = queued.createdAt ?? record.created.flatMap { Timestamp(text: $0).date }
      let isCompleted = record.state == BulkActivity.State.Kind.completed.rawValue
      chunks[chunk] = .ended(Ended(queued: queued, isCompleted: isCompleted, failed: record.failed))
    case (.verdicts, .ended(let ended)):
      let positions = positions(ofChunk: chunk)
      guard let codes = ImportRowCode.codes(in: record.codes ?? "", count: positions.count) else {
        throw ImportJournal.damaged
      }
      for (position, code) in zip(positions, codes) { plan.rows.set(code, at: position) }
      chunks[chunk] = .settled(ended.queued.id)
    default: throw ImportJournal.damaged
    }
  }

  /// The chunks of a plan; `nil` unless they are in order and hold all rows to send.
  private static func ranges(_ numbers: [[Int]], in codes: [ImportRowCode]) -> [ImportPlan.Chunk]? {
    var chunks: [ImportPlan.Chunk] = []
    var end = 0
    for triple in numbers {
      guard triple.count == 3, triple[0] == end, triple[1] > triple[0], triple[1] <= codes.count else { return nil }
      let count = codes[triple[0]..<triple[1]].count { $0 == .pending }
      guard count == triple[2], count > 0 else { return nil }
      chunks.append(ImportPlan.Chunk(start: triple[0], end: triple[1], count: count))
      end = triple[1]
    }
    return codes[end...].contains(.pending) ? nil : chunks
  }

  /// Whether a text is safe as part of a path or a file name.
  private static func isPlain(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
  }
}
