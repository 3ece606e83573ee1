#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What activities do when they end.
extension FakeConstantContact {
  func perform(_ work: ActivityWork) -> ActivityResult {
    do {
      return switch work {
      case .importContacts(let file): perform(file)
      case .export(let request): try perform(request)
      case .deleteContacts(let source): try deleteContacts(source)
      case .changeLists(let source, let add, let lists): try changeLists(source, add: add, lists)
      case .changeTags(let source, let add, let tags): try changeTags(source, add: add, tags)
      case .deleteLists(let ids):
        deleteAll(ids, "list", counts: ["list_count": ids.count]) { id in
          guard let index = listRecords.firstIndex(where: { $0.id == id && $0.deletedAt == nil }) else { return false }
          deleteList(at: index)
          return true
        }
      case .deleteTags(let ids):
        deleteAll(ids, "tag") { id in
          guard let index = tagRecords.firstIndex(where: { $0.id == id }) else { return false }
          deleteTag(at: index)
          return true
        }
      case .deleteFields(let ids):
        deleteAll(ids, "custom field") { id in
          guard let index = fieldRecords.firstIndex(where: { $0.id == id }) else { return false }
          deleteField(at: index)
          return true
        }
      }
    } catch {
      // A segment or list of the source was deleted in the meantime.
      return ActivityResult(.failed("The contacts could not be selected."))
    }
  }

  /// Returns the contacts of a source that are not deleted, in the order of creation.
  func resolve(_ source: ContactSource) throws -> [ContactRecord] {
    let isMember: (ContactRecord) -> Bool
    switch source.kind {
    case .contacts(let ids):
      var seen: Set<String> = []
      let found = ids.filter { seen.insert($0).inserted }.compactMap { contacts[$0] }
      return found.filter { hasStatus($0, source.status) && !source.excluded.contains($0.id) }
    case .lists(let ids):
      let wanted = Set(ids)
      isMember = { !wanted.isDisjoint(with: $0.lists) }
    case .tags(let ids):
      let wanted = Set(ids)
      isMember = { !wanted.isDisjoint(with: $0.tags) }
    case .segment(let id): isMember = try segmentTest(id)
    case .engagement(let level):
      let members = contacts(ofEngagementLevel: level) ?? []
      isMember = { members.contains($0.id) }
    case .allActive: isMember = \.isActive
    case .newSubscribers, .all: isMember = { _ in true }
    }
    var since: Date?
    if case .newSubscribers = source.kind { since = monthAgo }
    if source.isNewOnly { since = monthAgo }
    return contacts.filter { record in
      hasStatus(record, source.status) && !source.excluded.contains(record.id) && isMember(record)
        && since.map { record.isNewSubscriber(since: $0) } ?? true
    }
  }

  private func hasStatus(_ record: ContactRecord, _ status: String?) -> Bool {
    switch status {
    case "active": record.isActive
    case "unsubscribed": record.deletedAt == nil && record.permission == "unsubscribed"
    case "removed": record.deletedAt != nil
    default: record.deletedAt == nil
    }
  }

  private func requested(_ source: ContactSource, found: Int) -> (total: Int, errors: [String]) {
    guard case .contacts(let ids) = source.kind else { return (found, []) }
    let missing = Set(ids).count - found
    return (found + missing, missing > 0 ? ["\(missing) of the contacts do not exist"] : [])
  }

  private func deleteContacts(_ source: ContactSource) throws -> ActivityResult {
    let found = try resolve(source)
    for record in found { delete(record) }
    let (total, errors) = requested(source, found: found.count)
    return ActivityResult(total: total, completed: found.count, lists: source.listCount, errors: errors)
  }

  private func changeLists(_ source: ContactSource, add: Bool, _ lists: [String]) throws -> ActivityResult {
    // A target that was deleted while the activity waited is skipped.
    let targets = lists.filter { id in listRecords.contains { $0.id == id && $0.deletedAt == nil } }
    var result = try change(source, "list_memberships", add: add, targets)
    result.counts["list_count"] = lists.count
    return result
  }

  private func changeTags(_ source: ContactSource, add: Bool, _ tags: [String]) throws -> ActivityResult {
    try change(source, "taggings", add: add, tags.filter { id in tagRecords.contains { $0.id == id } })
  }

  private func change(_ source: ContactSource, _ part: String, add: Bool, _ ids: [String]) throws -> ActivityResult {
    let found = try resolve(source)
    var (total, errors) = requested(source, found: found.count)
    total = max(total, found.count)
    var completed = 0
    for before in found {
      let current = (before.parts[part] ?? []).compactMap(\.string)
      let changed = add ? current + ids.filter { !current.contains($0) } : current.filter { !ids.contains($0) }
      if changed.count > 50 {
        errors.append("Contact \(before.id): \(part) size must be between 0 and 50")
        continue
      }
      completed += 1
      if changed == current { continue }
      var record = before
      record.parts[part] = changed.map { .string($0) }
      (record.updatedAt, record.updateSource) = (now, "Account")
      save(record, .updated, replacing: before)
    }
    return ActivityResult(total: total, completed: completed, errors: Array(errors.prefix(100)))
  }

  private func deleteAll(
    _ ids: [String], _ name: String, counts: [String: Int] = [:], _ delete: (String) -> Bool
  ) -> ActivityResult {
    let missing = ids.filter { !delete($0) }
    var result = ActivityResult(
      total: ids.count, completed: ids.count - missing.count, errors: missing.map { "There is no \(name) \($0)" })
    result.counts.merge(counts) { $1 }
    return result
  }
}
