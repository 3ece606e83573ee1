#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Evaluating the criteria of segments.
extension FakeConstantContact {
  /// Returns a test of membership in a segment.
  ///
  /// - Throws: The 404 for an unknown segment, the 501 for criteria that are not simulated.
  func segmentTest(_ id: Int) throws -> (ContactRecord) -> Bool {
    guard let segment = segmentRecords.first(where: { $0.id == id && $0.deletedAt == nil }) else {
      throw Reply.notFound()
    }
    if let members = segment.members { return { members.contains($0.id) } }
    guard let json = try? JSON(parsing: Data(segment.criteria.utf8)), let criteria = json["criteria"],
      let criterion = SegmentCriterion(criteria)
    else { throw Reply.invalid(["segment_criteria does not have a valid value"]) }
    return try test(criterion)
  }

  private func test(_ criterion: SegmentCriterion) throws -> (ContactRecord) -> Bool {
    switch criterion {
    case .all(let members):
      let tests = try members.map(test)
      return { record in tests.allSatisfy { $0(record) } }
    case .any(let members):
      let tests = try members.map(test)
      return { record in tests.contains { $0(record) } }
    case .condition(let condition):
      if condition.source == "tracking" {
        guard let engaged = engagedContacts(condition) else { throw notSimulated(condition) }
        return { engaged.contains($0.id) }
      }
      guard let values = values(of: condition), let test = SegmentComparison.test(condition, now: now) else {
        throw notSimulated(condition)
      }
      return { test(values($0)) }
    }
  }

  private func notSimulated(_ condition: SegmentCondition) -> Reply {
    .notSimulated(
      "The fake does not evaluate segment criteria with source \(condition.source), field \(condition.field), op "
        + "\(condition.comparison). Set the contacts of the segment with FakeConstantContact.setContacts(_:ofSegment:)."
    )
  }

  /// Returns a contact's values of a condition's field, or `nil` for an unknown one.
  private func values(of condition: SegmentCondition) -> ((ContactRecord) -> [String])? {
    switch (condition.source, condition.field) {
    case ("list_membership", "list_id"), ("list_membership", "list_ids"), ("list_membership", "list_membership"):
      return { ($0.parts["list_memberships"] ?? []).compactMap(\.string) }
    case ("tags", "tag_id"), ("tags", "tag_ids"), ("tags", "tag"):
      return { ($0.parts["taggings"] ?? []).compactMap(\.string) }
    case ("contact", let field): return contactValues(of: field)
    default: return nil
    }
  }

  private func contactValues(of field: String) -> ((ContactRecord) -> [String])? {
    func dates(_ date: @escaping (ContactRecord) -> Date?) -> (ContactRecord) -> [String] {
      { [date($0).flatMap { WireDate.timestamp($0).string }].compactMap(\.self) }
    }
    if ContactRecord.coreNames.contains(field) {
      return { $0.core[field].map(SegmentCondition.texts) ?? [] }
    }
    switch field {
    case "email", "email_address": return { [$0.email?.address].compactMap(\.self) }
    case "permission_to_send", "status": return { [$0.permission] }
    case "create_source": return { [$0.createSource].compactMap(\.self) }
    case "update_source": return { [$0.updateSource].compactMap(\.self) }
    case "created_at": return dates { $0.createdAt }
    case "updated_at": return dates { $0.updatedAt }
    case "opt_in_date": return dates { $0.email?.optInDate }
    case "opt_out_date": return dates { $0.email?.optOutDate }
    case "phone_number": return { $0.texts("phone_numbers", "phone_number") }
    case "street", "city", "state", "country", "postal_code": return { $0.texts("street_addresses", field) }
    case "zip": return { $0.texts("street_addresses", "postal_code") }
    default: return customValues(of: field)
    }
  }

  /// A custom field is named by its ID, or by `cf:` and its name. Choices have their labels and their IDs as values.
  private func customValues(of name: String) -> ((ContactRecord) -> [String])? {
    let label = name.hasPrefix("cf:") ? String(name.dropFirst(3)) : nil
    guard
      let field = fieldRecords.first(where: {
        $0.id == name.lowercased() || CustomFieldRecord.name(for: $0.label) == label
      })
    else { return nil }
    let labels = Dictionary(field.choices.map { (String($0.id), $0.label) }, uniquingKeysWith: { $1 })
    return { record in
      guard let item = record.parts["custom_fields"]?.first(where: { $0["custom_field_id"]?.string == field.id }) else {
        return []
      }
      let chosen = (item["choice_ids"]?.array ?? []).compactMap(\.string)
      return [item["value"]?.string].compactMap(\.self) + chosen + chosen.compactMap { labels[$0] }
    }
  }
}
