internal import ConstantContactCore
public import ConstantContactResources

extension ConstantContact {
  /// Changes to the tags and lists of many contacts, by name.
  public var bulkChanges: BulkContactChanges { BulkContactChanges(client: self) }
}

/// Changes to the tags and lists of many contacts, by name: any number of contacts in one call.
///
/// Names are resolved before anything is sent: one that does not exist ends the call with code `unknownName` and similar names, unless it
/// is to be created. Then failures do not throw: the returned ``BulkContactChange`` has the outcome of every chunk.
///
/// ```swift
/// let change = try await client.bulkChanges.winBack(fromList: "Lapsed", ontoTag: "Win back 2026")
/// print(change)
/// ```
public struct BulkContactChanges: Sendable {
  /// Receives a change each time that it has come further, for storing it.
  public typealias Handler = @Sendable (BulkContactChange) async -> Void

  let client: ConstantContact
  /// The intervals at which the states of activities are requested.
  public var polling = ActivityPolling()

  init(client: ConstantContact) { self.client = client }

  /// Adds tags to contacts and waits until it is done.
  ///
  /// - Parameters:
  ///   - names: The tags, 1 to 50. Missing ones are created, unless `creatingMissing` is false.
  ///   - contacts: The contacts, in any number.
  ///   - creatingMissing: Whether tags that do not exist are created.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Throws: ``ConstantContactError`` when the tags cannot be resolved; `CancellationError`, which leaves started activities running.
  public func addTags(
    named names: [String], to contacts: some Sequence<ContactID>, creatingMissing: Bool = true,
    onChange: Handler? = nil
  ) async throws -> BulkContactChange {
    let tags = try await tagIDs(names, creatingMissing: creatingMissing)
    return try await resume(BulkContactChange([.addTags(tags)], contacts: contacts), onChange: onChange)
  }

  /// Removes tags from contacts and waits until it is done.
  ///
  /// - Parameters:
  ///   - names: The tags, 1 to 50.
  ///   - contacts: The contacts, in any number.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Throws: ``ConstantContactError`` when the tags cannot be resolved; `CancellationError`, which leaves started activities running.
  public func removeTags(
    named names: [String], from contacts: some Sequence<ContactID>, onChange: Handler? = nil
  ) async throws -> BulkContactChange {
    let tags = try await tagIDs(names, creatingMissing: false)
    return try await resume(BulkContactChange([.removeTags(tags)], contacts: contacts), onChange: onChange)
  }

  /// Adds a tag to every contact that clicked a link of an email.
  ///
  /// Contacts that have been deleted since are left out.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameters:
  ///   - name: The tag, which is created when it does not exist.
  ///   - activity: The email: a campaign activity with the role `primary_email`, or a resend.
  ///   - link: The link; any by default.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Throws: ``ConstantContactError`` when the report cannot be read or the tag cannot be resolved; `CancellationError`.
  public func addTag(
    named name: String, toClickersOf activity: CampaignActivityID, linkID link: EmailLinkID? = nil,
    onChange: Handler? = nil
  ) async throws -> BulkContactChange {
    var clickers: [ContactID] = []
    for try await row in client.reports.clicks(of: activity, linkID: link) where row.deletedAt == nil {
      clickers.append(row.contactID)
    }
    return try await addTags(named: [name], to: clickers, onChange: onChange)
  }

  /// Removes contacts from lists and waits until it is done. The contacts are kept.
  ///
  /// - Parameters:
  ///   - contacts: The contacts, in any number.
  ///   - names: The lists, 1 to 50.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Throws: ``ConstantContactError`` when the lists cannot be resolved; `CancellationError`, which leaves started activities running.
  public func remove(
    _ contacts: some Sequence<ContactID>, fromListsNamed names: [String], onChange: Handler? = nil
  ) async throws -> BulkContactChange {
    let lists = try await listIDs(names)
    return try await resume(BulkContactChange([.removeFromLists(lists)], contacts: contacts), onChange: onChange)
  }

  /// Removes **all contacts that can receive email** from lists and waits until it is done. The contacts are kept.
  ///
  /// - Parameters:
  ///   - names: The lists, 1 to 50.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Throws: ``ConstantContactError`` when the lists cannot be resolved; `CancellationError`, which leaves started activities running.
  public func removeAllActiveContacts(
    fromListsNamed names: [String], onChange: Handler? = nil
  ) async throws -> BulkContactChange {
    let lists = try await listIDs(names)
    return try await resume(BulkContactChange([.removeFromLists(lists)], [.allActive]), onChange: onChange)
  }

  /// Moves contacts off a list and onto a tag.
  ///
  /// Contacts are removed from the list only after they have the tag, so that an interruption loses no contact: it leaves contacts
  /// that have the tag and are still on the list. Contacts that cannot be tagged stay on the list, see ``BulkContactChange/Chunk/leftOut``.
  ///
  /// - Parameters:
  ///   - list: The name of the list.
  ///   - tag: The name of the tag, which is created when it does not exist.
  ///   - contacts: The contacts; by default all that are on the list.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Throws: ``ConstantContactError`` when a name cannot be resolved or the list cannot be read; `CancellationError`, which leaves
  ///   started activities running.
  public func winBack(
    fromList list: String, ontoTag tag: String, contacts: [ContactID]? = nil, onChange: Handler? = nil
  ) async throws -> BulkContactChange {
    let lists = try await listIDs([list])
    let tags = try await tagIDs([tag], creatingMissing: true)
    let ids: [ContactID]
    if let contacts {
      ids = contacts
    } else {
      ids = try await client.contacts.list(ContactFilter(statuses: [.all], lists: Set(lists))).collect().map(\.id)
    }
    let change = BulkContactChange([.addTags(tags), .removeFromLists(lists)], contacts: ids)
    return try await resume(change, onChange: onChange)
  }

  /// Continues a change: waits for activities that were started, and sends what was not sent or has failed.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - onChange: Receives the change each time that it has come further.
  /// - Returns: The change with its outcomes. Failures that all chunks would share end the run.
  /// - Throws: `CancellationError`, which leaves started activities running.
  public func resume(_ change: BulkContactChange, onChange: Handler? = nil) async throws -> BulkContactChange {
    var run = BulkContactChangeRun(change, client: client, polling: polling, onChange: onChange)
    return try await run.run()
  }

  private func tagIDs(_ names: [String], creatingMissing: Bool) async throws -> [TagID] {
    let operation = OperationDescriptor.activitiesAddTags.name
    try BulkActivityLimits.checkIDs("tag_ids", names.count, limit: BulkActivityLimits.tags, operation)
    return try await client.tags.tags(named: names, creatingMissing: creatingMissing).map(\.id).withoutDuplicates
  }

  private func listIDs(_ names: [String]) async throws -> [ListID] {
    let operation = OperationDescriptor.activitiesRemoveContacts.name
    try BulkActivityLimits.checkIDs("list_ids", names.count, limit: BulkActivityLimits.lists, operation)
    return try await client.lists.lists(named: names).map(\.id).withoutDuplicates
  }
}

extension Array where Element: Hashable {
  fileprivate var withoutDuplicates: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
