internal import ConstantContactCore

/// How the status of an item or a code is shown.
public struct EventStatusLabel: Sendable, Hashable, Decodable {
  /// The text.
  public let label: String?
  /// Its key.
  public let key: String?

  enum CodingKeys: String, CodingKey {
    case label
    case key = "label_key"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    label = container[.label]
    key = container[.key]
  }
}
