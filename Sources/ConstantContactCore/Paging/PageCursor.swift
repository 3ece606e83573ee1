public import ConstantContactTransport

/// Where a page begins: opaque, to be stored and handed back, in this process or in another.
///
/// It holds the service's own link and sends it back untouched. The link carries the filters of the first request, among
/// them perhaps an e-mail address, so printing the cursor shows nothing of it.
public struct PageCursor: Sendable, Hashable, Codable {
  package let link: String

  package init(link: String) { self.link = link }

  /// Decodes a cursor that was stored.
  public init(from decoder: any Decoder) throws {
    link = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the cursor as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(link)
  }
}

extension PageCursor: Redacting {
  /// Nothing of the link.
  public var description: String { "PageCursor" }
}
