public import ConstantContactCore

/// A custom field of the account, of which there are at most 100.
public struct CustomField: Sendable, Hashable, Identifiable, Decodable {
  /// What a field holds.
  public struct Kind: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a kind from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Text.
    public static let string: Kind = "string"
    /// A date.
    public static let date: Kind = "date"
    /// A date with a time.
    public static let dateTime: Kind = "datetime"
    /// An amount of money.
    public static let currency: Kind = "currency"
    /// Long text.
    public static let textArea: Kind = "text_area"
    /// A number.
    public static let number: Kind = "number"
    /// True or false.
    public static let boolean: Kind = "boolean"
    /// One of several choices.
    public static let singleSelect: Kind = "single_select"
    /// Any of several choices.
    public static let multiSelect: Kind = "multi_select"
  }

  /// The field's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: CustomFieldID
  /// The name people see, at most 50 characters.
  public let label: String?
  /// The name the service makes of the label, with `_` for blanks: what imports use after `cf:`.
  public let name: String?
  /// What it holds.
  public let kind: Kind?
  /// How it is shown and checked.
  public let metadata: CustomFieldMetadata?
  /// What can be chosen.
  public let choices: [CustomFieldChoice]?
  /// 1: dates are text, as they used to be; 2: they are dates.
  public let version: Int?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "custom_field_id"
    case label
    case name
    case kind = "type"
    case metadata
    case choices
    case version
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    label = container[.label]
    name = container[.name]
    kind = container[.kind]
    metadata = container[.metadata]
    choices = container.array(.choices)
    version = container[.version]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}
