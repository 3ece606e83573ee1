public import ConstantContactCore
public import ConstantContactTransport

/// A note on a contact, of which there are at most 150, newest first. Property `notes`.
public struct ContactNote: APIModel {
  /// The note's id; `nil` for a new one.
  public var id: ContactNoteID?
  /// When it was written.
  public var createdAt: Timestamp?
  /// What it says, at most 2,000 characters.
  public var content: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Makes a new note.
  public init(_ content: String) {
    id = nil
    createdAt = nil
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
  /// The id, without the content.
  public var description: String { "ContactNote(\(id?.rawValue ?? "new"))" }
}
