internal import ConstantContactCore
public import ConstantContactResources

extension TagsAPI {
  /// Returns the tags with these names, in their order, with one lookup for all of them.
  ///
  /// Case is ignored when no name matches exactly. When two processes create a tag at the same time, both get the same one.
  ///
  /// See [Get tags](https://developer.constantcontact.com/api_guide/tags_get.html).
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - creatingMissing: Whether tags that do not exist are created.
  /// - Throws: ``ConstantContactError`` with code `unknownName`, before anything is created, when a tag does not exist and is not to be
  ///   created; the error suggests similar names. `CancellationError`.
  public func tags(named names: [String], creatingMissing: Bool = false) async throws -> [ContactTag] {
    let lookup = NameLookup<ContactTag>(
      kind: "tag", operation: OperationDescriptor.tagsList.name
    ) {
      try await list().collect()
    } name: {
      $0.name
    } match: { name, tags in
      tags.first { $0.name == name } ?? tags.first { $0.name?.lowercased() == name.lowercased() }
    } create: {
      try await create(NewContactTag(name: $0))
    }
    return try await lookup.resolve(names, creatingMissing: creatingMissing)
  }
}
