internal import ConstantContactCore

/// A segment to create, or the values of a segment that an update changes.
public struct SegmentDraft: Sendable, Hashable, Codable {
  /// The name, unique in the account.
  public var name: String
  /// What the segment's contacts have in common.
  public var criteria: SegmentCriteria

  /// Creates a segment.
  ///
  /// - Parameters:
  ///   - name: The name, unique in the account.
  ///   - criteria: What the segment's contacts have in common, at most 20,000 characters of JSON.
  public init(name: String, criteria: SegmentCriteria) {
    self.name = name
    self.criteria = criteria
  }

  func body(for operation: String) throws -> [String: String] {
    let check = InputCheck(operation)
    try check.require(!name.isEmpty, "name", "is empty")
    try check.require(!criteria.text.isEmpty, "segment_criteria", "is empty")
    try check.length("segment_criteria", criteria.text, limit: 20_000)
    return ["name": name, "segment_criteria": criteria.text]
  }
}
