#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An automation as the fake stores it.
struct AutomationRecord: Sendable {
  let id: String
  let createdAt: Date
  let isFromTemplate: Bool
  var channel = "EMAIL"
  var name: String
  var isNameExplicit: Bool
  var description: String?
  var tags: JSON
  var status = "DRAFT"
  var active: JSON?
  var draft: JSON?
  var updatedAt: Date
  var promotedAt: Date?

  /// `AutomationCampaign`
  var json: JSON {
    var members: [String: JSON] = [
      "id": .string(id), "name": .string(name), "name_explicitly_set": .bool(isNameExplicit),
      "status": .string(status), "structured_tags": tags,
    ]
    members["description"] = description.map { .string($0) }
    members["active_definition"] = active
    members["draft_definition"] = draft
    return .object(members)
  }

  /// `AutomationFlowSummaryDto`
  var summary: JSON {
    var members: [String: JSON] = [
      "id": .string(id), "name": .string(name), "status": .string(status), "structured_tags": tags,
      "created_date": WireDate.timestamp(createdAt), "created_by_id": "1", "update_date": WireDate.timestamp(updatedAt),
      "draft_state": promotedAt == nil ? "DRAFT" : "PROMOTED",
    ]
    members["description"] = description.map { .string($0) }
    if let promotedAt {
      members["active_state"] = .string(status)
      members["promoted_by_id"] = "1"
      members["promoted_date"] = WireDate.timestamp(promotedAt)
    }
    return .object(members)
  }
}
