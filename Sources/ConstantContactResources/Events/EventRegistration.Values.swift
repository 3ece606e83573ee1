public import ConstantContactCore

extension EventRegistration {
  /// The status of a registration.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Pending.
    public static let pending: Status = "PENDING"
    /// Completed.
    public static let registered: Status = "REGISTERED"
    /// Canceled. The API spells it with one L here, with two in a payment status.
    public static let canceled: Status = "CANCELED"
    /// Expired.
    public static let expired: Status = "EXPIRED"
    /// In progress.
    public static let inProgress: Status = "IN_PROGRESS"
    /// Failed.
    public static let failed: Status = "FAILED"
  }

  /// The status of a payment.
  public struct PaymentStatus: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Pending.
    public static let pending: PaymentStatus = "PENDING"
    /// Completed.
    public static let paid: PaymentStatus = "PAID"
    /// Refunded.
    public static let refunded: PaymentStatus = "REFUNDED"
    /// Canceled.
    public static let cancelled: PaymentStatus = "CANCELLED"
    /// Failed.
    public static let failed: PaymentStatus = "FAILED"
    /// Charged back.
    public static let chargedBack: PaymentStatus = "CHARGED_BACK"
    /// Unknown.
    public static let unknown: PaymentStatus = "UNKNOWN"
  }

  /// The type of a form field.
  public struct FieldType: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Text.
    public static let text: FieldType = "TEXT"
    /// Text of several lines.
    public static let textArea: FieldType = "TEXT_AREA"
    /// A date.
    public static let date: FieldType = "DATE"
    /// One of several choices.
    public static let singleSelect: FieldType = "SINGLE_SELECT"
    /// Any of several choices.
    public static let multiSelect: FieldType = "MULTI_SELECT"
    /// Information.
    public static let informational: FieldType = "INFORMATIONAL"
    /// Terms and conditions.
    public static let terms: FieldType = "TERMS_CONDITIONS"
    /// An address.
    public static let address: FieldType = "ADDRESS"
    /// A heading.
    public static let header: FieldType = "HEADER"
    /// A divider.
    public static let divider: FieldType = "DIVIDER"
    /// Text that is not entered.
    public static let staticText: FieldType = "STATIC_TEXT"
  }

  /// The method of payment of an order.
  public struct PaymentMethod: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Stripe.
    public static let stripe: PaymentMethod = "STRIPE"
    /// PayPal.
    public static let payPal: PaymentMethod = "PAYPAL"
  }
}
