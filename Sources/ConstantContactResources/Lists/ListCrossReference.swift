internal import ConstantContactCore

/// A list's ids in V2 and V3, for moving data over.
public struct ListCrossReference: Sendable, Hashable, Decodable {
  /// The id in V2: digits.
  public let sequenceID: String?
  /// The id in V3.
  public let listID: ListID?

  enum CodingKeys: String, CodingKey {
    case sequenceID = "sequence_id"
    case listID = "list_id"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    sequenceID = container[.sequenceID]
    listID = container[.listID]
  }
}
