public import ConstantContactCore

/// Custom fields: list, find by name, create.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:read`, writing `contacts:write`. See the
/// vendor's pages under "Custom fields".
public struct CustomFieldsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// Lists the account's custom fields, at most 100.
  ///
  /// - Parameters:
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, 1 to 100; 100 by default.
  ///   - cursor: Where to go on from.
  public func list(
    limit: Int? = nil,
    pageSize: Int = 100,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<CustomField> {
    pipeline.pages(
      .customFieldsList, keys: PageKeys(items: "custom_fields", total: nil), limit: limit, from: cursor
    ) {
      try InputCheck("customFields.list").range("pageSize", pageSize, 1...100)
      return [("limit", String(pageSize))]
    }
  }

  /// Finds a custom field by its label or by the name that the API derives from it.
  ///
  /// An exact match is preferred over one that differs in case.
  ///
  /// - Returns: The field, or `nil` when no field has the label or name.
  public func find(named name: String) async throws -> CustomField? {
    Self.match(name, in: try await list().collect())
  }

  /// Gets a field by its id.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: CustomFieldID) async throws -> CustomField {
    try await pipeline.send(.json(.customFieldsGet, path: [id.rawValue]))
  }

  /// Creates a field.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the label is taken, `invalidInput` when it is too long.
  public func create(_ field: NewCustomField) async throws -> CustomField {
    try field.check(OperationDescriptor.customFieldsCreate.name)
    return try await pipeline.send(.json(.customFieldsCreate, body: JSONCoding.body(field)))
  }

  /// Returns the custom field with a label, creating a text field when it does not exist.
  public func findOrCreate(named label: String) async throws -> CustomField {
    try await ConstantContactResources.findOrCreate {
      try await find(named: label)
    } create: {
      try await create(NewCustomField(label: label))
    }
  }

  /// Changes a field's label and choices: reads it, lets the closure change it, and writes it all back. What it holds cannot be
  /// changed. Nothing is written when the closure changes nothing.
  @discardableResult
  public func update(
    _ id: CustomFieldID,
    _ change: (inout CustomFieldDraft) throws -> Void
  ) async throws -> CustomField {
    let current = try await get(id)
    let before = CustomFieldDraft(current)
    var draft = before
    try change(&draft)
    if draft == before { return current }
    try draft.check(OperationDescriptor.customFieldsReplace.name)
    return try await pipeline.send(.json(.customFieldsReplace, path: [id.rawValue], body: JSONCoding.body(draft)))
  }

  /// Deletes a field, and its values on all contacts. A field that is gone already is no error.
  public func delete(_ id: CustomFieldID) async throws {
    try await pipeline.delete(.customFieldsDelete, path: [id.rawValue])
  }

  /// Returns the field with a label or name among fetched fields. An exact match is preferred over one that differs in case.
  package static func match(_ name: String, in fields: [CustomField]) -> CustomField? {
    fields.first { $0.label == name } ?? fields.first { $0.name == name }
      ?? fields.first { $0.label?.lowercased() == name.lowercased() || $0.name?.lowercased() == name.lowercased() }
  }
}
