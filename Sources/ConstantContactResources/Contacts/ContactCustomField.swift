internal import ConstantContactCore
public import ConstantContactTransport

/// The value of a custom field on a contact. Property `custom_fields`.
public struct ContactCustomField: Sendable, Hashable, Codable {
  /// Which field.
  public var id: CustomFieldID
  /// The value, at most 255 characters. A field with choices may have none.
  public var value: String?
  /// The chosen ones, for a field with choices.
  public var choiceIDs: [CustomFieldChoiceID]?

  let malformed: Set<String>

  /// Makes a value.
  public init(_ id: CustomFieldID, value: String? = nil, choiceIDs: [CustomFieldChoiceID]? = nil) {
    self.id = id
    self.value = value
    self.choiceIDs = choiceIDs
    malformed = []
  }

  enum CodingKeys: String, CodingKey {
    case id = "custom_field_id"
    case value
    case choiceIDs = "choice_ids"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    value = container[.value]
    choiceIDs = container.array(.choiceIDs)
    malformed = container.malformed
  }

  /// Encodes what the service lets a caller set.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encodeIfPresent(value, forKey: .value)
    try container.encodeIfPresent(choiceIDs, forKey: .choiceIDs)
  }
}

extension ContactCustomField: Redacting {
  /// The field, without the value.
  public var description: String { "ContactCustomField(\(id))" }
}
