public import ConstantContactCore

extension ContactsAPI {
  /// Records a person's sign-up: creates the contact, or adds to the existing one with the address.
  ///
  /// **This raises the permission to `explicit`, even for a contact that opted out, and revives a deleted contact**;
  /// therefore it takes a consent. Only the values that are set change; lists and custom fields are added. The API responds
  /// with a conflict when two requests about one contact overlap; the call can be retried.
  ///
  /// See [Create or update a contact](https://developer.constantcontact.com/api_guide/contacts_create_or_update.html).
  ///
  /// - Parameters:
  ///   - form: The sign-up.
  ///   - consent: The caller's word that the person signed up.
  /// - Returns: The contact's ID and whether the contact was created or updated.
  public func recordSignUp(_ form: SignUpForm, consent: ExplicitConsent) async throws -> SignUpFormResult {
    let body = try form.body(for: OperationDescriptor.contactsRecordSignUp.name)
    return try await pipeline.send(.json(.contactsRecordSignUp, body: JSONCoding.body(body)))
  }

  /// Has Constant Contact email an unsubscribed contact a request to confirm that it wants to resubscribe.
  ///
  /// The contact stays unsubscribed until it follows the link in the email. Constant Contact sends the email once for
  /// each contact.
  ///
  /// See [Resubscribe contacts](https://developer.constantcontact.com/api_guide/contacts_re-subscribe.html).
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - lists: The lists that the contact would join, 1 to 50.
  /// - Throws: ``ConstantContactError``, with code `conflict` when the contact received such an email before.
  public func requestResubscription(_ id: ContactID, to lists: [ListID]) async throws {
    let check = InputCheck(OperationDescriptor.contactsResubscribe.name)
    try check.require(!lists.isEmpty, "list_ids", "is empty; name a list to resubscribe to")
    try check.count("list_ids", lists.count, limit: ContactLimits.lists)
    let body = try JSONCoding.body(["list_ids": lists])
    try await pipeline.send(.empty(.contactsResubscribe, path: [id.rawValue], body: body))
  }

  /// Counts the account's contacts by permission.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameter newSubscribers: Whether to count the contacts that were added in the last 30 days, too.
  public func counts(newSubscribers: Bool = false) async throws -> ContactCounts {
    var query = QueryItems()
    query.add("include", newSubscribers ? "new_subscriber" : nil)
    return try await pipeline.send(.json(.contactsCounts, query: query.items))
  }

  /// Returns the V3 IDs of contacts whose V2 IDs are known.
  ///
  /// See [Migration overview](https://developer.constantcontact.com/api_guide/migration_overview.html).
  ///
  /// - Parameter ids: The V2 IDs, 1 to 500. Unknown IDs are missing from the result.
  public func crossReferences(forV2IDs ids: [LegacyContactID]) async throws -> [ContactCrossReference] {
    try await pipeline.crossReferences(.contactsCrossReferences, of: ids.map(\.rawValue))
  }

  /// Lists the SMS consent history of a contact.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - limit: The largest number of entries; all by default.
  public func smsHistory(of id: ContactID, limit: Int? = nil) -> PagedSequence<SMSHistoryEntry> {
    pipeline.pages(.contactsSMSHistory, .array, path: [id.rawValue], limit: limit)
  }
}
