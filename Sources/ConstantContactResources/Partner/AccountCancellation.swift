public import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The cancellation of an account.
public struct AccountCancellation: APIModel {
  /// The reason of a cancellation: a number. Constant Contact may add others.
  public struct Reason: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByIntegerLiteral {
    /// The raw API value.
    public let rawValue: Int

    /// Creates a reason from its raw API number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Creates a reason from its raw API number.
    public init(integerLiteral value: Int) { rawValue = value }

    /// The cost is too high.
    public static let cost: Reason = 1
    /// The customer uses a competing service.
    public static let competitor: Reason = 2
    /// The customer does no email marketing.
    public static let noEmailMarketing: Reason = 3
    /// Something is missing or does not work.
    public static let missingFeature: Reason = 11
    /// The customer does it in-house.
    public static let inHouse: Reason = 12
    /// The results are poor.
    public static let poorResults: Reason = 14
    /// The product is too difficult to use.
    public static let tooDifficult: Reason = 21
    /// The customer canceled online.
    public static let canceledOnline: Reason = 27
    /// The customer is dissatisfied with the billing policies.
    public static let billing: Reason = 30
  }

  /// The reason.
  public var reason: Reason?
  /// The effective date; immediately when `nil`.
  public var effectiveDate: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a cancellation.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - effectiveDate: The effective date; immediately when `nil`.
  public init(reason: Reason? = nil, effectiveDate: Date? = nil) {
    self.reason = reason
    self.effectiveDate = effectiveDate.map { Timestamp($0) }
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    var number = reason?.rawValue
    mapper.map("reason_id", &number)
    reason = number.map(Reason.init(rawValue:))
    mapper.map("effective_date", &effectiveDate)
  }
}
