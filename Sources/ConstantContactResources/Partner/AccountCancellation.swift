public import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The cancellation of an account.
public struct AccountCancellation: APIModel {
  /// The reason: 1, 2, 3, 11, 12, 14, 21, 27 or 30.
  public var reasonID: Int?
  /// The effective date; immediately when `nil`.
  public var effectiveDate: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a cancellation.
  ///
  /// - Parameters:
  ///   - reasonID: The reason: 1, 2, 3, 11, 12, 14, 21, 27 or 30.
  ///   - effectiveDate: The effective date; immediately when `nil`.
  public init(reasonID: Int? = nil, effectiveDate: Date? = nil) {
    self.reasonID = reasonID
    self.effectiveDate = effectiveDate.map { Timestamp($0) }
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("reason_id", &reasonID)
    mapper.map("effective_date", &effectiveDate)
  }
}
