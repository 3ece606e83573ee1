internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A bulk import of leads whose contacts are missing in a snapshot.
///
/// When it has ended, the contacts that were changed meanwhile are read: those created since the import started are the new ones, others
/// existed before, and rows without a contact were rejected.
struct LeadImport {
  struct Row: Sendable {
    let lead: PreparedLead
    let contact: ImportedContact
    let notes: [DeliveryReport.Note]
  }

  /// What one request may hold, with room for the lists around the contacts.
  static let byteLimit = BulkActivityLimits.importedBytes - 10_000

  private let pusher: ContactPusher
  private var rows: [Row] = []
  private var count = 0
  private var bytes = 0

  init(by pusher: ContactPusher) { self.pusher = pusher }

  var isEmpty: Bool { count == 0 }

  /// An empty import by the same pusher.
  var next: LeadImport { LeadImport(by: pusher) }

  /// Adds a row, unless it does not fit.
  mutating func add(_ row: Row) -> Bool {
    guard reserve(row.contact.encodedSizeBound) else { return false }
    rows.append(row)
    return true
  }

  /// Counts a row of some bytes, unless it does not fit. The first row always does: its values are limited.
  mutating func reserve(_ size: Int) -> Bool {
    guard count == 0 || count < pusher.importRows && bytes + size <= Self.byteLimit else { return false }
    count += 1
    bytes += size
    return true
  }

  /// The reports when an earlier failure has ended the push.
  func notAttempted(_ error: ConstantContactError) -> [DeliveryReport] {
    rows.map { $0.lead.report(.notAttempted(error)) }
  }

  /// Imports the rows, waits, and reads what has become of them.
  ///
  /// - Throws: `CancellationError`.
  func run() async throws -> [DeliveryReport] {
    let client = pusher.client
    var isStarted = false
    do {
      let lists = try await pusher.directory.resolvedLists()
      let activity = try await pusher.waitingForQuota {
        try await client.activities.importContacts(rows.map(\.contact), onto: lists)
      }
      isStarted = true
      let (ended, failure) = try await end(of: activity)
      let found = try await pusher.waitingForQuota { try await contacts(changedSince: activity.createdAt?.date) }
      let start = (ended.startedAt ?? ended.createdAt ?? activity.createdAt)?.date
      return rows.map { report(for: $0, found, lists, start: start, failure) }
    } catch let error as CancellationError {
      throw error
    } catch {
      let error = ConstantContactError.wrapping(error)
      return rows.map { $0.lead.report(.failed(isStarted ? Self.unconfirmed(error) : error)) }
    }
  }

  /// Waits for the end of an activity. When it failed, some of the contacts may have been imported.
  private func end(of activity: BulkActivity) async throws -> (BulkActivity, ConstantContactError?) {
    do {
      return (try await pusher.client.activities.wait(for: activity), nil)
    } catch let error as ConstantContactError where error.code == .activityFailed {
      return (error.endedActivity ?? activity, error)
    }
  }

  private struct Found {
    /// By lowercase address.
    var contacts: [String: Contact] = [:]
    var isComplete = true
  }

  /// The contacts of the rows that were changed since a date.
  private func contacts(changedSince date: Date?) async throws -> Found {
    var filter = ConstantContact.everyContact
    // Both dates are the server's, with a precision of a second. Without one, clocks may differ by an hour.
    filter.updatedAfter = date.map { $0 - 1 } ?? pusher.client.configuration.time.now - 7_200
    let wanted = Set(rows.compactMap { $0.lead.email?.lowercased() })
    var found = Found()
    for try await page in pusher.client.contacts.list(filter, including: [.listMemberships]).pages {
      if !page.undecodable.isEmpty { found.isComplete = false }
      for contact in page.elements {
        guard let email = contact.email?.address?.lowercased(), wanted.contains(email) else { continue }
        found.contacts[email] = contact
      }
    }
    return found
  }

  private func report(
    for row: Row, _ found: Found, _ lists: [ListID], start: Date?, _ failure: ConstantContactError?
  ) -> DeliveryReport {
    guard let contact = found.contacts[row.lead.email?.lowercased() ?? ""] else {
      let rejection = ConstantContactError(
        .badRequest, "the import has ended without this contact: Constant Contact rejected it",
        operation: OperationDescriptor.activitiesImportContacts.name)
      let doubt = ConstantContactError(
        .unreadableResponse, "not every contact could be read after the import",
        operation: OperationDescriptor.contactsList.name)
      return row.lead.report(.failed(failure ?? (found.isComplete ? rejection : Self.unconfirmed(doubt))))
    }
    // A date of creation may lack its fraction of a second.
    let second = start.map { $0.timeIntervalSince1970.rounded(.down) }
    let isNew = contact.createdAt?.date.flatMap { date in second.map { date.timeIntervalSince1970 >= $0 } } ?? true
    if isNew { return row.lead.report(.created, contact, notes: row.notes) }
    let isOut = contact.state == .unsubscribed
    let update = DeliveryReport.Update(lists: isOut ? [] : lists, fields: row.contact.fieldNames)
    return row.lead.report(.updated(update), contact, notes: row.notes + [.appearedBeforeImport])
  }

  private static func unconfirmed(_ error: ConstantContactError) -> ConstantContactError {
    error.with(
      message: error.message + "; whether the import created the contact is not known: push the lead again",
      effect: .uncertain)
  }
}
