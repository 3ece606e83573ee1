internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reads the contacts for the second time, and sends the chunks that have not been sent.
struct ImportSender {
  private(set) var state: ImportState
  private let client: ConstantContact
  private let options: BulkImport.Options
  private let lists: [ListID]
  private let finder: ImportActivityFinder
  private var resolver: ImportFieldResolver
  private var meter: WorkProgressMeter

  private var position = 0
  private var chunk = 0
  private var body = Data()
  private var isFirst = true

  /// How often a chunk is sent whose request has certainly not been received.
  private static let maximumAttempts = 3

  init(_ work: BulkImport, _ state: ImportState, lists: [ListID]) throws {
    (self.state, client, options, self.lists) = (state, work.client, work.options, lists)
    finder = ImportActivityFinder(client: work.client, polling: work.options.polling)
    resolver = ImportFieldResolver(work.options)
    let sent = state.plan.chunks.indices.reduce(0) { sum, index in
      switch state.chunks[index] {
      case .planned, .sending: sum
      default: sum + state.plan.chunks[index].count
      }
    }
    let total = state.plan.chunks.reduce(0) { $0 + $1.count }
    meter = WorkProgressMeter(total: total, completed: sent, time: work.client.configuration.time)
    report()
  }

  /// Adds the next contact, and sends the chunk that it completes.
  mutating func add(_ contact: ImportedContact, _ directory: AccountDirectory) async throws {
    guard position < state.plan.digests.count else { throw Self.changed }
    var digest = ImportDigest()
    try digest.combine(contact)
    guard digest.value == state.plan.digests[position] else { throw Self.changed }
    if chunk < state.chunks.count, needsSending, state.plan.rows.codes[position] == .pending {
      var contact = contact
      let obstacle = try await ImportPlanner.prepare(&contact, &resolver, directory, options)
      guard obstacle == nil, let row = try state.plan.encoder.row(contact, isFirst: isFirst) else {
        throw BulkImport.error(
          "the custom fields of the account have changed since the import was planned: pass another manifest",
          field: "customFields")
      }
      if isFirst { body = state.plan.encoder.head() }
      body.append(row)
      isFirst = false
    }
    position += 1
    if chunk < state.chunks.count, position == state.plan.chunks[chunk].end { try await endChunk() }
  }

  /// Checks that the second reading delivered all contacts.
  mutating func finish() async throws {
    guard position == state.plan.digests.count else { throw Self.changed }
  }

  private var needsSending: Bool {
    switch state.chunks[chunk] {
    case .planned, .sending: true
    default: false
    }
  }

  private mutating func endChunk() async throws {
    defer { (chunk, body, isFirst) = (chunk + 1, Data(), true) }
    guard needsSending else { return }
    body.append(try state.plan.encoder.tail(lists: lists, smsPermission: options.smsPermission))
    try await send()
    meter.advance(by: state.plan.chunks[chunk].count)
    report()
  }

  private mutating func send() async throws {
    if case .sending(let date) = state.chunks[chunk] { try await resolve(sentAt: date) }
    var attempts = 0
    while case .planned = state.chunks[chunk] {
      attempts += 1
      let date = client.configuration.time.now
      try state.noteSending(chunk, at: date)
      do {
        try state.noteQueued(chunk, try await post())
      } catch let error as ConstantContactError {
        switch error.effect {
        case .uncertain, .done:
          try await resolve(sentAt: date)
          if attempts >= Self.maximumAttempts, case .planned = state.chunks[chunk] { throw error }
        case .none:
          guard [.badRequest, .invalidInput, .notFound, .conflict].contains(error.code) else {
            try state.noteUnsent(chunk)
            throw error
          }
          try state.noteRefused(chunk, error.message)
        }
      }
    }
  }

  /// Finds out whether the API queued a chunk whose response was lost.
  private mutating func resolve(sentAt date: Date) async throws {
    let known = Set(state.activities)
    let outcome = try await finder.find(
      fileName: state.plan.encoder.format == .csv ? state.fileName(ofChunk: chunk) : nil,
      rows: state.plan.chunks[chunk].count, sentAt: date, besides: known)
    switch outcome {
    case .queued(let activity): try state.noteQueued(chunk, activity)
    case .notQueued: try state.noteUnsent(chunk)
    case .unknown: try state.noteLost(chunk)
    }
  }

  private func post() async throws -> BulkActivity {
    switch state.plan.encoder.format {
    case .csv:
      try await client.activities.importCSV(
        body, fileName: state.fileName(ofChunk: chunk), onto: lists, smsPermission: options.smsPermission)
    case .json:
      try await client.send(APIOperation<BulkActivity>.json(.activitiesImportContacts, body: .bytes(body)))
    }
  }

  private func report() { options.progress?(BulkImport.Progress(step: .sending, work: meter.progress)) }

  private static let changed = BulkImport.error(
    "the second reading delivered other contacts than the first: pass a sequence that can be read repeatedly, and do not change its source",
    field: "contacts")
}
