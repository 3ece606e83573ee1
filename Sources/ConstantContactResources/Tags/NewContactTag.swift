internal import ConstantContactCore

/// A tag to create.
public struct NewContactTag: Sendable, Hashable, Codable {
  /// The name, 1 to 255 characters, unique in the account.
  public var name: String
  /// The origin of the tag, such as the name of an integration. It cannot be changed later.
  public var source: String?

  /// Creates a tag.
  ///
  /// - Parameters:
  ///   - name: The name, 1 to 255 characters, unique in the account.
  ///   - source: The origin of the tag, such as the name of an integration. It cannot be changed later.
  public init(name: String, source: String? = nil) {
    self.name = name
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case name
    case source = "tag_source"
  }
}
