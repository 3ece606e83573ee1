internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reads the contacts for the first time: checks them, settles duplicates, and cuts the chunks.
struct ImportPlanner {
  private let options: BulkImport.Options
  private let limits: BulkImport.Limits
  private let client: ConstantContact
  private let lists: [ListID]
  /// Whether contacts that the format cannot hold are rejected; else another format is used for all.
  private let refusesOthers: Bool

  private var rows = ImportRows()
  private var digests: [UInt64] = []
  private var sizes: [UInt32] = []
  private var positions: [ImportKey: Int] = [:]
  private var encoder: ImportEncoder
  private var resolver: ImportFieldResolver
  private var meter: WorkProgressMeter

  /// How often progress is reported.
  static let progressInterval = 1_000

  init(_ work: BulkImport, format: BulkImport.Options.Format, refusesOthers: Bool, lists: [ListID]) {
    (options, limits, client, self.lists) = (work.options, work.limits, work.client, lists)
    self.refusesOthers = refusesOthers
    encoder = ImportEncoder(format)
    resolver = ImportFieldResolver(work.options)
    meter = WorkProgressMeter(time: work.client.configuration.time)
  }

  /// Adds a contact.
  ///
  /// - Returns: Whether the format can hold it.
  mutating func add(_ contact: ImportedContact, _ directory: AccountDirectory) async throws -> Bool {
    var digest = ImportDigest()
    try digest.combine(contact)
    digests.append(digest.value)
    let position = rows.codes.count
    var size = 0
    var contact = contact
    if let reason = try await Self.prepare(&contact, &resolver, directory, options) {
      rows.append(.invalid, reason: reason)
    } else if let held = contact.email.flatMap({ options.holdBack?($0.lowercased()) }) {
      rows.append(held == .deleted ? .deleted : .unsubscribed)
    } else if let key = ImportKey(contact) {
      if let obstacle = encoder.obstacle(contact) {
        guard refusesOthers else { return false }
        rows.append(.invalid, reason: obstacle)
      } else if let first = positions[key] {
        rows.append(.duplicate, detail: first)
      } else {
        positions[key] = position
        size = try encoder.note(contact)
        rows.append(.pending)
      }
    } else {
      rows.append(.invalid, reason: "`row` has neither `email` nor `sms_number`")
    }
    sizes.append(UInt32(clamping: size))
    meter.advance()
    if (position + 1).isMultiple(of: Self.progressInterval) { report() }
    return true
  }

  /// Ends the reading and cuts the chunks.
  mutating func plan() async throws -> ImportPlan {
    if !resolver.missing.isEmpty { throw try await missingFields() }
    meter.total = meter.completed
    report()
    let chunks = try cut()
    return ImportPlan(
      rows: rows, digests: digests, positions: positions, encoder: encoder, chunks: chunks, fingerprint: fingerprint)
  }

  /// Checks a contact and resolves its custom fields.
  ///
  /// - Returns: Why it cannot be imported; `nil` when it can.
  static func prepare(
    _ contact: inout ImportedContact, _ resolver: inout ImportFieldResolver, _ directory: AccountDirectory,
    _ options: BulkImport.Options
  ) async throws -> String? {
    contact.email = contact.email.trimmed
    do {
      try contact.check(
        OperationDescriptor.activitiesImportContacts.name, place: "row", smsPermission: options.smsPermission)
    } catch let error as ConstantContactError {
      return error.message
    }
    if let email = contact.email, !EmailSyntax.isPlausible(email) { return "`row.email` is not an email address" }
    return try await resolver.resolve(&contact, directory)
  }

  private mutating func cut() throws -> [ImportPlan.Chunk] {
    let tail = try encoder.tail(lists: lists, smsPermission: options.smsPermission)
    let envelope = encoder.head().count + tail.count + (encoder.format == .csv ? try Self.formSize(lists) : 0)
    let capacity = limits.lines - (encoder.format == .csv ? 1 : 0)
    guard capacity > 0 else { throw BulkImport.error("the limits of a chunk are too small") }
    var chunks: [ImportPlan.Chunk] = []
    var (start, count, bytes) = (0, 0, envelope)
    for position in rows.codes.indices where rows.codes[position] == .pending {
      let size = Int(sizes[position]) + encoder.rowOverhead
      guard envelope + size <= limits.bytes else {
        rows.set(
          .invalid, reason: "`row` has \(size) bytes; the limit of an import is \(limits.bytes)", at: position)
        continue
      }
      if count == capacity || bytes + size > limits.bytes {
        chunks.append(ImportPlan.Chunk(start: start, end: position, count: count))
        (start, count, bytes) = (position, 0, envelope)
      }
      count += 1
      bytes += size
    }
    if count > 0 { chunks.append(ImportPlan.Chunk(start: start, end: rows.codes.count, count: count)) }
    return chunks
  }

  /// The bytes of a form around its file, with room for the longest values.
  private static func formSize(_ lists: [ListID]) throws -> Int {
    var form = MultipartBody()
    try form.append(
      name: "file", filename: ImportState.fileName(token: "0123456789abcdef", chunk: 0), contentType: "text/csv",
      content: Data())
    form.append(name: "list_ids", value: lists.map(\.rawValue).joined(separator: ","))
    form.append(name: "sms_permission_to_send", value: ImportSMSPermission.explicit.rawValue)
    return form.data.count + 32
  }

  private var fingerprint: String {
    var digest = ImportDigest()
    for value in digests { digest.combine(value) }
    for list in lists.map(\.rawValue).sorted() { digest.combine(list) }
    digest.combine(options.smsPermission?.rawValue)
    return String(digest.value, radix: 16)
  }

  private func report() { options.progress?(BulkImport.Progress(step: .reading, work: meter.progress)) }

  /// The error that names the missing custom fields, with similar names.
  private func missingFields() async throws -> ConstantContactError {
    let all = try await client.customFields.list().onUndecodable { _ in }.collect()
    let names = resolver.missing.prefix(20).map { name in
      let similar = TextSimilarity.closest(to: name, among: all.compactMap(\.label), count: 1).first
      return "\"\(name)\"" + (similar.map { " (similar: \"\($0)\")" } ?? "")
    }
    let rest = resolver.missing.count > 20 ? " and \(resolver.missing.count - 20) more" : ""
    return BulkImport.error(
      "the account has no custom fields with the names \(names.joined(separator: ", "))\(rest)", field: "customFields",
      .unknownName)
  }
}
