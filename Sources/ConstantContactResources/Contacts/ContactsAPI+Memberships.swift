extension ContactsAPI {
  /// Puts a contact on lists, and leaves those it is on.
  ///
  /// This and its neighbours read the contact, change it and write it back, as ``update(_:source:consent:reviving:_:)`` does, and
  /// throw as that does. Nothing is written when nothing changes. For many contacts at once there are bulk activities.
  @discardableResult
  public func add(_ id: ContactID, toLists lists: [ListID]) async throws -> Contact {
    try await update(id) { draft in
      draft.listMemberships += lists.filter { !draft.listMemberships.contains($0) }
    }
  }

  /// Takes a contact off lists; off all of them when none is named. This is no opt-out.
  @discardableResult
  public func remove(_ id: ContactID, fromLists lists: [ListID]? = nil) async throws -> Contact {
    try await update(id) { draft in
      draft.listMemberships.removeAll { lists?.contains($0) ?? true }
    }
  }

  /// Tags a contact, and leaves the tags it carries.
  @discardableResult
  public func add(_ id: ContactID, tags: [TagID]) async throws -> Contact {
    try await update(id) { draft in
      draft.taggings += tags.filter { !draft.taggings.contains($0) }
    }
  }

  /// Takes tags off a contact.
  @discardableResult
  public func remove(_ id: ContactID, tags: [TagID]) async throws -> Contact {
    try await update(id) { draft in
      draft.taggings.removeAll { tags.contains($0) }
    }
  }

  /// Takes a contact off a list and tags it, in one write: a win-back.
  @discardableResult
  public func move(_ id: ContactID, offList list: ListID, ontoTag tag: TagID) async throws -> Contact {
    try await update(id) { draft in
      draft.listMemberships.removeAll { $0 == list }
      if !draft.taggings.contains(tag) { draft.taggings.append(tag) }
    }
  }
}
