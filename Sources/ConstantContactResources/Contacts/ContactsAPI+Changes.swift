internal import ConstantContactCore

extension ContactsAPI {
  /// Updates a contact: reads it, lets the closure change it, and writes it back.
  ///
  /// The API empties the properties that a request leaves out, so the contact is read with everything it has and
  /// written back whole. Nothing is written when the closure changes nothing. An address given to a contact that had
  /// none starts with the permission `not_set`, unless the closure sets another.
  ///
  /// ```swift
  /// try await client.contacts.update(id) { $0.jobTitle = "Director" }
  /// ```
  ///
  /// - Important: The API has no conditional writes. A change that another writer makes between the read and the write, an
  ///   opt-out included, is overwritten. The write follows the read immediately, delayed only by the rate limit, to keep
  ///   that time short; keep the closure quick. To change list memberships or tags of contacts that may opt out at any
  ///   moment, use the bulk activities, which never change a permission.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - source: Who makes the change; the account by default.
  ///   - consent: Required to raise the permission to send.
  ///   - revival: Required when the contact is deleted: any change revives it.
  ///   - change: Changes the draft.
  /// - Returns: The contact after the update.
  /// - Throws: ``ConstantContactError`` with code `consentRequired` when the change would raise the permission or revive the
  ///   contact without the corresponding argument; `unreadableResponse` when the contact has fields that could not be
  ///   read and would be lost, or the draft changes a collection that the response did not contain; `invalidInput` when
  ///   a changed value exceeds its limit; `notFound`; `conflict`. Errors of the closure are rethrown.
  @discardableResult
  public func update(
    _ id: ContactID,
    source: ContactSource = .account,
    consent: ExplicitConsent? = nil,
    reviving revival: Revival? = nil,
    _ change: (inout ContactDraft) throws -> Void
  ) async throws -> Contact {
    let operation = OperationDescriptor.contactsReplace.name
    return try await pipeline.update(
      .contactsReplace, of: "contact", keeping: Self.keptFields
    ) {
      try await get(id, including: Set.all.subtracting([.notes]))
    } draft: { current in
      // Without an address in the request, the API would remove it.
      if let email = current.email, email.address.nilIfBlank == nil {
        throw ConstantContactError.incomplete(
          ["email_address.address"], of: "contact", "is missing in the response and would be lost", .contactsReplace)
      }
      return ContactDraft(current)
    } change: { draft in
      try change(&draft)
    } isWrittenUnchanged: { current in
      revival != nil && current.deletedAt != nil
    } write: { current, before, draft in
      try InputCheck(operation).require(
        draft.email != nil || draft.permission == before.permission,
        "permission_to_send", "requires `email_address`, and the contact has none")
      let permission = try draft.email.map { _ in try current.permission(wanted: draft.permission) }
      try current.checkConsent(to: permission, consent: consent, revival: revival, operation: operation)
      try current.checkSMSConsent(to: draft.smsChannel, consent: consent, operation: operation)
      return try await put(
        id, draft.body(over: current, before: before, permission: permission, source: source, for: operation))
    }
  }

  /// Replaces a contact: **the names, job title, company, birthday and anniversary that the replacement does not have
  /// are emptied, and so is the email address.** Arrays are kept unless the replacement has them.
  ///
  /// The contact is read first, to check whether the replacement would raise its permission or revive it. As with
  /// ``update(_:source:consent:reviving:_:)``, a change between the read and the write is overwritten.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - replacement: The new values.
  ///   - consent: Required to raise the permission to send.
  ///   - revival: Required when the contact is deleted: any change revives it.
  /// - Returns: The contact after the replacement.
  /// - Throws: ``ConstantContactError`` with code `consentRequired` when the replacement would raise the permission or revive
  ///   the contact without the corresponding argument; `unreadableResponse` when that cannot be determined;
  ///   `invalidInput`, `notFound`, `conflict`.
  @discardableResult
  public func replace(
    _ id: ContactID,
    with replacement: ContactReplacement,
    consent: ExplicitConsent? = nil,
    reviving revival: Revival? = nil
  ) async throws -> Contact {
    let operation = OperationDescriptor.contactsReplace.name
    let current = try await get(id)
    let unreadable = current.unreadableFields.intersection(["email_address", "deleted_at"])
    guard unreadable.isEmpty else {
      throw ConstantContactError.incomplete(
        unreadable, of: "contact", "could not be read, so its permission or its deletion is unknown", .contactsReplace)
    }
    let body = try replacement.body(over: current, for: operation)
    try current.checkConsent(
      to: body.email?.permissionToSend, consent: consent, revival: revival, operation: operation)
    try current.checkSMSConsent(to: replacement.smsChannel, consent: consent, operation: operation)
    return try await put(id, body)
  }

  /// Revives a deleted contact and adds it to lists.
  ///
  /// Deletion removed the contact from all lists; its permission stays as it was. A contact that is not deleted is only
  /// added to the lists.
  ///
  /// See [Delete a contact](https://developer.constantcontact.com/api_guide/contacts_delete.html).
  ///
  /// - Throws: As ``update(_:source:consent:reviving:_:)`` does.
  @discardableResult
  public func revive(_ id: ContactID, onto lists: [ListID]) async throws -> Contact {
    try await update(id, reviving: .reviving) { $0.listMemberships.add(lists) }
  }

  /// Opts a contact out. The account cannot undo an opt-out by the contact.
  ///
  /// See [Unsubscribe and resubscribe](https://developer.constantcontact.com/api_guide/contacts_re-subscribe.html).
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - source: Who opts out; the contact by default.
  ///   - reason: The reason, at most 255 characters.
  /// - Throws: As ``update(_:source:consent:reviving:_:)`` does, with code `invalidInput` when the contact has no email
  ///   address, and `consentRequired` when it is deleted.
  @discardableResult
  public func unsubscribe(
    _ id: ContactID,
    source: ContactSource = .contact,
    reason: String? = nil
  ) async throws -> Contact {
    try await update(id, source: source) { draft in
      draft.permission = .unsubscribed
      draft.optOutReason = reason ?? draft.optOutReason
    }
  }

  /// The fields that a `PUT` neither sets nor empties.
  private static let keptFields: Set<String> = [
    "contact_id", "created_at", "updated_at", "create_source", "update_source", "notes", "sms_channel",
  ]
}

extension Array where Element: Equatable {
  /// Appends the elements that the array does not have yet.
  mutating func add(_ elements: [Element]) {
    for element in elements where !contains(element) { append(element) }
  }
}
