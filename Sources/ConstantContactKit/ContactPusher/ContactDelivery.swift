internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Delivers one lead: looks up the email address, then creates the contact or handles the existing one.
///
/// A delivery can be run again after an error. It remembers whether a creation was sent whose response was lost.
struct ContactDelivery {
  let client: ConstantContact
  let options: ContactPusher.Options
  let directory: AccountDirectory
  let lead: PreparedLead
  let contact: NewContact
  /// Whether a snapshot has just shown that no contact has the address.
  private let isKnownMissing: Bool
  /// Whether nothing is written.
  private let isDryRun: Bool

  /// When the first creation with a lost response was sent.
  private(set) var uncertainSince: Date?

  private var time: TimeSource { client.configuration.time }

  init(
    _ lead: PreparedLead, _ contact: NewContact, by pusher: ContactPusher, isKnownMissing: Bool = false,
    isDryRun: Bool = false
  ) {
    client = pusher.client
    options = pusher.options
    directory = pusher.directory
    self.lead = lead
    self.contact = contact
    self.isKnownMissing = isKnownMissing
    self.isDryRun = isDryRun
  }

  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  mutating func run() async throws -> DeliveryReport {
    _ = try await directory.resolvedLists()
    // After a creation with a lost response the contact may exist.
    let needsSearch = !isKnownMissing || uncertainSince != nil
    if needsSearch, let existing = try await find() {
      return isOwn(existing) ? confirmed(existing, lead.notes) : try await handle(existing)
    }
    return isDryRun ? lead.report(.wouldCreate, notes: lead.notes) : try await create()
  }

  /// The error with the doubt about an earlier creation, if there is any.
  func doubting(_ error: ConstantContactError) -> ConstantContactError {
    guard uncertainSince != nil, error.effect == .none else { return error }
    return error.with(
      message: error.message + "; whether the contact was created is not known: look up the email address",
      effect: .uncertain)
  }

  // MARK: Creating

  private mutating func create() async throws -> DeliveryReport {
    let start = time.elapsed
    var attempts = 0
    var hasRefreshed = false
    while true {
      let version = await directory.version
      let (contact, notes) = try await resolved()
      let sentAt = time.now
      let failure: ConstantContactError
      do {
        return lead.report(.created, try await client.contacts.create(contact), notes: notes)
      } catch let error as ConstantContactError {
        if error.code == .conflict && error.effect == .none {
          if let report = try await handleConflict(error, notes) { return report }
        } else if error.effect != .none {
          uncertainSince = uncertainSince ?? sentAt
        } else if !hasRefreshed, try await isOutdated(error, contact, version) {
          hasRefreshed = true
          continue
        } else {
          throw error
        }
        failure = error
      }
      // The contact may exist: nothing is sent again before a lookup.
      if failure.code != .conflict, let found = try await lookUp(after: failure) {
        return isOwn(found) ? confirmed(found, notes) : try await handle(found)
      }
      attempts += 1
      let retry = client.mergedRetry
      let pause = retry.delay(after: attempts, throttled: false)
      let elapsed = time.elapsed - start
      guard retry.allows(attemptsMade: attempts, elapsed: elapsed, pause: pause),
        pause < client.mergedDeadline - elapsed
      else {
        guard failure.code == .conflict, uncertainSince == nil else { throw failure }
        return lead.report(.skipped(.exists(nil)), id: failure.conflictingID.map(ContactID.init))
      }
      try await time.sleep(for: pause)
    }
  }

  /// The contact with list IDs and custom fields, and what is not sent of it.
  func resolved() async throws -> (NewContact, [DeliveryReport.Note]) {
    var contact = contact
    contact.listMemberships = try await directory.resolvedLists()
    let fields = try await resolvedFields()
    contact.customFields = CustomFieldValues(fields.values)
    return (contact, lead.notes + fields.notes)
  }

  private func find() async throws -> Contact? {
    let parts: Set<Contact.Part> =
      options.existingContact == .fillEmpty ? [.listMemberships, .customFields] : [.listMemberships]
    return try await client.contacts.find(email: lead.email ?? "", including: parts)
  }

  /// - Throws: The creation's error when the lookup fails as well: that one is uncertain.
  private func lookUp(after failure: ConstantContactError) async throws -> Contact? {
    do {
      return try await find()
    } catch let error as ConstantContactError {
      throw error.isAuthorizationFailure || error.code == .quotaExceeded ? error : failure
    }
  }

  /// Handles the contact that holds the address although the search did not find it.
  ///
  /// - Returns: `nil` when the contact cannot be found yet.
  private func handleConflict(
    _ conflict: ConstantContactError,
    _ notes: [DeliveryReport.Note]
  ) async throws -> DeliveryReport? {
    let id = conflict.conflictingID.map(ContactID.init)
    let holder: Contact?
    do {
      holder = if let id { try await client.contacts.get(id, including: [.listMemberships]) } else { try await find() }
    } catch let error as ConstantContactError
      where !error.isAuthorizationFailure && error.code != .quotaExceeded && error.effect == .none
    {
      if error.code == .notFound || uncertainSince != nil { return nil }
      // The conflict itself is certain.
      return lead.report(.skipped(.exists(nil)), id: id)
    }
    guard let holder else { return nil }
    return isOwn(holder) ? confirmed(holder, notes) : try await handle(holder)
  }

  private func confirmed(_ contact: Contact, _ notes: [DeliveryReport.Note]) -> DeliveryReport {
    lead.report(.created, contact, notes: notes + [.confirmedByLookup])
  }

