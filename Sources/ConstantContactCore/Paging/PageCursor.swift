internal import ConstantContactAuth
public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The start of a page: an opaque value to store and pass back, in this process or in another.
///
/// A cursor belongs to one operation and, where the operation is about one resource, to that resource; any other refuses it with
/// `invalidInput`. It is encoded as one string.
///
/// - Important: The string holds the API's link with the filters of the first request, perhaps an email address. Store it like
///   personal data. Printing a cursor shows nothing of it.
public struct PageCursor: Sendable, Hashable, Codable {
  /// How the page is requested.
  package enum Position: Sendable, Hashable, Codable {
    /// By a link that the API returned, which is sent back unchanged.
    case link(String)
    /// By the query of the first page, some of whose parameters are replaced.
    case parameters([Parameter])
  }

  /// A parameter of a query.
  package struct Parameter: Sendable, Hashable, Codable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The operation's name.
  package let operation: String
  /// The path values of the operation, such as the ID of a campaign.
  package let path: [String]
  package let position: Position

  package init(operation: String, path: [String] = [], position: Position) {
    self.operation = operation
    self.path = path
    self.position = position
  }

  /// Decodes a stored cursor.
  ///
  /// - Throws: `DecodingError` when the string is not a cursor, was damaged, or comes from an incompatible version of the library.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let cursor = Self.parse(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a page cursor, or damaged")
    }
    self = cursor
  }

  /// Encodes the cursor as one string.
  public func encode(to encoder: any Encoder) throws {
    let content = try JSONEncoder().encode(Content(operation: operation, path: path, position: position))
    var container = encoder.singleValueContainer()
    try container.encode(Base64URL.encode(Self.checksum(of: content) + content))
  }

  private struct Content: Codable {
    let operation: String
    let path: [String]
    let position: Position

    enum CodingKeys: String, CodingKey {
      case operation = "o"
      case path = "r"
      case position = "p"
    }
  }

  private static func parse(_ text: String) -> PageCursor? {
    guard let bytes = Base64URL.decode(text), bytes.count > 8 else { return nil }
    let data = Data(bytes.dropFirst(8))
    guard checksum(of: data).elementsEqual(bytes.prefix(8)), let content: Content = try? JSONCoding.decode(data) else {
      return nil
    }
    return PageCursor(operation: content.operation, path: content.path, position: content.position)
  }

  /// Returns a checksum (FNV-1a, 64 bits), which tells damage and foreign strings. It is no protection against forgery: a forged link
  /// is still followed to the configured host only.
  private static func checksum(of data: Data) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
  }
}

extension PageCursor: Redacting {
  /// The operation's name, without the position.
  public var description: String { "PageCursor(\(Redaction.isName(operation) ? operation : "<redacted>"))" }
}
