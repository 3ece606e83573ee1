public import ConstantContactCore

/// A contact's ids in V2 and V3, for moving data over.
public struct ContactCrossReference: APIModel {
  /// The id in V2: digits.
  public var sequenceID: String?
  /// The id in V3.
  public var contactID: ContactID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("sequence_id", &sequenceID)
    mapper.map("contact_id", &contactID)
  }
}
