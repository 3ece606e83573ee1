public import ConstantContactCore

/// The ID of a segment: a number.
public struct SegmentID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The number; `nil` when the ID is not one.
  var number: Int? { Int(rawValue) }
}
