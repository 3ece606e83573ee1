public import ConstantContactCore
public import ConstantContactTransport

/// A note on a contact, of which there are at most 150, newest first. Property `notes`.
public struct ContactNote: Sendable, Hashable, Codable {
  /// The note's id; `nil` for a new one.
  public let id: ContactNoteID?
  /// When it was written.
  public let createdAt: Timestamp?
  /// What it says, at most 2,000 characters.
  public var content: String?

  /// Makes a new note.
  public init(_ content: String) {
    id = nil
    createdAt = nil
    self.content = content
  }

  enum CodingKeys: String, CodingKey {
    case id = "note_id"
    case createdAt = "created_at"
    case content
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    createdAt = container[.createdAt]
    content = container[.content]
  }
}

extension ContactNote: Redacting {
  /// The id, without the content.
  public var description: String { "ContactNote(\(id?.rawValue ?? "new"))" }
}
