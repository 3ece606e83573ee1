public import ConstantContactCore

/// One of the choices of a custom field.
public struct CustomFieldChoice: Sendable, Hashable, Decodable {
  /// The choice's id: what a contact holds.
  public let id: CustomFieldChoiceID?
  /// The field it belongs to.
  public let fieldID: CustomFieldID?
  /// What people see, at most 255 characters.
  public let label: String?
  /// Its place among the choices.
  public let displayOrder: Int?
  /// When it was added.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// When it was taken away; `nil` while it is there.
  public let deletedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "choice_id"
    case fieldID = "custom_field_id"
    case label = "choice_label"
    case displayOrder = "display_order"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case deletedAt = "deleted_at"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    fieldID = container[.fieldID]
    label = container[.label]
    displayOrder = container[.displayOrder]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    deletedAt = container[.deletedAt]
  }
}
