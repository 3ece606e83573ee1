public import ConstantContactCore
internal import ConstantContactTransport

/// Segments: list, find by name, get, create, update, replace, rename, delete.
///
/// ``ContactsAPI/list(inSegment:limit:pageSize:from:)`` lists a segment's contacts.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:lists:read`, writing
/// `contacts:lists:write`.
///
/// See [Segments overview](https://developer.constantcontact.com/api_guide/segments_overview.html).
public struct SegmentsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// An order of segments.
  public enum Order: String, Sendable, Hashable, Codable {
    /// By name, from A to Z.
    case name
    /// By date, latest first. The default.
    case date
  }

  /// Lists segments, without their criteria.
  ///
  /// See [Get all segments](https://developer.constantcontact.com/api_guide/segment_get_all.html).
  ///
  /// - Parameters:
  ///   - order: The order; latest first by default.
  ///   - limit: The maximum number of segments to deliver; all by default.
  ///   - pageSize: The number of segments per request, at least 1; 1,000 by default. The contract has no maximum.
  ///   - cursor: Where to continue.
  public func list(
    by order: Order = .date,
    limit: Int? = nil,
    pageSize: Int = 1000,
    from cursor: PageCursor? = nil
  ) -> PagedSequence<ContactSegment> {
    pipeline.pages(
      .segmentsList, .member("segments"), limit: limit, pageSize: PageSize(pageSize, 1...Int.max), from: cursor
    ) { [("sort_by", order.rawValue)] }
  }

  /// Returns the segment with a name, without its criteria, or `nil` when there is none.
  ///
  /// See [Get all segments](https://developer.constantcontact.com/api_guide/segment_get_all.html).
  public func find(named name: String) async throws -> ContactSegment? {
    try await list(by: .name).find("name") {
      $0.name
    } where: {
      $0 == name
    }
  }

  /// Returns a segment with its criteria, even one that was deleted.
  ///
  /// See [Get a segment's details](https://developer.constantcontact.com/api_guide/segment_get.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the segment does not exist.
  public func get(_ id: SegmentID) async throws -> ContactSegment {
    try await pipeline.send(.json(.segmentsGet, path: [id.rawValue]))
  }

  /// Creates a segment.
  ///
  /// See [Segments overview](https://developer.constantcontact.com/api_guide/segments_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when another segment has the name, `invalidInput` when the
  ///   criteria are longer than 20,000 characters.
  public func create(_ segment: SegmentDraft) async throws -> ContactSegment {
    let body = try segment.body(for: OperationDescriptor.segmentsCreate.name)
    return try await pipeline.send(.json(.segmentsCreate, body: JSONCoding.body(body)))
  }

  /// Updates a segment: reads it, lets the closure change it, and writes it back. Nothing is written when the closure
  /// changes nothing.
  ///
  /// See [Update a segment](https://developer.constantcontact.com/api_guide/segment_update.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the name or the criteria could not be read and
  ///   would be lost; `notFound`, `conflict`, `invalidInput`. Errors of the closure are rethrown.
  @discardableResult
  public func update(_ id: SegmentID, _ change: (inout SegmentDraft) throws -> Void) async throws -> ContactSegment {
    try await pipeline.update(
      .segmentsReplace, of: "segment", keeping: ["segment_id", "created_at", "edited_at"]
    ) {
      try await get(id)
    } draft: { current in
      guard let name = current.name, let criteria = current.criteriaText else {
        let missing = current.name == nil ? "name" : "segment_criteria"
        throw ConstantContactError.incomplete(
          [missing], of: "segment", "is missing in the response and would be lost", .segmentsReplace)
      }
      return SegmentDraft(name: name, criteria: SegmentCriteria(text: criteria))
    } change: { draft in
      try change(&draft)
    } write: { _, _, draft in
      try await replace(id, with: draft)
    }
  }

  /// Replaces a segment's name and criteria.
  ///
  /// See [Update a segment](https://developer.constantcontact.com/api_guide/segment_update.html).
  ///
  /// - Throws: As ``create(_:)`` does; `notFound` when the segment does not exist.
  @discardableResult
  public func replace(_ id: SegmentID, with segment: SegmentDraft) async throws -> ContactSegment {
    let body = try segment.body(for: OperationDescriptor.segmentsReplace.name)
    return try await pipeline.send(.json(.segmentsReplace, path: [id.rawValue], body: JSONCoding.body(body)))
  }

  /// Renames a segment in one request, without reading it.
  ///
  /// See [Rename a segment](https://developer.constantcontact.com/api_guide/segment_rename.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when another segment has the name.
  @discardableResult
  public func rename(_ id: SegmentID, to name: String) async throws -> ContactSegment {
    try InputCheck(OperationDescriptor.segmentsRename.name).require(!name.isEmpty, "name", "is empty")
    let body = try JSONCoding.body(["name": name])
    return try await pipeline.send(.json(.segmentsRename, path: [id.rawValue], body: body))
  }

  /// Deletes a segment, not its contacts. Deleting a segment that does not exist is not an error.
  ///
  /// Keep a segment that a scheduled campaign is sent to.
  ///
  /// See [Delete a segment](https://developer.constantcontact.com/api_guide/segment_delete.html).
  public func delete(_ id: SegmentID) async throws {
    try await pipeline.delete(.segmentsDelete, path: [id.rawValue])
  }
}
