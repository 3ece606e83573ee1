public import ConstantContactCore

/// Contact lists: list, find by name, create, change, delete.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:lists:read`, writing
/// `contacts:lists:write`. See the vendor's pages under "Contact lists".
public struct ListsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists lists. An account has at most 1,000.
  ///
  /// - Parameters:
  ///   - filter: Which ones; by default all e-mail lists but the deleted ones.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 1,000; 500 by default. (The contract's schema says at most 1,000, its
  ///     text 500.)
  ///   - countingAll: Whether to ask for the number of all matches, which ``PagedSequence/Page/total`` then has.
  ///   - cursor: Where to go on from; the filter then is the cursor's.
  public func list(
    _ filter: ListFilter = ListFilter(),
    limit: Int? = nil,
    pageSize: Int = 500,
    countingAll: Bool = false,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<ContactList> {
    pipeline.pages(.listsList, keys: PageKeys(items: "lists", total: "lists_count"), limit: limit, from: cursor) {
      try InputCheck("lists.list").range("pageSize", pageSize, 1...1000)
      var query = filter.query
      query.add("include_count", countingAll ? true : nil)
      query.add("limit", pageSize)
      return query.items
    }
  }

  /// Finds a list by name. Deleted lists are not found.
  ///
  /// The API filters by the exact name. Without a match, all lists are fetched to find a name that differs only in case: one more
  /// request, or two in an account with more than 500 lists.
  ///
  /// - Returns: The list, or `nil` when no list has the name.
  public func find(named name: String) async throws -> ContactList? {
    if let list = try await find(exactly: name) { return list }
    let wanted = name.lowercased()
    for try await list in list() where list.name?.lowercased() == wanted { return list }
    return nil
  }

  /// Finds the list with exactly this name: one request.
  package func find(exactly name: String) async throws -> ContactList? {
    for try await list in list(ListFilter(name: name)) where list.name == name { return list }
    return nil
  }

  /// Returns the list with a name among fetched lists. An exact match is preferred over one that differs in case.
  package static func match(_ name: String, in lists: [ContactList]) -> ContactList? {
    let wanted = name.lowercased()
    return lists.first { $0.name == name } ?? lists.first { $0.name?.lowercased() == wanted }
  }

  /// Gets a list by its id.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: ListID, counting: ListFilter.MembershipCount? = nil) async throws -> ContactList {
    var query = QueryItems()
    query.add("include_membership_count", counting?.rawValue)
    return try await pipeline.send(.json(.listsGet, path: [id.rawValue], query: query.items))
  }

  /// Creates a list.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the name is taken, `invalidInput` when it is too long.
  public func create(_ list: ListDraft) async throws -> ContactList {
    try list.check(OperationDescriptor.listsCreate.name)
    return try await pipeline.send(.json(.listsCreate, body: JSONCoding.body(list)))
  }

  /// Changes a list: reads it, lets the closure change it, and writes it all back. Nothing is written when the closure changes
  /// nothing.
  @discardableResult
  public func update(_ id: ListID, _ change: (inout ListDraft) throws -> Void) async throws -> ContactList {
    let operation = OperationDescriptor.listsReplace.name
    let current = try await get(id)
    try requireReadable(
      current.unreadableFields.intersection(["name", "description", "favorite"]), of: "list", .listsReplace)
    let before = ListDraft(
      name: current.name ?? "", description: current.description, isFavorite: current.isFavorite ?? false)
    var draft = before
    try change(&draft)
    if draft == before { return current }
    try draft.check(operation)
    return try await pipeline.send(.json(.listsReplace, path: [id.rawValue], body: JSONCoding.body(draft)))
  }

  /// Deletes a list, not the contacts on it. The service does it by and by: the activity tells how far it is.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is no such list.
  @discardableResult
  public func delete(_ id: ListID) async throws -> BulkActivity {
    try await pipeline.send(.json(.listsDelete, path: [id.rawValue]))
  }

  /// The list with a name, created when there is none.
  public func findOrCreate(named name: String) async throws -> ContactList {
    try await ConstantContactResources.findOrCreate {
      try await find(named: name)
    } create: {
      try await create(ListDraft(name: name))
    }
  }

  /// The V3 ids of lists whose V2 ids are known.
  ///
  /// - Parameter sequenceIDs: The ids in V2, 1 to 500. Unknown ones are missing from the answer.
  public func crossReferences(ofV2 sequenceIDs: [String]) async throws -> [ListCrossReference] {
    try await pipeline.crossReferences(.listsCrossReferences, of: sequenceIDs)
  }
}
