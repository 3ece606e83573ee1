public import ConstantContactCore

extension ContactsAPI {
  /// Records what a person entered into a sign-up form: creates the contact, or adds to the one who has the address.
  ///
  /// **It raises the permission to `explicit`, also of somebody who had opted out, and brings a deleted contact back**: hence
  /// the consent. Only what is set is changed; lists and custom fields are added. The service answers 409 when two requests
  /// about one contact meet; sending it again is harmless.
  ///
  /// See the vendor's page "Create or update a contact".
  ///
  /// - Parameters:
  ///   - form: What was entered.
  ///   - consent: The caller's word that the person did it.
  /// - Returns: Whether the contact was created or updated.
  public func recordSignUp(_ form: SignUpForm, consent: ExplicitConsent) async throws -> SignUpFormResult {
    try form.check(OperationDescriptor.contactsRecordSignUp.name)
    return try await pipeline.send(.json(.contactsRecordSignUp, body: JSONCoding.body(form)))
  }

  /// Asks somebody who has opted out whether they want to be back: the service sends one confirmation mail, once only.
  /// Until they follow its link they stay unsubscribed.
  ///
  /// See the vendor's page "Resubscribe a contact".
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - lists: The lists they would join, 1 to 50.
  /// - Throws: ``ConstantContactError``, among others with code `conflict` when they were asked before.
  public func askToResubscribe(_ id: ContactID, to lists: [ListID]) async throws {
    let check = InputCheck(OperationDescriptor.contactsResubscribe.name)
    try check.require(!lists.isEmpty, "list_ids", "is empty, and a resubscription requires a list")
    try check.count("list_ids", lists.count, limit: ContactLimits.lists)
    let body = try JSONCoding.body(["list_ids": lists])
    try await pipeline.send(.empty(.contactsResubscribe, path: [id.rawValue], body: body))
  }

  /// Counts the account's contacts by permission.
  ///
  /// - Parameter newSubscribers: Whether to count those of the last 30 days as well.
  public func counts(newSubscribers: Bool = false) async throws -> ContactCounts {
    var query = QueryItems()
    query.add("include", newSubscribers ? "new_subscriber" : nil)
    return try await pipeline.send(.json(.contactsCounts, query: query.items))
  }

  /// The V3 ids of contacts whose V2 ids are known.
  ///
  /// - Parameter sequenceIDs: The ids in V2, 1 to 500. Unknown ones are missing from the answer.
  public func crossReferences(ofV2 sequenceIDs: [String]) async throws -> [ContactCrossReference] {
    try await pipeline.crossReferences(.contactsCrossReferences, of: sequenceIDs)
  }

  /// Lists the SMS consent history of a contact.
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - limit: The largest number of entries; all by default.
  public func smsHistory(of id: ContactID, limit: Int? = nil) -> PagedSequence<SMSHistoryEntry> {
    pipeline.pages(.contactsSMSHistory, .array, path: [id.rawValue], limit: limit)
  }
}
