internal import ConstantContactCore
public import ConstantContactResources

extension CustomFieldsAPI {
  /// Returns the custom fields with these labels or names, in their order, with one lookup for all of them.
  ///
  /// Case is ignored when nothing matches exactly. When two processes create a field at the same time, both get the same one.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  ///
  /// - Parameters:
  ///   - names: The labels or names.
  ///   - creatingMissing: Whether fields that do not exist are created, as text.
  /// - Throws: ``ConstantContactError`` with code `unknownName`, before anything is created, when a field does not exist and is not to be
  ///   created; the error suggests similar labels. `CancellationError`.
  public func fields(named names: [String], creatingMissing: Bool = false) async throws -> [CustomField] {
    let lookup = NameLookup<CustomField>(
      kind: "custom field", operation: OperationDescriptor.customFieldsList.name
    ) {
      try await list().collect()
    } name: {
      $0.label ?? $0.name
    } match: {
      CustomFieldsAPI.match($0, in: $1)
    } create: {
      try await create(NewCustomField(label: $0))
    }
    return try await lookup.resolve(names, creatingMissing: creatingMissing)
  }
}
