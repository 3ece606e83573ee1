internal import ConstantContactCore

/// A list to create, or the values of a list that an update changes.
public struct ListDraft: Sendable, Hashable, Codable {
  /// The name, 1 to 255 characters, unique in the account.
  public var name: String
  /// The description.
  public var description: String?
  /// Whether the list is marked as a favorite. `nil` is not sent.
  public var isFavorite: Bool?

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - name: The name, 1 to 255 characters, unique in the account.
  ///   - description: The description.
  ///   - isFavorite: Whether the list is marked as a favorite.
  public init(name: String, description: String? = nil, isFavorite: Bool? = false) {
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
