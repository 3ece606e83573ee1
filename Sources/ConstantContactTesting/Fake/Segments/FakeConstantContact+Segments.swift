#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Segments.
extension FakeConstantContact {
  func listSegments(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "segments", allowing: ["limit", "sort_by"])
    let limit = query.integer("limit", default: 1_000, in: 1...1_000)
    let order = query.parts("sort_by", of: ["name", "date"], max: 1) ?? ["date"]
    try query.check()
    func precedes(_ one: SegmentRecord, _ other: SegmentRecord) -> Bool {
      order == ["name"]
        ? (one.name, one.id) < (other.name, other.id) : (one.editedAt, one.id) > (other.editedAt, other.id)
    }
    let found = segmentRecords.filter { $0.deletedAt == nil }.sorted(by: precedes)
    var start = 0
    if after != -1 {
      // The cursor holds the ID of the last segment shown, which may have been deleted since.
      let last = segmentRecords.first { $0.id == after }
      start = last.flatMap { last in found.firstIndex { precedes(last, $0) } } ?? found.count
    }
    let page = found[start...].prefix(limit)
    var members: [String: JSON] = ["segments": .array(page.map(\.summary))]
    addLinks(to: &members, "segments", query, after: found.count - start > limit ? page.last?.id : nil)
    return Reply(200, .object(members))
  }

  func getSegment(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, segmentRecords[try segmentIndex(id)].json)
  }

  func createSegment(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.segment)
    let name = try checkedSegmentName(body["name"]?.string, except: nil)
    let criteria = try checkedCriteria(body)
    let segment = SegmentRecord(
      id: segmentRecords.count + 1, name: name, criteria: criteria, createdAt: now, editedAt: now)
    segmentRecords.append(segment)
    note(.created, .segment, String(segment.id), before: nil, after: .segment(segment))
    return Reply(201, segment.json)
  }

  func replaceSegment(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try currentSegmentIndex(id)
    let body = try call.json(.segment)
    let name = try checkedSegmentName(body["name"]?.string, except: index)
    let criteria = try checkedCriteria(body)
    changeSegment(at: index, .updated) { segment in
      segment.name = name
      if segment.criteria != criteria { (segment.members, segment.requests) = (nil, 0) }
      segment.criteria = criteria
    }
    return Reply(200, segmentRecords[index].json)
  }

  func renameSegment(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try currentSegmentIndex(id)
    let name = try checkedSegmentName(try call.json(.segmentName)["name"]?.string, except: index)
    changeSegment(at: index, .updated) { $0.name = name }
    return Reply(200, segmentRecords[index].json)
  }

  func deleteSegment(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    changeSegment(at: try currentSegmentIndex(id), .deleted) { $0.deletedAt = $0.editedAt }
    return Reply(204)
  }

  private func changeSegment(at index: Int, _ kind: WriteRecord.Kind, _ change: (inout SegmentRecord) -> Void) {
    let before = segmentRecords[index]
    segmentRecords[index].editedAt = now
    change(&segmentRecords[index])
    note(kind, .segment, String(before.id), before: .segment(before), after: .segment(segmentRecords[index]))
  }

  enum SegmentMembers {
    case processing
    case members((ContactRecord) -> Bool)
  }

  /// Returns the contacts of a segment, or that the API would still be collecting them.
  func segmentMembers(_ id: String) throws -> SegmentMembers {
    let index = try currentSegmentIndex(id)
    let isMember = try segmentTest(segmentRecords[index].id)
    if segmentRecords[index].requests < configuration.segmentProcessingResponses {
      segmentRecords[index].requests += 1
      return .processing
    }
    return .members(isMember)
  }

  private func checkedCriteria(_ body: JSON) throws -> String {
    let text = body["segment_criteria"]?.string ?? ""
    guard let criteria = (try? JSON(parsing: Data(text.utf8)))?["criteria"], criteria["type"] == "and",
      let criterion = SegmentCriterion(criteria)
    else { throw Reply.invalid(["segment_criteria does not have a valid value"]) }
    if criterion.conditions.contains(where: \.isTooLarge) {
      throw Reply.invalid(["segment_criteria request more than 500 campaigns or 1825 days"])
    }
    return text
  }

  private func checkedSegmentName(_ name: String?, except index: Int?) throws -> String {
    guard let name, !name.isEmpty else { throw Reply.invalid(["name is missing, name does not have a valid value"]) }
    if let holder = segmentRecords.firstIndex(where: { $0.name == name && $0.deletedAt == nil }), holder != index {
      throw Reply.conflict("A segment with this name already exists")
    }
    return name
  }

  private func currentSegmentIndex(_ id: String) throws -> Int {
    let index = try segmentIndex(id)
    if segmentRecords[index].deletedAt != nil { throw Reply.notFound() }
    return index
  }

  private func segmentIndex(_ id: String) throws -> Int {
    guard let id = Int32(id), let index = segmentRecords.firstIndex(where: { $0.id == id }) else {
      throw Reply.notFound()
    }
    return index
  }
}
