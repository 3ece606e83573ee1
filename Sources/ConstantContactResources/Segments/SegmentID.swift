public import ConstantContactCore

/// The ID of a segment: a number.
public struct SegmentID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Encodes a number, as the API has it, or text that is not a number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number { try container.encode(number) } else { try container.encode(rawValue) }
  }

  /// The number; `nil` when the ID is not one.
  var number: Int? { Int(rawValue) }
}
