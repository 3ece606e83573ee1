#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A custom field as the fake stores it.
struct CustomFieldRecord: Sendable {
  struct Choice: Sendable {
    let id: Int
    var label: String
    var order: Int
    let createdAt: Date
    var updatedAt: Date
  }

  let id: String
  /// Stays the same when other fields are deleted, so that pages neither skip nor repeat fields.
  let sequence: Int
  var label: String
  let type: String
  let metadata: JSON?
  let version: Int
  var choices: [Choice] = []
  let createdAt: Date
  var updatedAt: Date

  /// The name derived from the label: spaces become underscores.
  static func name(for label: String) -> String { label.replacing(" ", with: "_") }

  var hasChoices: Bool { type == "single_select" || type == "multi_select" }

  /// 100 for a dropdown, 20 for check boxes and radio buttons.
  var maximumChoices: Int {
    ["checkbox", "radio"].contains(metadata?["display_type"]?.string) ? 20 : 100
  }

  /// Returns what is wrong with a contact's value of this field.
  func faults(in item: JSON) -> [String] {
    let given = item["choice_ids"]?.array
    guard hasChoices else {
      return given == nil ? [] : ["custom_fields: \(id) is of type \(type) and has no choice_ids"]
    }
    guard let given else { return ["custom_fields: choice_ids is missing for \(id) of type \(type)"] }
    let known = Set(choices.map { String($0.id) })
    if type == "single_select", given.count > 1 {
      return ["custom_fields: \(id) is of type single_select and takes one of its choice_ids"]
    }
    return given.compactMap(\.string).filter { !known.contains($0) }
      .map { "custom_fields: \(id) has no choice \($0)" }
  }

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
    if hasChoices {
      members["choices"] = .array(
        choices.map { choice in
          [
            "custom_field_id": .string(id), "choice_id": .integer(choice.id), "choice_label": .string(choice.label),
            "display_order": .integer(choice.order), "created_at": WireDate.timestamp(choice.createdAt),
            "updated_at": WireDate.timestamp(choice.updatedAt),
          ]
        })
    }
    return .object(members)
  }
}
