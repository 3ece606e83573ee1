public import ConstantContactCore

/// Tags: list, find by name, get, create, rename, delete.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:read`, writing `contacts:write`. See the
/// vendor's pages under "Contact tags".
public struct TagsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists tags.
  ///
  /// - Parameters:
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 500; 500 by default.
  ///   - countingContacts: Whether to count the contacts of each tag.
  ///   - cursor: Where to go on from.
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

  /// Finds the tag with a name. Case does not matter when there is no exact match.
  ///
  /// The service cannot search by name: all tags are looked through, 500 a request.
  public func find(named name: String) async throws -> ContactTag? {
    let all = try await list().collect()
    return all.first { $0.name == name } ?? all.first { $0.name?.lowercased() == name.lowercased() }
  }

  /// The tag with a name, created when there is none.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - source: Where a new tag comes from.
  public func findOrCreate(named name: String, source: String? = nil) async throws -> ContactTag {
    try await ConstantContactResources.findOrCreate {
      try await find(named: name)
    } create: {
      try await create(name: name, source: source)
    }
  }

  /// Gets a tag by its id.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: TagID, countingContacts: Bool = false) async throws -> ContactTag {
    var query = QueryItems()
    query.add("include_count", countingContacts ? true : nil)
    return try await pipeline.send(.json(.tagsGet, path: [id.rawValue], query: query.items))
  }

  /// Creates a tag.
  ///
  /// - Parameters:
  ///   - name: The name, 1 to 255 characters, unique in the account.
  ///   - source: Where it comes from, such as the name of an integration. It cannot be changed later.
  /// - Throws: ``ConstantContactError`` with code `conflict` when the name is taken, `invalidInput` when it is too long.
  public func create(name: String, source: String? = nil) async throws -> ContactTag {
    try check(name, OperationDescriptor.tagsCreate.name)
    let body = try JSONCoding.body(TagBody(name: name, source: source))
    return try await pipeline.send(.json(.tagsCreate, body: body))
  }

  /// Renames a tag.
  ///
  /// - Throws: As ``create(name:source:)`` does.
  @discardableResult
  public func rename(_ id: TagID, to name: String) async throws -> ContactTag {
    try check(name, OperationDescriptor.tagsRename.name)
    let body = try JSONCoding.body(TagBody(name: name, source: nil))
    return try await pipeline.send(.json(.tagsRename, path: [id.rawValue], body: body))
  }

  /// Deletes a tag, and takes it off all contacts. The service does it by and by: the activity tells how far it is.
  @discardableResult
  public func delete(_ id: TagID) async throws -> BulkActivity {
    try await pipeline.send(.json(.tagsDelete, path: [id.rawValue]))
  }

  private func check(_ name: String, _ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!name.isEmpty, "name", "is empty")
    try check.length("name", name, limit: 255)
  }
}

private struct TagBody: Encodable {
  let name: String
  let source: String?

  enum CodingKeys: String, CodingKey {
    case name
    case source = "tag_source"
  }
}
