public import ConstantContactCore
public import ConstantContactTransport

/// One of a contact's phone numbers, of which there are at most three. Property `phone_numbers`.
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

  let malformed: Set<String>

  /// Makes a number.
  public init(_ number: String, kind: Kind) {
    self.number = number
    self.kind = kind
    malformed = []
  }

  enum CodingKeys: String, CodingKey {
    case number = "phone_number"
    case kind
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    number = container[.number]
    kind = container[.kind]
    malformed = container.malformed
  }

  /// Encodes what the service lets a caller set.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(number, forKey: .number)
    try container.encodeIfPresent(kind, forKey: .kind)
  }
}

extension PhoneNumber: Redacting {
  /// The kind, without the number.
  public var description: String { "PhoneNumber(\(kind?.rawValue ?? "no kind"))" }
}
