internal import ConstantContactCore

/// A list to be created, or one being changed.
public struct ListDraft: Sendable, Hashable, Encodable {
  /// The name, 1 to 255 characters, unique in the account.
  public var name: String
  /// What the list is about.
  public var description: String?
  /// Whether the account's users marked it.
  public var isFavorite: Bool

  /// Makes a list.
  public init(name: String, description: String? = nil, isFavorite: Bool = false) {
    self.name = name
    self.description = description
    self.isFavorite = isFavorite
  }

  enum CodingKeys: String, CodingKey {
    case name
    case description
    case isFavorite = "favorite"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!name.isEmpty, "name", "is empty")
    try check.length("name", name, limit: 255)
  }
}
