internal import ConstantContactCore

/// A custom field being changed: its label and its choices.
public struct CustomFieldDraft: Sendable, Hashable, Encodable {
  /// A choice.
  public struct Choice: Sendable, Hashable, Encodable {
    /// The choice's id; `nil` for a new one.
    public var id: CustomFieldChoiceID?
    /// What people see, at most 255 characters.
    public var label: String?
    /// Its place among the choices.
    public var displayOrder: Int?

    /// Makes a new choice.
    public init(_ label: String, displayOrder: Int) {
      self.label = label
      self.displayOrder = displayOrder
    }

    init(_ choice: CustomFieldChoice) {
      id = choice.id
      label = choice.label
      displayOrder = choice.displayOrder
    }

    enum CodingKeys: String, CodingKey {
      case id = "choice_id"
      case label = "choice_label"
      case displayOrder = "display_order"
    }

    /// Encodes the id as a number where it is one, as the contract wants it.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      if let id {
        if let number = Int(id.rawValue) {
          try container.encode(number, forKey: .id)
        } else {
          try container.encode(id, forKey: .id)
        }
      }
      try container.encodeIfPresent(label, forKey: .label)
      try container.encodeIfPresent(displayOrder, forKey: .displayOrder)
    }
  }

  /// The name people see, 1 to 50 characters.
  public var label: String?
  /// What can be chosen, at most 100; `nil` for a field without choices.
  public var choices: [Choice]?

  init(_ field: CustomField) {
    label = field.label
    choices = field.choices.flatMap { choices in
      choices.isEmpty ? nil : choices.filter { $0.deletedAt == nil }.map(Choice.init)
    }
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(label?.isEmpty == false, "label", "is empty")
    try check.length("label", label, limit: 50)
    try check.count("choices", choices?.count, limit: 100)
    for choice in choices ?? [] { try check.length("choices.choice_label", choice.label, limit: 255) }
  }
}
