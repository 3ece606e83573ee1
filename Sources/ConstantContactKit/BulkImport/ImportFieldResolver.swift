internal import ConstantContactCore
internal import ConstantContactResources

/// Replaces labels and names of custom fields by the names that imports use, and checks choices.
struct ImportFieldResolver {
  private let createsFields: Bool
  private let createsChoices: Bool
  private var fields: [String: CustomField] = [:]
  /// The names that the account does not have, in the order of their first use.
  private(set) var missing: [String] = []
  private var missingNames: Set<String> = []

  init(_ options: BulkImport.Options) {
    createsFields = options.createsCustomFields
    createsChoices = options.createsCustomFieldChoices
  }

  /// Resolves the custom fields of a contact.
  ///
  /// - Returns: Why the contact cannot be imported; `nil` when it can.
  mutating func resolve(_ contact: inout ImportedContact, _ directory: AccountDirectory) async throws -> String? {
    guard !contact.customFields.isEmpty else { return nil }
    var values: [String: String] = [:]
    for (key, text) in contact.customFields.sorted(by: { $0.key < $1.key }) {
      guard let text = text.trimmed else { continue }
      guard let field = try await field(key, directory), let name = field.name ?? field.label else { continue }
      if [.singleSelect, .multiSelect].contains(field.kind) {
        guard let labels = try await choices(of: field, key: key, in: text, directory) else {
          return "the custom field `\(name)` does not have this choice"
        }
        values[name] = labels
      } else {
        values[name] = text
      }
    }
    contact.customFields = values
    return nil
  }

  private mutating func field(_ key: String, _ directory: AccountDirectory) async throws -> CustomField? {
    if let field = fields[key] { return field }
    if missingNames.contains(key) { return nil }
    if let field = try await directory.field(named: key, creating: createsFields) {
      fields[key] = field
      return field
    }
    missingNames.insert(key)
    missing.append(key)
    return nil
  }

  /// The labels of the choices as the field spells them, separated by commas; `nil` when there is an unknown one.
  private mutating func choices(
    of field: CustomField, key: String, in text: String, _ directory: AccountDirectory
  ) async throws -> String? {
    var (field, match) = (field, field.choices(in: text))
    if !match.unknown.isEmpty, createsChoices {
      match = try await directory.choices(of: field, in: text, creating: true)
      field = try await directory.field(named: key, creating: false) ?? field
      fields[key] = field
    }
    guard match.unknown.isEmpty else { return nil }
    return match.ids.compactMap { id in field.choices?.first { $0.id == id }?.label }.joined(separator: ",")
  }
}
