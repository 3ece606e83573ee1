public import ConstantContactCore

/// Tags: list, find by name, get, create, update, delete.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:read`, writing
/// `contacts:write`.
///
/// See [Get tags](https://developer.constantcontact.com/api_guide/tags_get.html).
public struct TagsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists tags.
  ///
  /// See [Get tags](https://developer.constantcontact.com/api_guide/tags_get.html).
  ///
  /// - Parameters:
  ///   - limit: The maximum number of tags to deliver; all by default.
  ///   - pageSize: The number of tags per request, 1 to 500; 500 by default.
  ///   - countingContacts: Whether to count the contacts with each tag.
  ///   - cursor: Where to continue.
  public func list(
    limit: Int? = nil,
    pageSize: Int = 500,
    countingContacts: Bool = false,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<ContactTag> {
    pipeline.pages(.tagsList, .member("tags"), limit: limit, pageSize: PageSize(pageSize, 1...500), from: cursor) {
      var query = QueryItems()
      query.add("include_count", countingContacts ? true : nil)
      return query.items
    }
  }

  /// Returns the tag with a name, or `nil` when there is none. Case is ignored when no name matches exactly.
  ///
  /// The API cannot search by name: all tags are read, 500 per request.
  ///
  /// See [Get tags](https://developer.constantcontact.com/api_guide/tags_get.html).
  public func find(named name: String) async throws -> ContactTag? {
    let all = try await list().collect()
    let tag = all.first { $0.name == name } ?? all.first { $0.name?.lowercased() == name.lowercased() }
    if tag == nil && all.contains(where: { $0.name == nil }) {
      throw ConstantContactError.missingKey("name", OperationDescriptor.tagsList.name)
    }
    return tag
  }

  /// Returns the tag with a name, which is created when there is none.
  ///
  /// See [Create tags](https://developer.constantcontact.com/api_guide/tags_create.html).
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - source: The origin of a new tag.
  public func findOrCreate(named name: String, source: String? = nil) async throws -> ContactTag {
    try await ConstantContactResources.findOrCreate {
      try await find(named: name)
    } create: {
      try await create(NewContactTag(name: name, source: source))
    }
  }

  /// Returns a tag by its ID.
  ///
  /// See [Get a tag](https://developer.constantcontact.com/api_guide/tags_get_single.html).
  ///
  /// - Parameters:
  ///   - id: The tag.
  ///   - countingContacts: Whether to count the contacts with the tag.
  /// - Throws: ``ConstantContactError`` with code `notFound` when the tag does not exist.
  public func get(_ id: TagID, countingContacts: Bool = false) async throws -> ContactTag {
    var query = QueryItems()
    query.add("include_count", countingContacts ? true : nil)
    return try await pipeline.send(.json(.tagsGet, path: [id.rawValue], query: query.items))
  }

  /// Creates a tag.
  ///
  /// See [Create tags](https://developer.constantcontact.com/api_guide/tags_create.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when another tag has the name, `invalidInput` when the name is
  ///   empty or too long.
  public func create(_ tag: NewContactTag) async throws -> ContactTag {
    try ContactTagDraft.check(tag.name, OperationDescriptor.tagsCreate.name)
    return try await pipeline.send(.json(.tagsCreate, body: JSONCoding.body(tag)))
  }

  /// Updates a tag: reads it, lets the closure change its name, and writes it back. Nothing is written when the closure
  /// changes nothing.
  ///
  /// See [Update a tag](https://developer.constantcontact.com/api_guide/tags_update.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound`, `conflict` when another tag has the name, `invalidInput` when
  ///   the name is empty or too long. Errors of the closure are rethrown.
  @discardableResult
  public func update(_ id: TagID, _ change: (inout ContactTagDraft) throws -> Void) async throws -> ContactTag {
    try await pipeline.update(
      .tagsRename, of: "tag", keeping: ["tag_id", "tag_source", "contacts_count", "created_at", "updated_at"]
    ) {
      try await get(id)
    } draft: { current in
      // The name is all that a request sets: a missing one cannot be lost.
      ContactTagDraft(name: current.name ?? "")
    } change: { draft in
      try change(&draft)
    } write: { _, _, draft in
      try ContactTagDraft.check(draft.name, OperationDescriptor.tagsRename.name)
      return try await pipeline.send(.json(.tagsRename, path: [id.rawValue], body: JSONCoding.body(draft)))
    }
  }

  /// Deletes a tag and removes it from all contacts. The deletion runs asynchronously; the returned activity shows its
  /// progress.
  ///
  /// See [Delete a tag](https://developer.constantcontact.com/api_guide/tags_delete.html).
  @discardableResult
  public func delete(_ id: TagID) async throws -> BulkActivity {
    try await pipeline.send(.json(.tagsDelete, path: [id.rawValue]))
  }
}
