public import ConstantContactCore

/// A choice of a custom field.
public struct CustomFieldChoice: APIModel {
  // The API has numbers and text; an update sends an ID back as it was.
  private var rawID: RawJSON?
  /// The field that the choice belongs to.
  public var fieldID: CustomFieldID?
  /// The label that users see, at most 255 characters.
  public var label: String?
  /// The position among the choices.
  public var displayOrder: Int?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The date of deletion; `nil` for a choice that is not deleted.
  public var deletedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a new choice.
  ///
  /// - Parameters:
  ///   - label: The label that users see, at most 255 characters.
  ///   - displayOrder: The position among the choices.
  public init(_ label: String, displayOrder: Int) {
    self.label = label
    self.displayOrder = displayOrder
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("choice_id", &rawID)
    mapper.map("custom_field_id", &fieldID, .readOnly)
    mapper.map("choice_label", &label)
    mapper.map("display_order", &displayOrder)
    mapper.map("created_at", &createdAt, .readOnly)
    mapper.map("updated_at", &updatedAt, .readOnly)
    mapper.map("deleted_at", &deletedAt, .readOnly)
  }

  /// The choice's ID, which contacts hold; `nil` for a new choice.
  public var id: CustomFieldChoiceID? {
    get {
      switch rawID {
      case .string(let text): CustomFieldChoiceID(text)
      case .integer(let number): CustomFieldChoiceID(String(number))
      default: nil
      }
    }
    set {
      // The contract says integer.
      rawID = newValue.map { id in
        Int64(id.rawValue).flatMap { String($0) == id.rawValue ? .integer($0) : nil } ?? .string(id.rawValue)
      }
    }
  }
}
