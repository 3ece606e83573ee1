public import ConstantContactCore

/// That an account is cancelled, why and when.
public struct AccountCancellation: Sendable, Hashable, Codable {
  /// Why: 1, 2, 3, 11, 12, 14, 21, 27 or 30, as the vendor's page "Cancel an account" lists them.
  public var reasonID: Int?
  /// When; at once when `nil`.
  public var effectiveDate: Timestamp?

  /// Makes a cancellation.
  public init(reasonID: Int? = nil, effectiveDate: Timestamp? = nil) {
    self.reasonID = reasonID
    self.effectiveDate = effectiveDate
  }

  enum CodingKeys: String, CodingKey {
    case reasonID = "reason_id"
    case effectiveDate = "effective_date"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    reasonID = container[.reasonID]
    effectiveDate = container[.effectiveDate]
  }
}
