internal import ConstantContactCore
internal import ConstantContactResources

/// Delivers one contact: search, then create, and after an answer that was lost search again before anything is sent again.
struct ContactDelivery {
  /// How a delivery ended.
  struct Ending {
    var outcome: DeliveryReport.Outcome
    var contact: Contact?
    var contactID: ContactID?
    var notes: [DeliveryReport.Note] = []

    init(
      _ outcome: DeliveryReport.Outcome,
      _ contact: Contact? = nil,
      id: ContactID? = nil,
      notes: [DeliveryReport.Note] = []
    ) {
      self.outcome = outcome
      self.contact = contact
      contactID = id
      self.notes = notes
    }
  }

  let client: ConstantContact
  let options: ContactPusher.Options
  let contact: NewContact
  let email: String

  /// - Parameter creationIsUncertain: Whether this contact's creation was sent before, and its answer was lost.
  func run(creationIsUncertain: Bool) async throws -> Ending {
    if let existing = try await find() {
      return creationIsUncertain
        ? Ending(.created, existing, notes: [.confirmedByLookUp]) : try await handle(existing)
    }
    let retry = client.configuration.retry
    var attempt = 1
    while true {
      let failure: ConstantContactError
      do {
        let created = try await client.contacts.create(contact)
        return Ending(.created, created)
      } catch let error as ConstantContactError {
        if error.code == .conflict { return try await alreadyThere(error) }
        guard error.effect != .none else { throw error }
        failure = error
      }
      // The service may have created it. Nothing is sent again before that is known.
      if let found = try await lookUp(after: failure) {
        return Ending(.created, found, notes: [.confirmedByLookUp])
      }
      guard attempt < retry.maximumAttempts else { throw failure }
      try await client.configuration.time.sleep(for: retry.delay(after: attempt, throttled: false))
      attempt += 1
    }
  }

  private func find() async throws -> Contact? {
    try await client.contacts.find(email: email, including: [.listMemberships])
  }

  /// When looking does not work either, what is not known is the creation: its error is the one to report.
  private func lookUp(after failure: ConstantContactError) async throws -> Contact? {
    do {
      return try await find()
    } catch let error as ConstantContactError {
      if error.isAuthorizationFailure || error.code == .quotaExceeded {
        throw ConstantContactError(
          error.code,
          error.message + "; whether the contact was created before is not known",
          operation: failure.operation, status: error.status, faults: error.faults, requestIDs: error.requestIDs,
          effect: .uncertain, resumesAt: error.resumesAt, scope: error.scope)
      }
      throw ConstantContactError(
        failure.code,
        failure.outcomeIsUnknown ? failure.message : failure.message + "; look up the address",
        operation: failure.operation, status: failure.status, faults: failure.faults, requestIDs: failure.requestIDs,
        effect: .uncertain)
    }
  }

  /// Somebody took the address between the search and the creation, or the search did not show the holder.
  private func alreadyThere(_ conflict: ConstantContactError) async throws -> Ending {
    let id = conflict.conflictingID.map(ContactID.init)
    do {
      if let id {
        return try await handle(client.contacts.get(id, including: [.listMemberships]))
      } else if let holder = try await find() {
        return try await handle(holder)
      }
    } catch let error as ConstantContactError
      where !error.isAuthorizationFailure && error.code != .quotaExceeded && error.effect == .none
    {
      // The service said that the address is held: that much is known, whatever the look-up says.
    }
    return Ending(.skipped(.alreadyThere(nil)), id: id)
  }

  // MARK: Somebody is there

  private func handle(_ existing: Contact) async throws -> Ending {
    let untouched = Ending(.skipped(.alreadyThere(existing.state)), existing)
    guard options.existingContact != .leaveAlone else { return untouched }
    var update = DeliveryReport.Update()
    do {
      let updated = try await client.contacts.update(existing.id) { draft in
        // Whoever opted out, or was on hold for reasons unknown, is left alone, also when that happened just now.
        guard let permission = draft.permission, Self.reachable.contains(permission) else { return }
        for list in contact.listMemberships where !draft.listMemberships.contains(list) {
          draft.listMemberships.append(list)
          update.lists.append(list)
        }
        if options.existingContact == .fillEmpty { update.fields = fill(&draft) }
      }
      if update.lists.isEmpty && update.fields.isEmpty { return untouched }
      return Ending(.updated(update), updated)
    } catch let error as ConstantContactError where error.code == .consentRequired {
      return untouched
    }
  }

  private static let reachable: Set<PermissionToSend> = [.implicit, .explicit, .pendingConfirmation, .notSet]

  /// Fills in what is empty, and says what that was.
  private func fill(_ draft: inout ContactDraft) -> [String] {
    var filled: [String] = []
    func fill(_ name: String, _ keyPath: WritableKeyPath<ContactDetails, String?>) {
      guard draft.details[keyPath: keyPath].trimmed == nil, let value = contact.details[keyPath: keyPath] else { return }
      draft.details[keyPath: keyPath] = value
      filled.append(name)
    }
    fill("first_name", \.firstName)
    fill("last_name", \.lastName)
    fill("job_title", \.jobTitle)
    fill("company_name", \.companyName)
    if draft.phoneNumbers.isEmpty && !contact.phoneNumbers.isEmpty {
      draft.phoneNumbers = contact.phoneNumbers
      filled.append("phone_numbers")
    }
    if draft.streetAddresses.isEmpty && !contact.streetAddresses.isEmpty {
      draft.streetAddresses = contact.streetAddresses
      filled.append("street_addresses")
    }
    let missing = contact.customFields.filter { field in !draft.customFields.contains { $0.id == field.id } }
    if !missing.isEmpty {
      for field in missing { draft.customFields.set(field) }
      filled.append("custom_fields")
    }
    return filled
  }
}
