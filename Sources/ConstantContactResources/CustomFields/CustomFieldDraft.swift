internal import ConstantContactCore

/// The values of a custom field that an update changes: its label and its choices.
public struct CustomFieldDraft: Sendable, Hashable, Codable {
  /// The name that users see, 1 to 50 characters.
  public var label: String?
  /// The choices, at most 100; `nil` for a field without choices. A choice that is missing here is deleted.
  public var choices: [CustomFieldChoice]?

  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the choices are incomplete: writing them would
  ///   delete or duplicate some.
  init(_ field: CustomField) throws {
    label = field.label
    let isSelect = field.kind == .singleSelect || field.kind == .multiSelect
    let current = field.choices?.filter { ($0.deletedAt?.text).nilIfBlank == nil }
    let isComplete =
      current.map { $0.allSatisfy { ($0.id?.rawValue).nilIfBlank != nil && $0.label.nilIfBlank != nil } } ?? !isSelect
    guard isComplete else {
      throw ConstantContactError.incomplete(
        ["choices"], of: "custom field", "are incomplete in the response and would be lost", .customFieldsReplace)
    }
    choices = field.choices?.isEmpty == true ? nil : current
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(label?.isEmpty == false, "label", "is empty")
    try check.length("label", label, limit: 50)
    try check.count("choices", choices?.count, limit: 100)
    for choice in choices ?? [] { try check.length("choices.choice_label", choice.label, limit: 255) }
  }
}
