public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Changes from outside the API, and the log of all changes.
extension FakeConstantContact {
  /// Every change of the account by requests and edits, oldest first. What seeding added is not part of it.
  ///
  /// Deleting a list, a field or a tag is one entry; its removal from contacts is not logged for each contact.
  public var log: [LogEntry] {
    settle()
    return entries
  }

  /// Every change that requests made, oldest first.
  public var writes: [WriteRecord] { log.compactMap(\.write) }

  /// Changes the account as a person in the web interface would.
  ///
  /// - Throws: ``EditError`` when the edit names something that does not exist or is not possible.
  public func edit(_ edit: Edit) throws {
    settle()
    do {
      try apply(edit)
    } catch let reply as Reply {
      let message = (try? JSON(parsing: reply.body))?.array?.first?["error_message"]?.string
      throw EditError(description: message ?? "The edit is not possible.")
    }
  }

  /// Changes the account just before the next request that fulfills a condition, such as between two pages of a collection
  /// or between the read and the write of an update.
  ///
  /// An edit that is no longer possible by then is skipped; ``log`` shows those that were made.
  ///
  /// - Parameters:
  ///   - edit: The change.
  ///   - condition: The request that it precedes. The response to that request already shows the change.
  public func edit(_ edit: Edit, before condition: @escaping @Sendable (TransportRequest) -> Bool) {
    scheduledEdits.append(ScheduledEdit(edit: edit, condition: condition))
  }

  /// The number of edits that have not met their request.
  public var pendingEdits: Int { scheduledEdits.count }

  struct ScheduledEdit {
    let edit: Edit
    let condition: @Sendable (TransportRequest) -> Bool
  }

  /// Makes the edits that precede a request.
  func makeEdits(before request: TransportRequest) {
    let due = scheduledEdits.filter { $0.condition(request) }
    if due.isEmpty { return }
    scheduledEdits.removeAll { $0.condition(request) }
    for scheduled in due { try? edit(scheduled.edit) }
  }

  func note(
    _ kind: WriteRecord.Kind, _ resource: WriteRecord.Resource, _ id: String, before: Snapshot?, after: Snapshot?
  ) {
    entries.append(
      LogEntry(
        index: entries.count, date: pastDate ?? time.now, kind: kind, resource: resource, id: id, cause: cause,
        before: before,
        after: after))
  }

  private func apply(_ edit: Edit) throws {
    let outer = cause
    cause = .edit
    defer { cause = outer }
    switch edit {
    case .renameList(let id, let name):
      let index = try index(of: id, in: listRecords.map { $0.deletedAt == nil ? $0.id : "" }, "list")
      let checked = try checkedListName(name, except: index)
      changeList(at: index) { $0.name = checked }
    case .deleteList(let id):
      deleteList(at: try index(of: id, in: listRecords.map { $0.deletedAt == nil ? $0.id : "" }, "list"))
    case .renameTag(let id, let name):
      let index = try index(of: id, in: tagRecords.map(\.id), "tag")
      renameTag(at: index, to: try checkedTagName(name, except: index))
    case .deleteTag(let id): deleteTag(at: try index(of: id, in: tagRecords.map(\.id), "tag"))
    case .renameCustomField, .deleteCustomField, .addChoice, .deleteChoice: try applyToField(edit)
    case .unsubscribe, .deleteContact, .reviveContact, .changeAddress, .confirm: try applyToContact(edit)
    }
  }

  private func applyToField(_ edit: Edit) throws {
    let ids = fieldRecords.map(\.id)
    switch edit {
    case .renameCustomField(let id, let label):
      let index = try index(of: id, in: ids, "custom field")
      let checked = try checkedLabel(label, except: index)
      changeField(at: index) { $0.label = checked }
    case .deleteCustomField(let id): deleteField(at: try index(of: id, in: ids, "custom field"))
    case .addChoice(let label, let id):
      let index = try index(of: id, in: ids, "custom field")
      guard fieldRecords[index].hasChoices, fieldRecords[index].choices.count < fieldRecords[index].maximumChoices
      else {
        throw EditError(description: "Custom field \(id) takes no more choices.")
      }
      let choice = CustomFieldRecord.Choice(
        id: makeChoiceID(), label: label, order: fieldRecords[index].choices.count + 1, createdAt: now, updatedAt: now)
      changeField(at: index) { $0.choices.append(choice) }
    case .deleteChoice(let label, let id):
      let index = try index(of: id, in: ids, "custom field")
      guard fieldRecords[index].choices.contains(where: { $0.label == label }) else {
        throw EditError(description: "Custom field \(id) has no such choice.")
      }
      changeField(at: index) { $0.choices.removeAll { $0.label == label } }
    default: break
    }
  }

  private func applyToContact(_ edit: Edit) throws {
    switch edit {
    case .deleteContact(let id):
      let before = try existing(id, isDeleted: false)
      delete(before)
    case .reviveContact(let id, let lists):
      let before = try existing(id, isDeleted: true)
      let faults = listFaults(in: .array(lists.map { .string($0) }), "lists")
      if !faults.isEmpty { throw Reply.invalid(faults) }
      change(before) {
        $0.deletedAt = nil; $0.parts["list_memberships"] = lists.map { .string($0) }
      }
    case .unsubscribe(let id, let source, let reason):
      let before = try existing(id, isDeleted: false)
      guard before.email != nil else { throw EditError(description: "Contact \(id) has no email address.") }
      change(before, movesDate: source != "Contact") { record in
        record.email?.change(to: "unsubscribed", source: source, now: now)
        record.email?.optOutReason = reason
      }
    case .changeAddress(let id, let address):
      let before = try existing(id, isDeleted: false)
      if let holder = contacts.holder(of: address), holder.id != before.id {
        throw EditError(description: "Contact \(holder.id) has this email address.")
      }
      change(before) { record in
        if record.email == nil { record.email = makeEmail(address, "implicit", source: "Account", now: now) }
        record.email?.address = address
      }
    case .confirm(let id):
      let before = try existing(id, isDeleted: false)
      guard before.permission == "pending_confirmation" || before.resubscriptionLists != nil else {
        throw EditError(description: "Contact \(id) has nothing to confirm.")
      }
      change(before) { record in
        record.email?.change(to: "explicit", source: "Contact", now: now)
        record.email?.confirmStatus = "confirmed"
        let current = listRecords.filter { $0.deletedAt == nil }.map(\.id)
        let added = (record.resubscriptionLists ?? []).filter { !record.lists.contains($0) && current.contains($0) }
        record.parts["list_memberships", default: []] += added.map { .string($0) }
        record.resubscriptionLists = nil
      }
    default: break
    }
  }

  private func change(_ before: ContactRecord, movesDate: Bool = true, _ change: (inout ContactRecord) -> Void) {
    var record = before
    change(&record)
    if movesDate { record.updatedAt = now }
    save(record, .updated, replacing: before)
  }

  private func existing(_ id: String, isDeleted: Bool) throws -> ContactRecord {
    guard let record = contacts[id], (record.deletedAt != nil) == isDeleted else {
      throw EditError(description: "There is no \(isDeleted ? "deleted " : "")contact with the ID \(id).")
    }
    return record
  }

  private func index(of id: String, in ids: [String], _ name: String) throws -> Int {
    guard let index = ids.firstIndex(of: id.lowercased()), !id.isEmpty else {
      throw EditError(description: "There is no \(name) with the ID \(id).")
    }
    return index
  }
}
