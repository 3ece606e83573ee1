internal import ConstantContactCore

/// A custom field to be created.
public struct NewCustomField: Sendable, Hashable, Encodable {
  /// A choice to be created.
  public struct Choice: Sendable, Hashable, Encodable {
    /// What people see, at most 255 characters.
    public var label: String
    /// Its place among the choices.
    public var displayOrder: Int

    /// Makes a choice.
    public init(_ label: String, displayOrder: Int) {
      self.label = label
      self.displayOrder = displayOrder
    }

    enum CodingKeys: String, CodingKey {
      case label = "choice_label"
      case displayOrder = "display_order"
    }
  }

  /// The name people see, 1 to 50 characters.
  public var label: String
  /// What it holds; text by default. It cannot be changed later.
  public var kind: CustomField.Kind
  /// How it is shown and checked.
  public var metadata: CustomFieldMetadata?
  /// What can be chosen, at most 100, or 20 as check boxes or radio buttons.
  public var choices: [Choice]?
  /// 2 for dates that are dates; the service's default is 1.
  public var version: Int?

  /// Makes a field.
  public init(label: String, kind: CustomField.Kind = .string) {
    self.label = label
    self.kind = kind
  }

  enum CodingKeys: String, CodingKey {
    case label
    case kind = "type"
    case metadata
    case choices
    case version
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!label.isEmpty, "label", "is empty")
    try check.length("label", label, limit: 50)
    try check.length("type", kind.rawValue, limit: 20)
    let isBoxed = ["checkbox", "radio"].contains(metadata?.displayType)
    try check.count("choices", choices?.count, limit: isBoxed ? 20 : 100)
    for choice in choices ?? [] { try check.length("choices.choice_label", choice.label, limit: 255) }
  }
}
