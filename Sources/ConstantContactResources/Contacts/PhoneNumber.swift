public import ConstantContactCore
public import ConstantContactTransport

/// One of a contact's phone numbers, of which there are at most three. Property `phone_numbers`.
///
/// Two are equal when number and kind are: the service's own bookkeeping (id, dates, sources) does not count.
public struct PhoneNumber: APIModel {
  /// What a phone is for.
  public struct Kind: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a kind from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// At home.
    public static let home: Kind = "home"
    /// At work.
    public static let work: Kind = "work"
    /// Carried about.
    public static let mobile: Kind = "mobile"
    /// Anything else.
    public static let other: Kind = "other"
  }

  /// The number as it was given, at most 25 characters. The service checks no more than the length.
  public var number: String?
  /// What it is for.
  public var kind: Kind?
  /// The service's id for it; `nil` for a new one.
  public var id: PhoneNumberID?
  /// When it was added.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// Who added it.
  public var createSource: ContactSource?
  /// Who changed it last.
  public var updateSource: ContactSource?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Makes a number.
  public init(_ number: String, kind: Kind) {
    self.number = number
    self.kind = kind
    id = nil
    createdAt = nil
    updatedAt = nil
    createSource = nil
    updateSource = nil
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
