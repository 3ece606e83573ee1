internal import ConstantContactCore
public import ConstantContactTransport

/// A contact's values of custom fields: at most one value for each field.
///
/// Setting a value replaces the one that the field had:
///
/// ```swift
/// let salutation = try await client.customFields.find(named: "Salutation")
/// try await client.contacts.update(id) { draft in
///   if let salutation { try draft.customFields.set("Dr.", for: salutation) }
///   draft.customFields["04fe9a97-a579-43c5-bb1a-58ed29bf0a6a"] = "blue"
/// }
/// ```
///
/// See [Add custom field data](https://developer.constantcontact.com/api_guide/add_custom_field_data.html).
public struct CustomFieldValues: Sendable, Hashable {
  private var values: [ContactCustomField] = []

  /// Creates an empty collection.
  public init() {}

  /// Creates a collection. Of several values for one field, the last counts.
  public init(_ values: some Sequence<ContactCustomField>) {
    for value in values { set(value) }
  }

  /// The text of a field; `nil` when the field has none.
  ///
  /// Assigning text replaces the field's value. Assigning `nil` or blank text removes the field. For a field with choices,
  /// use `set(_:for:)`, which resolves the label.
  public subscript(id: CustomFieldID) -> String? {
    get { index(of: id).flatMap { values[$0].value } }
    set {
      guard let text = newValue.nilIfBlank else { return remove(id) }
      guard let index = index(of: id) else { return values.append(ContactCustomField(id, value: text)) }
      values[index].value = text
      // Choices and text of one field would contradict each other.
      if values[index].choiceIDs?.isEmpty == false { values[index].choiceIDs = nil }
    }
  }

  /// Sets a field's value, which replaces the one that the field had.
  public mutating func set(_ value: ContactCustomField) {
    // A response may lack the ID; such values are kept apart.
    if !value.id.rawValue.isEmpty, let index = index(of: value.id) {
      values[index] = value
    } else {
      values.append(value)
    }
  }

  /// Sets a field's text, or, for a field with choices, the choice with that label.
  ///
  /// - Parameters:
  ///   - text: The text or label. `nil` or blank text removes the field.
  ///   - field: The field, as `client.customFields` returned it.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the field has choices and none has this label.
  public mutating func set(_ text: String?, for field: CustomField) throws {
    guard let text = text.nilIfBlank else { return remove(field.id) }
    if field.hasChoices {
      try set([text], for: field)
    } else {
      self[field.id] = text
    }
  }

  /// Selects the choices with these labels.
  ///
  /// - Parameters:
  ///   - labels: The labels. None removes the field.
  ///   - field: The field, as `client.customFields` returned it.
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when the field has no choice with one of the labels, or
  ///   takes a single choice.
  public mutating func set(_ labels: [String], for field: CustomField) throws {
    if labels.isEmpty { return remove(field.id) }
    let name = field.label ?? field.id.rawValue
    func refuse(_ reason: String) -> ConstantContactError {
      ConstantContactError(
        .invalidInput, "Custom field `\(name)` was not set: \(reason)",
        operation: OperationDescriptor.contactsReplace.name)
    }
    if field.kind == .singleSelect && labels.count > 1 {
      throw refuse("it takes one choice, not \(labels.count).")
    }
    var choices: [CustomFieldChoiceID] = []
    for label in labels {
      guard let id = field.choice(labeled: label)?.id else {
        throw refuse(
          "no choice has this label. Use a label of its `choices`, or add the choice with customFields.update(_:_:).")
      }
      if !choices.contains(id) { choices.append(id) }
    }
    if let index = index(of: field.id), values[index].choiceIDs == choices { return }
    set(ContactCustomField(field.id, choiceIDs: choices))
  }

  /// Removes a field's value.
  public mutating func remove(_ id: CustomFieldID) { values.removeAll { $0.id == id } }

  /// Removes the values that satisfy a condition.
  public mutating func removeAll(where condition: (ContactCustomField) throws -> Bool) rethrows {
    try values.removeAll(where: condition)
  }

  /// Removes all values.
  public mutating func removeAll() { values = [] }

  private func index(of id: CustomFieldID) -> Int? { values.firstIndex { $0.id == id } }
}

extension CustomFieldValues: RandomAccessCollection {
  /// The position of the first value.
  public var startIndex: Int { values.startIndex }
  /// The position after the last value.
  public var endIndex: Int { values.endIndex }
  /// The value at a position.
  public subscript(position: Int) -> ContactCustomField { values[position] }
}

extension CustomFieldValues: ExpressibleByArrayLiteral {
  /// Creates a collection. Of several values for one field, the last counts.
  public init(arrayLiteral elements: ContactCustomField...) { self.init(elements) }
}

extension CustomFieldValues: Codable {
  /// Decodes an array of values.
  public init(from decoder: any Decoder) throws { self.init(try [ContactCustomField](from: decoder)) }

  /// Encodes an array of values.
  public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}

extension CustomFieldValues: Redacting {
  /// The number of values, without the values.
  public var description: String { "CustomFieldValues(\(values.count))" }
}
