#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A custom field as the fake holds it.
struct CustomFieldRecord: Sendable {
  let id: String
  /// Kept when the field is deleted and others move up, so that pages neither skip nor repeat.
  let sequence: Int
  var label: String
  let type: String
  let metadata: JSON?
  let version: Int
  var choices: [JSON] = []
  let createdAt: Date
  var updatedAt: Date

  /// The name made from the label: blanks become underscores.
  static func name(for label: String) -> String { label.replacing(" ", with: "_") }

  var json: JSON {
    var members: [String: JSON] = [
      "custom_field_id": .string(id),
      "label": .string(label),
      "name": .string(Self.name(for: label)),
      "type": .string(type),
      "version": .integer(version),
      "created_at": WireDate.timestamp(createdAt),
      "updated_at": WireDate.timestamp(updatedAt),
    ]
    members["metadata"] = metadata
    if !choices.isEmpty { members["choices"] = .array(choices) }
    return .object(members)
  }
}
