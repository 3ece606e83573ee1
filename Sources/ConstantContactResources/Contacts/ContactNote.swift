public import ConstantContactCore
public import ConstantContactTransport

/// A note on a contact. A contact has at most 150, newest first. An element of `notes`.
public struct ContactNote: APIModel {
  /// The note's ID; `nil` for a new one.
  public var id: ContactNoteID?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The text, at most 2,000 characters.
  public var content: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a new note.
  public init(_ content: String) {
    self.content = content
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("note_id", &id)
    mapper.map("created_at", &createdAt)
    mapper.map("content", &content)
  }
}

extension ContactNote: Redacting {
  /// The ID, without the text.
  public var description: String { "ContactNote(\(id?.rawValue ?? "new"))" }
}
