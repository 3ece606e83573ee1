internal import ConstantContactCore
internal import ConstantContactResources

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension ConstantContact {
  /// Reads which email addresses the account's contacts have, deleted and unsubscribed contacts included.
  ///
  /// Contacts that are added while it is read may be missing.
  ///
  /// - Parameters:
  ///   - source: How to read it. Pages take a request for each 500 contacts, exports a few requests and minutes of waiting.
  ///   - onProgress: Receives the number of contacts read so far.
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  public func snapshot(
    _ source: AccountSnapshot.Source = .pages,
    onProgress: (@Sendable (WorkProgress) -> Void)? = nil
  ) async throws -> AccountSnapshot {
    var snapshot = AccountSnapshot(source, at: configuration.time.now)
    var meter = WorkProgressMeter(time: configuration.time)
    switch source {
    case .pages:
      for try await page in contacts.list(Self.everyContact, countingAll: true).pages {
        for contact in page.elements { snapshot.add(contact) }
        snapshot.noteUnreadable(page.undecodable.count)
        meter.total = page.total ?? meter.total
        meter.advance(by: page.elements.count + page.undecodable.count)
        onProgress?(meter.progress)
      }
    case .export:
      // Counted before the exports: contacts that are added later make them longer, not shorter.
      let total = try await contactCount()
      meter.total = total
      for status in [nil, ContactExport.Status.removed] {
        let rows = try await addExport(of: status, to: &snapshot)
        meter.advance(by: rows)
        onProgress?(meter.progress)
      }
      if meter.completed < total ?? .max { snapshot.isComplete = false }
    }
    return snapshot
  }

  /// The number of contacts in any state; `nil` when the response does not have it. One request.
  func contactCount() async throws -> Int? {
    var pages = contacts.list(Self.everyContact, pageSize: 1, countingAll: true).pages.makeAsyncIterator()
    return try await pages.next()?.total
  }

  static let everyContact = ContactFilter(statuses: [.all])

  /// Adds the addresses of an export.
  ///
  /// - Returns: The number of contacts, those without an address included.
  private func addExport(of status: ContactExport.Status?, to snapshot: inout AccountSnapshot) async throws -> Int {
    var export = ContactExport(.all, status: status)
    // The IDs tell rows without an address from empty lines.
    export.fields = [.contactID, .emailAddress]
    var (rows, lacksColumn) = (0, false)
    do {
      for try await contact in try await ContactExporter(self).start(export) {
        rows += 1
        if let email = contact.email?.trimmed {
          if email.contains("@") {
            snapshot.add(email, status == .removed ? .deleted : nil)
          } else {
            snapshot.noteUnreadable(1)
          }
        } else if contact.has(.emailAddress) {
          snapshot.withoutEmail += 1
        } else {
          lacksColumn = true
          throw ConstantContactError(
            .unreadableResponse, "the export has no column of email addresses, which was requested",
            operation: OperationDescriptor.activitiesExportedCSV.name)
        }
      }
    } catch let error as ConstantContactError where error.code == .unreadableResponse && !lacksColumn {
      // Fewer rows than the activity counts, or a part that cannot be read.
      snapshot.isComplete = false
    }
    return rows
  }
}
