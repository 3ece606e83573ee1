public import ConstantContactCore

/// A contact's IDs in the V2 and V3 APIs, for migration.
public struct ContactCrossReference: APIModel {
  /// The ID in the V2 API.
  public var legacyID: LegacyContactID?
  /// The ID in the V3 API.
  public var contactID: ContactID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("sequence_id", &legacyID)
    mapper.map("contact_id", &contactID)
  }
}
