internal import ConstantContactCore

extension BulkActivitiesAPI {
  /// Starts adding contacts to lists.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  ///
  /// - Parameters:
  ///   - source: The contacts.
  ///   - lists: The lists, 1 to 50.
  ///   - excluded: The contacts to leave out, when the source is lists or all contacts that can receive email.
  public func addContacts(
    _ source: ListAdditionSource,
    to lists: [ListID],
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesAddContacts, MembershipBody(source: source.body, exclude: .init(excluded), listIDs: lists))
  }

  /// Starts removing contacts from lists. The contacts are kept.
  ///
  /// See [Remove contacts from lists](https://developer.constantcontact.com/api_guide/remove_list_membership.html).
  ///
  /// - Parameters:
  ///   - source: The contacts.
  ///   - lists: The lists, 1 to 50.
  ///   - excluded: The contacts to leave out, when the source is lists or all contacts that can receive email.
  public func removeContacts(
    _ source: ListRemovalSource,
    from lists: [ListID],
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesRemoveContacts, MembershipBody(source: source.body, exclude: .init(excluded), listIDs: lists))
  }

  /// Starts adding tags to contacts.
  ///
  /// See [Add tags to contacts](https://developer.constantcontact.com/api_guide/add_tagging_activity.html).
  ///
  /// - Parameters:
  ///   - tags: The tags, 1 to 50.
  ///   - source: The contacts.
  ///   - excluded: The contacts to leave out, when the source is lists or all contacts that can receive email.
  public func addTags(
    _ tags: [TagID],
    to source: TaggingSource,
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesAddTags, MembershipBody(source: source.body, exclude: .init(excluded), tagIDs: tags))
  }

  /// Starts removing tags from contacts.
  ///
  /// See [Remove tags from contacts](https://developer.constantcontact.com/api_guide/remove_tagging_activity.html).
  ///
  /// - Parameters:
  ///   - tags: The tags, 1 to 50.
  ///   - source: The contacts.
  ///   - excluded: The contacts to leave out, when the source is lists or all contacts that can receive email.
  public func removeTags(
    _ tags: [TagID],
    from source: TaggingSource,
    excluding excluded: [ContactID] = []
  ) async throws -> BulkActivity {
    try await change(
      .activitiesRemoveTags, MembershipBody(source: source.body, exclude: .init(excluded), tagIDs: tags))
  }

  /// Starts deleting contacts, 1 to 500: they are hidden, removed from all lists, and keep their addresses. This does not opt
  /// them out.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  public func deleteContacts(_ ids: [ContactID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteContacts, "contact_ids", ids, limit: BulkActivityLimits.contacts)
  }

  /// Starts deleting **all contacts on the lists**, 1 to 50 lists. The lists are kept.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  public func deleteContacts(onLists lists: [ListID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteContacts, "list_ids", lists, limit: BulkActivityLimits.lists)
  }

  /// Starts deleting lists, 1 to 100, not the contacts on them.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  public func deleteLists(_ ids: [ListID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteLists, "list_ids", ids, limit: 100)
  }

  /// Starts deleting tags, 1 to 500, and removing them from all contacts.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  public func deleteTags(_ ids: [TagID]) async throws -> BulkActivity {
    try await delete(.activitiesDeleteTags, "tag_ids", ids, limit: 500)
  }

  /// Starts deleting custom fields, 1 to 100, **with their values on all contacts**.
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
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
