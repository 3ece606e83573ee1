public import ConstantContactCore

/// Contacts: find, list, create, change, delete, revive.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:read`, writing `contacts:write`. See the
/// vendor's pages under "Contacts".
public struct ContactsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Finds the contact that holds an e-mail address, in whatever state it is: active, unsubscribed or deleted.
  ///
  /// Addresses are compared without regard to case.
  ///
  /// - Parameters:
  ///   - email: The address.
  ///   - parts: What to include beside the core properties.
  /// - Returns: The contact, or `nil` when nobody holds the address.
  /// - Throws: ``ConstantContactError``, among others with code `undecodableElements` when the answer holds an element that
  ///   cannot be read: it might be the one.
  public func find(email: String, including parts: Set<Contact.Part> = []) async throws -> Contact? {
    let wanted = email.lowercased()
    let filter = ContactFilter(email: email, statuses: [.all])
    for try await contact in list(filter, including: parts) where contact.email?.address?.lowercased() == wanted {
      return contact
    }
    return nil
  }

  /// Gets a contact by its id.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: ContactID, including parts: Set<Contact.Part> = []) async throws -> Contact {
    var query = QueryItems()
    query.add("include", joining: parts)
    return try await pipeline.send(.json(.contactsGet, path: [id.rawValue], query: query.items))
  }

  /// Lists contacts.
  ///
  /// - Parameters:
  ///   - filter: Which ones; by default all but the deleted ones.
  ///   - parts: What to include beside the core properties.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default, for the fewest requests.
  ///   - countingAll: Whether to ask for the number of all matches, which ``PagedSequence/Page/total`` then has.
  ///   - cursor: Where to go on from; the filter and the parts then are the cursor's.
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
  /// When the connection breaks before the answer is there, the request is not sent a second time: the error's
  /// ``ConstantContactError/effect`` is `uncertain`, and ``find(email:including:)`` tells.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when somebody holds the address, also one who has
  ///   unsubscribed or was deleted; ``ConstantContactError/conflictingID`` then is that contact's id, where the service
  ///   names it. Code `invalidInput`, before anything is sent, when a value does not keep its limit.
  public func create(_ contact: NewContact) async throws -> Contact {
    let body = try JSONCoding.body(contact.body(for: OperationDescriptor.contactsCreate.name))
    return try await pipeline.send(.json(.contactsCreate, body: body))
  }

  /// Deletes a contact: it is hidden and off all lists, and still holds its address. This is no opt-out.
  ///
  /// A contact that is gone already is no error.
  public func delete(_ id: ContactID) async throws {
    try await pipeline.delete(.contactsDelete, path: [id.rawValue])
  }

  static let layout = PageLayout.member("contacts", total: "contacts_count")

  func put(_ id: ContactID, _ body: ContactBody) async throws -> Contact {
    try await pipeline.send(.json(.contactsReplace, path: [id.rawValue], body: JSONCoding.body(body)))
  }
}
