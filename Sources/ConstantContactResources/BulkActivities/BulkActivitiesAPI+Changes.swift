internal import ConstantContactCore

extension BulkActivitiesAPI {
  /// Starts putting contacts on lists.
  ///
  /// - Parameters:
  ///   - source: Which contacts.
  ///   - lists: 1 to 50 lists.
  ///   - excluded: Contacts to leave out, where the source is lists or all who may be mailed.
  public func addContacts(
    _ source: ListAdditionSource,
    to lists: [ListID],
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesAddContacts, MembershipBody(source: source.body, exclude: .init(excluded), listIDs: lists))
  }

  /// Starts taking contacts off lists. They stay contacts.
  ///
  /// - Parameters:
  ///   - source: Which contacts.
  ///   - lists: 1 to 50 lists.
  ///   - excluded: Contacts to leave out, where the source is lists or all who may be mailed.
  public func removeContacts(
    _ source: ListRemovalSource,
    from lists: [ListID],
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesRemoveContacts, MembershipBody(source: source.body, exclude: .init(excluded), listIDs: lists))
  }

  /// Starts giving tags to contacts.
  ///
  /// - Parameters:
  ///   - tags: 1 to 50 tags.
  ///   - source: Which contacts.
  ///   - excluded: Contacts to leave out, where the source is lists or all who may be mailed.
  public func addTags(
    _ tags: [TagID],
    to source: TaggingSource,
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesAddTags, MembershipBody(source: source.body, exclude: .init(excluded), tagIDs: tags))
  }

  /// Starts taking tags from contacts.
  ///
  /// - Parameters:
  ///   - tags: 1 to 50 tags.
  ///   - source: Which contacts.
  ///   - excluded: Contacts to leave out, where the source is lists or all who may be mailed.
  public func removeTags(
    _ tags: [TagID],
    from source: TaggingSource,
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesRemoveTags, MembershipBody(source: source.body, exclude: .init(excluded), tagIDs: tags))
  }

  /// Starts deleting contacts, 1 to 500: they are hidden, off all lists, and still hold their addresses. This is no
  /// opt-out.
  public func deleteContacts(_ ids: [ContactID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteContacts, "contact_ids", ids, limit: BulkActivityLimits.contacts)
  }

  /// Starts deleting **all contacts on the lists**, 1 to 50 of them. The lists stay.
  public func deleteContacts(onLists lists: [ListID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteContacts, "list_ids", lists, limit: BulkActivityLimits.lists)
  }

  /// Starts deleting lists, 1 to 100, not the contacts on them.
  public func deleteLists(_ ids: [ListID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteLists, "list_ids", ids, limit: 100)
  }

  /// Starts deleting tags, 1 to 500, and taking them from all contacts.
  public func deleteTags(_ ids: [TagID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteTags, "tag_ids", ids, limit: 500)
  }

  /// Starts deleting custom fields, 1 to 100, **with their values in all contacts**.
  public func deleteCustomFields(_ ids: [CustomFieldID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteCustomFields, "custom_field_ids", ids, limit: 100)
  }

  private func change(_ descriptor: OperationDescriptor, _ body: MembershipBody) async throws -> BulkActivity {
    try body.check(descriptor.name)
    return try await start(descriptor, body)
  }

  private func delete(
    _ descriptor: OperationDescriptor,
    _ field: String,
    _ ids: [some OpenValue],
    limit: Int
  ) async throws -> BulkActivity {
    try BulkActivityLimits.checkIDs(field, ids.count, limit: limit, descriptor.name)
    return try await start(descriptor, [field: ids])
  }
}
