internal import ConstantContactCore

extension ContactsAPI {
  /// Changes a contact: reads it with everything on it, lets the closure change it, and writes it all back, since the service
  /// empties what is not sent.
  ///
  /// An address given to a contact that had none starts with the permission `not_set`, unless the closure sets another.
  /// Nothing is written when the closure changes nothing. Another writer's change between the reading and the writing is
  /// overwritten: the service offers no way to notice it.
  ///
  /// ```swift
  /// try await client.contacts.update(id) { $0.jobTitle = "Director" }
  /// ```
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - source: Who makes the change; the account by default.
  ///   - consent: Needed to raise the permission to send.
  ///   - revival: Needed when the contact is deleted: any change revives it.
  ///   - change: Changes the draft.
  /// - Returns: The contact as it is afterwards.
  /// - Throws: ``ConstantContactError`` with code `consentRequired` when the change would raise permission or revive the contact
  ///   and the caller did not say that it may; `unreadableResponse` when the contact has properties that could not be
  ///   read and would be lost; `notFound`, `conflict`, `invalidInput` and the rest. What the closure throws passes through.
  @discardableResult
  public func update(
    _ id: ContactID,
    source: ContactSource = .account,
    consent: ExplicitConsent? = nil,
    reviving revival: Revival? = nil,
    _ change: (inout ContactDraft) throws -> Void
  ) async throws -> Contact {
    let operation = OperationDescriptor.contactsReplace.name
    let current = try await get(id, including: Set.all.subtracting([.notes]))
    try requireReadable(current.unreadableFields, of: "contact", .contactsReplace)
    let before = ContactDraft(current)
    var draft = before
    try change(&draft)
    if draft == before && (revival == nil || current.deletedAt == nil) { return current }
    // The service's own choice for an address that comes without a permission may be one to send.
    if current.email == nil && draft.email != nil { draft.permission = draft.permission ?? .notSet }
    try InputCheck(operation).require(
      draft.email != nil || draft.permission == before.permission,
      "permission_to_send", "requires an email address, and the contact has none")
    try Self.checkConsent(from: current, to: draft.permission, consent: consent, revival: revival)
    return try await put(id, draft.body(over: current, source: source, for: operation))
  }

  /// Replaces a contact: **names, title, company, birthday and anniversary that the replacement does not name are emptied.**
  ///
  /// The contact is read first, to see whether the replacement would raise its permission or revive it.
  ///
  /// - Throws: As ``update(_:source:consent:reviving:_:)`` does.
  @discardableResult
  public func replace(
    _ id: ContactID,
    with replacement: ContactReplacement,
    consent: ExplicitConsent? = nil,
    reviving revival: Revival? = nil
  ) async throws -> Contact {
    let current = try await get(id)
    let body = try replacement.body(current: current, for: OperationDescriptor.contactsReplace.name)
    try Self.checkConsent(
      from: current, to: body.email?.permissionToSend, consent: consent, revival: revival)
    return try await put(id, body)
  }

  /// Brings a deleted contact back, onto the given lists. Deletion took it off all lists; its permission stays what it was.
  ///
  /// A contact that is not deleted is added to the lists, and nothing else.
  ///
  /// - Throws: As ``update(_:source:consent:reviving:_:)`` does.
  @discardableResult
  public func revive(_ id: ContactID, onto lists: [ListID]) async throws -> Contact {
    try await update(id, reviving: .reviving) { draft in
      draft.listMemberships += lists.filter { !draft.listMemberships.contains($0) }
    }
  }

  /// Opts a contact out. What the contact itself did cannot be undone by the account.
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - source: Who opts out: the contact by default.
  ///   - reason: Why, at most 255 characters.
  /// - Throws: As ``update(_:source:consent:reviving:_:)`` does: among others `invalidInput` when the contact has no e-mail
  ///   address, `consentRequired` when it is deleted.
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

  private static func checkConsent(
    from current: Contact,
    to permission: PermissionToSend?,
    consent: ExplicitConsent?,
    revival: Revival?
  ) throws {
    let operation = OperationDescriptor.contactsReplace.name
    if current.deletedAt != nil && revival == nil {
      throw ConstantContactError(
        .consentRequired,
        "the contact is deleted and any change revives it: pass `reviving: .reviving` if that is wanted",
        operation: operation)
    }
    if let permission, permission.raises(current.email?.permissionToSend), consent == nil {
      throw ConstantContactError(
        .consentRequired,
        "the change raises the permission to send to \(permission): pass an ExplicitConsent if the contact asked for it",
        operation: operation)
    }
  }
}
