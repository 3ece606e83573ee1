internal import ConstantContactCore
internal import ConstantContactResources

/// What a pusher has to know of the account, looked up once: lists by name, custom fields by label.
actor AccountDirectory {
  private let lists: ListsAPI
  private let fields: CustomFieldsAPI
  private var listIDs: [ListReference: ListID] = [:]
  private var knownFields: [CustomField]?

  init(lists: ListsAPI, fields: CustomFieldsAPI) {
    self.lists = lists
    self.fields = fields
  }

  /// - Throws: ``ConstantContactError`` with code `notFound` when there is no list of a name.
  func listIDs(for references: [ListReference]) async throws -> [ListID] {
    var ids: [ListID] = []
    for reference in references {
      let id = try await listID(for: reference)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private func listID(for reference: ListReference) async throws -> ListID {
    switch reference {
    case .id(let id):
      return id
    case .name(let name):
      if let id = listIDs[reference] { return id }
      guard let list = try await lists.find(named: name) else {
        throw ConstantContactError(
          .notFound, "there is no list named \"\(name)\"", operation: OperationDescriptor.listsList.name)
      }
      listIDs[reference] = list.id
      return list.id
    }
  }

  /// The account's custom fields, with those created that are missing, if that is wanted.
  func customFields(covering names: some Collection<String> & Sendable, creating: Bool) async throws -> [CustomField] {
    if names.isEmpty { return [] }
    var known: [CustomField]
    if let knownFields { known = knownFields } else { known = try await fields.list().collect() }
    if creating {
      for name in names.sorted() where CustomFieldsAPI.match(name, in: known) == nil {
        known.append(try await fields.findOrCreate(named: name))
      }
    }
    knownFields = known
    return known
  }
}
