internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

/// The lists and custom fields that a pusher uses, looked up once and shared by all its leads.
///
/// Callers that need the same lookup wait for one request. A cancelled caller leaves at once, and the lookup goes on for the others.
/// Failed lookups are not remembered, except that a list name or field name that does not exist is looked up again only after
/// ``missingLifetime``.
actor AccountDirectory {
  /// A lookup or creation that callers share.
  private enum Work: Hashable {
    case lists, fields, refresh
    case newField(String)
    case newChoices(CustomFieldID)
  }

  /// How long a name that does not exist is not looked up again.
  static let missingLifetime: Duration = .seconds(300)
  /// How long rejected requests cause no new lookup after one that changed nothing.
  static let refreshInterval: Duration = .seconds(60)

  private let lists: ListsAPI
  private let fields: CustomFieldsAPI
  private let time: TimeSource
  private let references: [ListReference]

  private var listIDs: [ListID]?
  private var missingLists: (error: ConstantContactError, until: Duration)?
  private var knownFields: [CustomField]?
  private var fieldsLoadedAt: Duration = .zero
  private var pendingChoices: [CustomFieldID: [String]] = [:]
  private var fruitlessRefresh: Duration?
  /// Increases when a refresh changes what is known.
  private(set) var version = 0

  private var waiters: [Work: [Int: CheckedContinuation<Void, any Error>]] = [:]
  private var lastWaiter = 0

  init(client: ConstantContact, lists references: [ListReference]) {
    lists = client.lists
    fields = client.customFields
    time = client.configuration.time
    self.references = references
  }

  // MARK: Lists

  /// The IDs of the pusher's lists.
  ///
  /// - Throws: ``ConstantContactError`` with code `unknownName` when a list name does not exist.
  func resolvedLists() async throws -> [ListID] {
    if let listIDs { return listIDs }
    if let missingLists, time.elapsed < missingLists.until { throw missingLists.error }
    try await join(.lists) { try await self.loadLists() }
    return listIDs ?? []
  }

  private func loadLists() async throws {
    var everyList: [ContactList]?
    var ids: [ListID] = []
    if references.count(where: \.isName) > 1 {
      // One lookup for all names, unless a list cannot be read, which may have one of them.
      let readable = try await lists.list().collectReadable()
      if readable.undecodable.isEmpty { everyList = readable.elements }
    }
    for reference in references {
      let id: ListID
      switch reference {
      case .id(let given):
        id = given
      case .name(let name):
        if everyList == nil, let exact = try await lists.find(exactly: name) {
          id = exact.id
          break
        }
        // An unreadable list was not the one with exactly this name.
        let all: [ContactList]
        if let everyList { all = everyList } else { all = try await lists.list().onUndecodable { _ in }.collect() }
        everyList = all
        guard let match = ListsAPI.match(name, in: all) else {
          let error = ConstantContactError.unknownNames(
            [name], of: "list", among: all.compactMap(\.name), OperationDescriptor.listsList.name)
          (listIDs, missingLists) = (nil, (error, time.elapsed + Self.missingLifetime))
          throw error
        }
        id = match.id
      }
      if !ids.contains(id) { ids.append(id) }
    }
    (listIDs, missingLists) = (ids, nil)
  }

  // MARK: Custom fields

  /// Looks the custom fields up, unless they are known.
  func loadFieldsOnce() async throws {
    if knownFields == nil { try await join(.fields) { try await self.loadFields() } }
  }

  /// The known custom field with an ID.
  func knownField(_ id: CustomFieldID) -> CustomField? { knownFields?.first { $0.id == id } }

  /// The custom field with a label or name, created when requested.
  func field(named name: String, creating: Bool) async throws -> CustomField? {
    if let field = try await knownField(name) { return field }
    guard creating else { return nil }
    try await join(.newField(name.lowercased())) {
      let field = try await self.fields.findOrCreate(named: name)
      await self.store(field)
    }
    return CustomFieldsAPI.match(name, in: knownFields ?? [])
  }

  /// The choices of a custom field that a text names, with missing ones added when requested.
  func choices(of field: CustomField, in text: String, creating: Bool) async throws -> CustomField.ChoiceMatch {
    var match = field.choices(in: text)
    if match.unknown.isEmpty { return match }
    if creating {
      pendingChoices[field.id, default: []] += match.unknown
      // Work that was under way may have begun without these labels: the second one includes them.
      for _ in 0..<2 where !match.unknown.isEmpty {
        try await join(.newChoices(field.id)) { try await self.addChoices(to: field.id) }
        match = current(field).choices(in: text)
      }
    } else if fieldsAreOutdated {
      try await join(.fields) { try await self.loadFields() }
      match = current(field).choices(in: text)
    }
    return match
  }

  private func knownField(_ name: String) async throws -> CustomField? {
    if let match = CustomFieldsAPI.match(name, in: knownFields ?? []) { return match }
    if knownFields == nil || fieldsAreOutdated { try await join(.fields) { try await self.loadFields() } }
    return CustomFieldsAPI.match(name, in: knownFields ?? [])
  }

  private var fieldsAreOutdated: Bool { time.elapsed - fieldsLoadedAt >= Self.missingLifetime }

  private func loadFields() async throws {
    // An unreadable field is treated as missing.
    knownFields = try await fields.list().onUndecodable { _ in }.collect()
    fieldsLoadedAt = time.elapsed
  }

  private func store(_ field: CustomField) {
    knownFields = (knownFields ?? []).filter { $0.id != field.id } + [field]
  }

  private func current(_ field: CustomField) -> CustomField {
    knownFields?.first { $0.id == field.id } ?? field
  }

  private func addChoices(to id: CustomFieldID) async throws {
    let labels = pendingChoices.removeValue(forKey: id) ?? []
    store(
      try await fields.update(id) { draft in
        var choices = draft.choices ?? []
        var order = choices.compactMap(\.displayOrder).max() ?? 0
        for label in labels where !choices.contains(where: { $0.label?.lowercased() == label.lowercased() }) {
          order = order < Int.max ? order + 1 : order
          choices.append(CustomFieldChoice(label, displayOrder: order))
        }
        draft.choices = choices
      })
  }

  // MARK: Refresh

  /// Looks everything up again after the API rejected a request that used it.
  ///
  /// - Parameter version: The ``version`` that the request was made with.
  /// - Returns: Whether anything has changed since that version.
  /// - Throws: ``ConstantContactError``, among others with code `unknownName` when a list no longer exists.
  func refresh(since version: Int) async throws -> Bool {
    if version != self.version { return true }
    if let fruitlessRefresh, time.elapsed - fruitlessRefresh < Self.refreshInterval { return false }
    try await join(.refresh) { try await self.reload() }
    return version != self.version
  }

  private func reload() async throws {
    let before = (listIDs, knownFields)
    do {
      try await loadLists()
      if knownFields != nil { try await loadFields() }
    } catch let error as ConstantContactError where error.code == .unknownName {
      version += 1
      throw error
    }
    if (listIDs, knownFields) == before { fruitlessRefresh = time.elapsed } else { version += 1 }
  }

  // MARK: Sharing

  /// Waits for shared work, which is started when it is not under way.
  private func join(_ work: Work, _ body: @escaping @Sendable () async throws -> Void) async throws {
    lastWaiter += 1
    let id = lastWaiter
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if waiters[work] == nil { Task { await self.run(work, body) } }
        waiters[work, default: [:]][id] = continuation
      }
    } onCancel: {
      Task { await self.leave(work, id) }
    }
  }

  private func run(_ work: Work, _ body: @Sendable () async throws -> Void) async {
    do {
      try await body()
      for waiter in (waiters.removeValue(forKey: work) ?? [:]).values { waiter.resume() }
    } catch {
      for waiter in (waiters.removeValue(forKey: work) ?? [:]).values { waiter.resume(throwing: error) }
    }
  }

  private func leave(_ work: Work, _ id: Int) {
    waiters[work]?.removeValue(forKey: id)?.resume(throwing: CancellationError())
  }
}
