public import ConstantContactCore
internal import ConstantContactTransport

/// Segments: list, get, create, replace, rename, delete. Their contacts: ``ContactsAPI/list(inSegment:limit:pageSize:from:)``.
///
/// Every operation needs the scope `contact_data`; reading needs the privilege `contacts:lists:read`, writing
/// `contacts:lists:write`. See the vendor's pages under "Segments".
public struct SegmentsAPI: Sendable {
  let pipeline: CallPipeline

  package init(pipeline: CallPipeline) { self.pipeline = pipeline }

  /// An order of segments.
  public enum Order: String, Sendable, Hashable {
    /// By name, from A to Z.
    case name
    /// By date, latest first. The default.
    case date
  }

  /// Lists segments, without their criteria.
  ///
  /// - Parameters:
  ///   - order: In which order; latest first by default.
  ///   - limit: How many to deliver at most; all by default.
  ///   - pageSize: How many to ask for at a time, from 1; 1,000 by default. The vendor names no upper limit.
  ///   - cursor: Where to go on from.
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

  /// Finds the segment with a name, without its criteria.
  public func find(named name: String) async throws -> ContactSegment? {
    for try await segment in list(by: .name) where segment.name == name { return segment }
    return nil
  }

  /// Gets a segment with its criteria, also one that was deleted.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when there is none.
  public func get(_ id: SegmentID) async throws -> ContactSegment {
    try await pipeline.send(.json(.segmentsGet, path: [id.rawValue]))
  }

  /// Creates a segment.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the name is taken, `invalidInput` when the criteria are longer
  ///   than 20,000 characters.
  public func create(name: String, criteria: SegmentCriteria) async throws -> ContactSegment {
    let body = try body(name, criteria, OperationDescriptor.segmentsCreate.name)
    return try await pipeline.send(.json(.segmentsCreate, body: body))
  }

  /// Replaces a segment's name and criteria.
  ///
  /// - Throws: As ``create(name:criteria:)`` does.
  @discardableResult
  public func replace(_ id: SegmentID, name: String, criteria: SegmentCriteria) async throws -> ContactSegment {
    let body = try body(name, criteria, OperationDescriptor.segmentsReplace.name)
    return try await pipeline.send(.json(.segmentsReplace, path: [id.rawValue], body: body))
  }

  /// Renames a segment.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the name is taken.
  @discardableResult
  public func rename(_ id: SegmentID, to name: String) async throws -> ContactSegment {
    try InputCheck(OperationDescriptor.segmentsRename.name).require(!name.isEmpty, "name", "is empty")
    let body = try JSONCoding.body(["name": name])
    return try await pipeline.send(.json(.segmentsRename, path: [id.rawValue], body: body))
  }

  /// Deletes a segment, not its contacts. One that a scheduled campaign goes to should stay. A segment that is gone already is
  /// no error.
  public func delete(_ id: SegmentID) async throws {
    try await pipeline.delete(.segmentsDelete, path: [id.rawValue])
  }

  private func body(_ name: String, _ criteria: SegmentCriteria, _ operation: String) throws -> TransportBody {
    let check = InputCheck(operation)
    try check.require(!name.isEmpty, "name", "is empty")
    try check.require(!criteria.text.isEmpty, "segment_criteria", "is empty")
    try check.length("segment_criteria", criteria.text, limit: 20_000)
    return try JSONCoding.body(["name": name, "segment_criteria": criteria.text])
  }
}