  /// Whether a contact is the one whose creation had a lost response, rather than one that existed before. Clocks may differ by
  /// an hour.
  private func isOwn(_ contact: Contact) -> Bool {
    guard let uncertainSince, contact.state != .deleted else { return false }
    return contact.createdAt?.date.map { $0.timeIntervalSince(uncertainSince) > -3_600 } ?? true
  }

  /// Whether a request was rejected because lists or custom fields have changed since they were looked up.
  private func isOutdated(_ error: ConstantContactError, _ contact: NewContact, _ version: Int) async throws -> Bool {
    guard error.code == .badRequest || error.code == .notFound else { return false }
    guard !contact.listMemberships.isEmpty || !contact.customFields.isEmpty else { return false }
    return try await directory.refresh(since: version)
  }

  // MARK: Custom fields

  struct CustomValues {
    var values: [ContactCustomField] = []
    /// The names that the lead uses.
    var names: [CustomFieldID: String] = [:]
    var notes: [DeliveryReport.Note] = []
  }

  /// - Parameter existing: The contact whose values are kept, so that no choice is created for them.
  private func resolvedFields(keeping existing: Contact? = nil) async throws -> CustomValues {
    var resolved = CustomValues()
    for (name, text) in lead.customFields.sorted(by: { $0.key < $1.key }) {
      let note = "custom_fields.\(name)"
      guard let field = try await directory.field(named: name, creating: options.createsCustomFields) else {
        resolved.notes.append(.notSent(field: note, reason: .noCustomField))
        continue
      }
      guard resolved.names[field.id] == nil else {
        resolved.notes.append(.notSent(field: note, reason: .limitReached))
        continue
      }
      resolved.names[field.id] = note
      if field.kind == .singleSelect || field.kind == .multiSelect {
        let isKept = existing?.customFields?.contains { $0.id == field.id } ?? false
        let match = try await directory.choices(
          of: field, in: text, creating: options.createsCustomFieldChoices && !isKept)
        if !match.unknown.isEmpty { resolved.notes.append(.notSent(field: note, reason: .unknownChoice)) }
        if !match.ids.isEmpty { resolved.values.append(ContactCustomField(field.id, choiceIDs: match.ids)) }
      } else if text.unicodeScalars.count <= ContactLimits.customFieldValue {
        resolved.values.append(ContactCustomField(field.id, value: text))
      } else if field.kind == nil || field.kind == .string || field.kind == .textArea {
        resolved.notes.append(.truncated(field: note, limit: ContactLimits.customFieldValue))
        resolved.values.append(ContactCustomField(field.id, value: text.truncated(to: ContactLimits.customFieldValue)))
      } else {
        resolved.notes.append(.notSent(field: note, reason: .tooLong(limit: ContactLimits.customFieldValue)))
      }
    }
    return resolved
  }

  // MARK: Existing contacts

  private func handle(_ existing: Contact) async throws -> DeliveryReport {
    guard options.existingContact != .skip, ContactMerge.canBeUpdated(existing) else { return skipped(existing) }
    if isDryRun { return lead.report(.wouldUpdate, existing, notes: permissionNotes(existing)) }
    var hasRefreshed = false
    while true {
      let version = await directory.version
      var contact = contact
      contact.listMemberships = try await directory.resolvedLists()
      let fields =
        options.existingContact == .fillEmpty
        ? try await resolvedFields(keeping: existing) : CustomValues()
      contact.customFields = CustomFieldValues(fields.values)
      do {
        let merge = ContactMerge(contact, options, notes: lead.notes + fields.notes, fieldNames: fields.names)
        return try await update(existing, merge)
      } catch let error as ConstantContactError where error.code == .badRequest || error.code == .notFound {
        if !hasRefreshed, try await isOutdated(error, contact, version) {
          hasRefreshed = true
          continue
        }
        // The API rejects writes to a contact that has opted out in the meantime.
        let current = try? await client.contacts.get(existing.id, including: [.listMemberships])
        if let current, !ContactMerge.canBeUpdated(current) { return skipped(current) }
        throw error
      }
    }
  }

  /// Everything that needs a request is looked up before: only the rate limit stands between the read and the write.
  private func update(_ existing: Contact, _ merge: ContactMerge) async throws -> DeliveryReport {
    var merge = merge
    do {
      let updated = try await client.contacts.update(existing.id, consent: options.existingContactConsent) { draft in
        merge.apply(to: &draft)
      }
      if merge.update == DeliveryReport.Update() { return skipped(updated, notes: merge.notes) }
      return lead.report(.updated(merge.update), updated, notes: merge.notes + permissionNotes(updated))
    } catch let error as ConstantContactError where error.code == .consentRequired {
      // The contact has been deleted since the search.
      return lead.report(.skipped(.exists(.deleted)), id: existing.id)
    }
  }

  private func skipped(_ contact: Contact, notes: [DeliveryReport.Note] = []) -> DeliveryReport {
    lead.report(.skipped(.exists(contact.state)), contact, notes: notes + permissionNotes(contact))
  }

  private func permissionNotes(_ existing: Contact) -> [DeliveryReport.Note] {
    let permission = existing.email?.permissionToSend ?? .notSet
    guard options.permission.value == .explicit, permission != .explicit else { return [] }
    return [.permissionUnchanged(permission)]
  }
}

extension ConstantContact {
  /// The retry policy of this client's calls.
  var mergedRetry: RetryPolicy { pipeline.effectiveRetry }
  /// The deadline of this client's calls.
  var mergedDeadline: Duration { pipeline.effectiveDeadline }
}
