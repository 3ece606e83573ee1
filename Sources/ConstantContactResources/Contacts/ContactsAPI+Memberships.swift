extension ContactsAPI {
  /// Adds a contact to lists.
  ///
  /// This method and its siblings read the contact, change it and write it back as
  /// ``update(_:source:consent:reviving:_:)`` does, and throw as it does. Nothing is written when nothing changes. For
  /// many contacts at once, use the bulk activities.
  @discardableResult
  public func add(_ id: ContactID, toLists lists: [ListID]) async throws -> Contact {
    try await update(id) { $0.listMemberships.add(lists) }
  }

  /// Removes a contact from lists. This does not opt it out.
  @discardableResult
  public func remove(_ id: ContactID, fromLists lists: [ListID]) async throws -> Contact {
    try await update(id) { draft in
      draft.listMemberships.removeAll { lists.contains($0) }
    }
  }

  /// Removes a contact from **every list** it is on. This does not opt it out.
  @discardableResult
  public func removeFromAllLists(_ id: ContactID) async throws -> Contact {
    try await update(id) { $0.listMemberships.removeAll() }
  }

  /// Adds tags to a contact.
  @discardableResult
  public func add(_ id: ContactID, tags: [TagID]) async throws -> Contact {
    try await update(id) { $0.taggings.add(tags) }
  }

  /// Removes tags from a contact.
  @discardableResult
  public func remove(_ id: ContactID, tags: [TagID]) async throws -> Contact {
    try await update(id) { draft in
      draft.taggings.removeAll { tags.contains($0) }
    }
  }

  /// Removes a contact from a list and tags it, in one write.
  @discardableResult
  public func move(_ id: ContactID, offList list: ListID, ontoTag tag: TagID) async throws -> Contact {
    try await update(id) { draft in
      draft.listMemberships.removeAll { $0 == list }
      draft.taggings.add([tag])
    }
  }
}
