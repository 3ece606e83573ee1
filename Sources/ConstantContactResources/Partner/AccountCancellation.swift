public import ConstantContactCore

/// That an account is cancelled, why and when.
public struct AccountCancellation: APIModel {
  /// Why: 1, 2, 3, 11, 12, 14, 21, 27 or 30, as the vendor's page "Cancel an account" lists them.
  public var reasonID: Int?
  /// When; at once when `nil`.
  public var effectiveDate: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Makes a cancellation.
  public init(reasonID: Int? = nil, effectiveDate: Timestamp? = nil) {
    self.reasonID = reasonID
    self.effectiveDate = effectiveDate
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("reason_id", &reasonID)
    mapper.map("effective_date", &effectiveDate)
  }
}
