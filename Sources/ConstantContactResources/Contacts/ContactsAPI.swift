public import ConstantContactCore

/// Contacts: find, list, create, update, replace, delete, revive.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:read`, writing
/// `contacts:write`.
///
/// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
public struct ContactsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Returns the contact with an email address, whatever its state: active, unsubscribed or deleted.
  ///
  /// Addresses are compared case-insensitively.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameters:
  ///   - email: The address.
  ///   - parts: What to include beside the core properties.
  /// - Returns: The contact, or `nil` when no contact has the address.
  /// - Throws: ``ConstantContactError``, with code `undecodableElements` or `unreadableResponse` when the response holds an
  ///   element or an address that cannot be read, since it might be the contact's.
  public func find(email: String, including parts: Set<Contact.Part> = []) async throws -> Contact? {
    let wanted = email.lowercased()
    let filter = ContactFilter(email: email, statuses: [.all])
    return try await list(filter, including: parts).find("email_address") { contact in
      // A contact without an email address is no match; one whose address cannot be read may be.
      if contact.email == nil && !contact.unreadableFields.contains("email_address") { return "" }
      return contact.email?.address?.lowercased()
    } where: { address in
      !address.isEmpty && address == wanted
    }
  }

  /// Returns a contact by its ID.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameters:
  ///   - id: The contact.
  ///   - parts: What to include beside the core properties.
  /// - Throws: ``ConstantContactError`` with code `notFound` when the contact does not exist.
  public func get(_ id: ContactID, including parts: Set<Contact.Part> = []) async throws -> Contact {
    var query = QueryItems()
    query.add("include", joining: parts)
    return try await pipeline.send(.json(.contactsGet, path: [id.rawValue], query: query.items))
  }

  /// Lists contacts.
  ///
  /// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
  ///
  /// - Parameters:
  ///   - filter: The contacts to list; by default all except deleted ones.
  ///   - parts: What to include beside the core properties.
  ///   - limit: The maximum number of contacts to deliver; all by default.
  ///   - pageSize: The number of contacts per request, 1 to 500; 500 by default, for the fewest requests.
  ///   - countingAll: Whether to request the number of all matches, available as ``PagedSequence/Page/total``.
  ///   - cursor: Where to continue; the filter and the parts are then those of the cursor.
  public func list(
    _ filter: ContactFilter = ContactFilter(),
    including parts: Set<Contact.Part> = [],
    limit: Int? = nil,
    pageSize: Int = 500,
    countingAll: Bool = false,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<Contact> {
    pipeline.pages(
      .contactsList, Self.layout, limit: limit, pageSize: PageSize(pageSize, 1...500), from: cursor
    ) {
      var query = try filter.query(for: OperationDescriptor.contactsList.name)
      query.add("include", joining: parts)
      query.add("include_count", countingAll ? true : nil)
      return query.items
    }
  }

  /// Creates a contact.
  ///
  /// When the connection is lost before the response arrives, the request is not retried: the error's
  /// ``ConstantContactError/effect`` is `uncertain`, and ``find(email:including:)`` shows the outcome.
  ///
  /// See [Creating new contacts](https://developer.constantcontact.com/api_guide/contacts_create.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when a contact has the address, even one that is
  ///   unsubscribed or deleted; ``ConstantContactError/conflictingID`` is that contact's ID, when the response names it.
  ///   Code `invalidInput`, before anything is sent, when a value exceeds its limit.
  public func create(_ contact: NewContact) async throws -> Contact {
    let body = try JSONCoding.body(contact.body(for: OperationDescriptor.contactsCreate.name))
    return try await pipeline.send(.json(.contactsCreate, body: body))
  }

  /// Deletes a contact: it is hidden and removed from all lists, and keeps its address. This does not opt it out.
  ///
  /// Deleting a contact that does not exist is not an error.
  ///
  /// See [Delete a contact](https://developer.constantcontact.com/api_guide/contacts_delete.html).
  public func delete(_ id: ContactID) async throws {
    try await pipeline.delete(.contactsDelete, path: [id.rawValue])
  }

  static let layout = PageLayout.member("contacts", total: "contacts_count")

  func put(_ id: ContactID, _ body: Contact) async throws -> Contact {
    try await pipeline.send(.json(.contactsReplace, path: [id.rawValue], body: JSONCoding.body(body)))
  }
}
