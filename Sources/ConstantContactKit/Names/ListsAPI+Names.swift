internal import ConstantContactCore
public import ConstantContactResources

extension ListsAPI {
  /// Returns the lists with these names, in their order, with one lookup for all of them.
  ///
  /// Case is ignored when no name matches exactly. When two processes create a list at the same time, both get the same one.
  ///
  /// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - creatingMissing: Whether lists that do not exist are created.
  /// - Throws: ``ConstantContactError`` with code `unknownName`, before anything is created, when a list does not exist and is not to be
  ///   created; the error suggests similar names. `CancellationError`.
  public func lists(named names: [String], creatingMissing: Bool = false) async throws -> [ContactList] {
    let lookup = NameLookup<ContactList>(
      kind: "list", operation: OperationDescriptor.listsList.name
    ) {
      try await list().collect()
    } name: {
      $0.name
    } match: {
      ListsAPI.match($0, in: $1)
    } create: {
      try await create(ListDraft(name: $0))
    }
    return try await lookup.resolve(names, creatingMissing: creatingMissing)
  }
}
