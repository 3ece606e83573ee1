public import ConstantContactCore
public import ConstantContactTransport

/// A contact's phone number. A contact has at most three. An element of `phone_numbers`.
///
/// Two phone numbers are equal when number and kind are; the ID, dates and sources that the API adds do not count.
public struct PhoneNumber: APIModel {
  /// The kind of a phone number.
  public struct Kind: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a kind from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A home phone.
    public static let home: Kind = "home"
    /// A work phone.
    public static let work: Kind = "work"
    /// A mobile phone.
    public static let mobile: Kind = "mobile"
    /// Any other phone.
    public static let other: Kind = "other"
  }

  /// The number, at most 25 characters. The API checks only the length.
  public var number: String?
  /// The kind.
  public var kind: Kind?
  /// The number's ID; `nil` for a new one.
  public var id: PhoneNumberID?
  /// The date on which the number was added.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// Who added the number.
  public var createSource: ContactSource?
  /// Who updated it last.
  public var updateSource: ContactSource?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a new phone number.
  public init(_ number: String, kind: Kind) {
    self.number = number
    self.kind = kind
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("phone_number", &number)
    mapper.map("kind", &kind)
    mapper.map("phone_number_id", &id, .readOnly)
    mapper.map("created_at", &createdAt, .readOnly)
    mapper.map("updated_at", &updatedAt, .readOnly)
    mapper.map("create_source", &createSource, .readOnly)
    mapper.map("update_source", &updateSource, .readOnly)
  }
}

extension PhoneNumber {
  /// Whether number and kind are the same.
  public static func == (one: PhoneNumber, other: PhoneNumber) -> Bool {
    one.number == other.number && one.kind == other.kind
  }

  /// Hashes number and kind.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(kind)
  }
}

extension PhoneNumber: Redacting {
  /// The kind, without the number.
  public var description: String { "PhoneNumber(\(kind?.rawValue ?? "no kind"))" }
}
