public import ConstantContactCore

/// Custom fields: list, find by name, get, create, update, delete.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:read`, writing
/// `contacts:write`.
///
/// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
public struct CustomFieldsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the account's custom fields, at most 100.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  ///
  /// - Parameters:
  ///   - limit: The maximum number of fields to deliver; all by default.
  ///   - pageSize: The number of fields per request, 1 to 100; 100 by default.
  ///   - cursor: Where to continue.
  public func list(
    limit: Int? = nil,
    pageSize: Int = 100,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<CustomField> {
    pipeline.pages(
      .customFieldsList, .member("custom_fields"), limit: limit, pageSize: PageSize(pageSize, 1...100), from: cursor)
  }

  /// Returns the field with a label, or with a name that the API generated, or `nil` when there is none.
  ///
  /// Case is ignored when neither matches exactly.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  public func find(named name: String) async throws -> CustomField? {
    let all = try await list().collect()
    let field = Self.match(name, in: all)
    if field == nil && all.contains(where: { $0.label == nil && $0.name == nil }) {
      throw ConstantContactError.missingKey("label", OperationDescriptor.customFieldsList.name)
    }
    return field
  }

  /// Returns a field by its ID.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the field does not exist.
  public func get(_ id: CustomFieldID) async throws -> CustomField {
    try await pipeline.send(.json(.customFieldsGet, path: [id.rawValue]))
  }

  /// Creates a field.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when another field has the label, `invalidInput` when a value
  ///   exceeds its limit.
  public func create(_ field: NewCustomField) async throws -> CustomField {
    try field.check(OperationDescriptor.customFieldsCreate.name)
    return try await pipeline.send(.json(.customFieldsCreate, body: JSONCoding.body(field)))
  }

  /// Returns the field with a label, which is created as a text field when there is none.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  public func findOrCreate(named label: String) async throws -> CustomField {
    try await ConstantContactResources.findOrCreate {
      try await find(named: label)
    } create: {
      try await create(NewCustomField(label: label))
    }
  }

  /// Updates a field's label and choices: reads it, lets the closure change it, and writes it back.
  ///
  /// The type of the values cannot be changed. Nothing is written when the closure changes nothing.
  ///
  /// ```swift
  /// try await client.customFields.update("04fe9a97-a579-43c5-bb1a-58ed29bf0a6a") { draft in
  ///   draft.choices?.append(CustomFieldChoice("Rye", displayOrder: 5))
  /// }
  /// ```
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when a value or a choice could not be read and would
  ///   be lost; `notFound`, `conflict`, `invalidInput`. Errors of the closure are rethrown.
  @discardableResult
  public func update(
    _ id: CustomFieldID,
    _ change: (inout CustomFieldDraft) throws -> Void
  ) async throws -> CustomField {
    try await pipeline.update(
      .customFieldsReplace, of: "custom field",
      keeping: ["custom_field_id", "name", "metadata", "version", "created_at", "updated_at"]
    ) {
      try await get(id)
    } draft: { current in
      try CustomFieldDraft(current)
    } change: { draft in
      try change(&draft)
    } write: { _, _, draft in
      try draft.check(OperationDescriptor.customFieldsReplace.name)
      return try await pipeline.send(.json(.customFieldsReplace, path: [id.rawValue], body: JSONCoding.body(draft)))
    }
  }

  /// Deletes a field and its values on all contacts. Deleting a field that does not exist is not an error.
  ///
  /// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
  public func delete(_ id: CustomFieldID) async throws {
    try await pipeline.delete(.customFieldsDelete, path: [id.rawValue])
  }

  /// Returns the field with a label or name among known fields.
  package static func match(_ name: String, in fields: [CustomField]) -> CustomField? {
    fields.first { $0.label == name } ?? fields.first { $0.name == name }
      ?? fields.first { $0.label?.lowercased() == name.lowercased() || $0.name?.lowercased() == name.lowercased() }
  }
}
