public import ConstantContactCore

/// Contact lists: list, find by name, create, update, delete.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:lists:read`, writing
/// `contacts:lists:write`.
///
/// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
public struct ListsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists contact lists. An account has at most 1,000.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  ///
  /// - Parameters:
  ///   - filter: The lists to list; by default all email lists except deleted ones.
  ///   - limit: The maximum number of lists to deliver; all by default.
  ///   - pageSize: The number of lists per request, 1 to 1,000; 500 by default. (The contract's schema says at most
  ///     1,000, its text 500.)
  ///   - countingAll: Whether to request the number of all matches, available as ``PagedSequence/Page/total``.
  ///   - cursor: Where to continue; the filter is then that of the cursor.
  public func list(
    _ filter: ListFilter = ListFilter(),
    limit: Int? = nil,
    pageSize: Int = 500,
    countingAll: Bool = false,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<ContactList> {
    pipeline.pages(
      .listsList, .member("lists", total: "lists_count"), limit: limit, pageSize: PageSize(pageSize, 1...1000),
      from: cursor
    ) {
      var query = filter.query
      query.add("include_count", countingAll ? true : nil)
      return query.items
    }
  }

  /// Returns the list with a name, or `nil` when there is none. Deleted lists are not found.
  ///
  /// The API looks for the exact name. When it finds none, all lists are compared case-insensitively: one more request, or
  /// two in an account with over 500 lists.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  public func find(named name: String) async throws -> ContactList? {
    if let list = try await find(exactly: name) { return list }
    let wanted = name.lowercased()
    return try await list().find("name") {
      $0.name?.lowercased()
    } where: {
      $0 == wanted
    }
  }

  /// Finds the list with exactly this name: one request.
  package func find(exactly name: String) async throws -> ContactList? {
    try await list(ListFilter(name: name)).find("name") {
      $0.name
    } where: {
      $0 == name
    }
  }

  /// Returns the list with a name among fetched lists. An exact match is preferred over one that differs in case.
  package static func match(_ name: String, in lists: [ContactList]) -> ContactList? {
    let wanted = name.lowercased()
    return lists.first { $0.name == name } ?? lists.first { $0.name?.lowercased() == wanted }
  }

  /// Returns a list by its ID.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  ///
  /// - Parameters:
  ///   - id: The list.
  ///   - counting: The contacts to count; `nil` counts none.
  /// - Throws: ``ConstantContactError`` with code `notFound` when the list does not exist.
  public func get(_ id: ListID, counting: ListFilter.MembershipCount? = nil) async throws -> ContactList {
    var query = QueryItems()
    query.add("include_membership_count", counting?.rawValue)
    return try await pipeline.send(.json(.listsGet, path: [id.rawValue], query: query.items))
  }

  /// Creates a list.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when another list has the name, `invalidInput` when the name is
  ///   empty or too long.
  public func create(_ list: ListDraft) async throws -> ContactList {
    try list.check(OperationDescriptor.listsCreate.name)
    return try await pipeline.send(.json(.listsCreate, body: JSONCoding.body(list)))
  }

  /// Updates a list: reads it, lets the closure change it, and writes it back. Nothing is written when the closure
  /// changes nothing.
  ///
  /// ```swift
  /// try await client.lists.update(listID) { $0.name = "Newsletter" }
  /// ```
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when a value could not be read and would be lost;
  ///   `notFound`, `conflict`, `invalidInput`. Errors of the closure are rethrown.
  @discardableResult
  public func update(_ id: ListID, _ change: (inout ListDraft) throws -> Void) async throws -> ContactList {
    try await pipeline.update(
      .listsReplace, of: "list", keeping: ["list_id", "created_at", "updated_at", "deleted_at", "membership_count"]
    ) {
      try await get(id)
    } draft: { current in
      guard let name = current.name else {
        throw ConstantContactError.incomplete(["name"], of: "list", "is missing in the response", .listsReplace)
      }
      return ListDraft(name: name, description: current.description, isFavorite: current.isFavorite)
    } change: { draft in
      try change(&draft)
    } write: { _, _, draft in
      try draft.check(OperationDescriptor.listsReplace.name)
      return try await pipeline.send(.json(.listsReplace, path: [id.rawValue], body: JSONCoding.body(draft)))
    }
  }

  /// Deletes a list, not the contacts on it. The deletion runs asynchronously; the returned activity shows its progress.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the list does not exist.
  @discardableResult
  public func delete(_ id: ListID) async throws -> BulkActivity {
    try await pipeline.send(.json(.listsDelete, path: [id.rawValue]))
  }

  /// Returns the list with a name, which is created when there is none.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  public func findOrCreate(named name: String) async throws -> ContactList {
    try await ConstantContactResources.findOrCreate {
      try await find(named: name)
    } create: {
      try await create(ListDraft(name: name))
    }
  }

  /// Returns the V3 IDs of lists whose V2 IDs are known.
  ///
  /// See [Migration overview](https://developer.constantcontact.com/api_guide/migration_overview.html).
  ///
  /// - Parameter ids: The V2 IDs, 1 to 500. Unknown IDs are missing from the result.
  public func crossReferences(forV2IDs ids: [LegacyListID]) async throws -> [ListCrossReference] {
    try await pipeline.crossReferences(.listsCrossReferences, of: ids.map(\.rawValue))
  }
}
