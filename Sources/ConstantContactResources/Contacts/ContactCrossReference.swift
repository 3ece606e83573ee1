internal import ConstantContactCore

/// A contact's ids in V2 and V3, for moving data over.
public struct ContactCrossReference: Sendable, Hashable, Decodable {
  /// The id in V2: digits.
  public let sequenceID: String?
  /// The id in V3.
  public let contactID: ContactID?

  enum CodingKeys: String, CodingKey {
    case sequenceID = "sequence_id"
    case contactID = "contact_id"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    sequenceID = container[.sequenceID]
    contactID = container[.contactID]
  }
}
