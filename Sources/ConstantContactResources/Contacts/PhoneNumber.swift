public import ConstantContactCore
public import ConstantContactTransport

/// One of a contact's phone numbers, of which there are at most three. Property `phone_numbers`.
///
/// Two are equal when number and kind are: the service's own bookkeeping (id, dates, sources) does not count.
public struct PhoneNumber: Sendable, Hashable, Codable {
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
  public let id: PhoneNumberID?
  /// When it was added.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// Who added it.
  public let createSource: ContactSource?
  /// Who changed it last.
  public let updateSource: ContactSource?

  let malformed: Set<String>

  /// Makes a number.
  public init(_ number: String, kind: Kind) {
    self.number = number
    self.kind = kind
    id = nil
    createdAt = nil
    updatedAt = nil
    createSource = nil
    updateSource = nil
    malformed = []
  }

  enum CodingKeys: String, CodingKey {
    case number = "phone_number"
    case kind
    case id = "phone_number_id"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case createSource = "create_source"
    case updateSource = "update_source"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    number = container[.number]
    kind = container[.kind]
    // What is not written back is not lost when it cannot be read.
    malformed = container.malformed
    id = container[.id]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    createSource = container[.createSource]
    updateSource = container[.updateSource]
  }

  /// Encodes what the service lets a caller set.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(number, forKey: .number)
    try container.encodeIfPresent(kind, forKey: .kind)
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
