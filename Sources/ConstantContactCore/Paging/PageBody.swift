#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A collection's response: an array under some key, perhaps a count, perhaps a link to the next page.
package struct PageBody<Element: Decodable & Sendable>: Decodable, Sendable {
  package let page: PagedSequence<Element>.Page
  /// The member `status`, with which a collection that is still being computed says so.
  package let status: String?

  /// Reads a response body.
  package static func decode(_ body: Data, keys: PageKeys) throws -> PageBody {
    let decoder = JSONDecoder()
    decoder.userInfo[PageKeys.userInfoKey] = keys
    return try decoder.decode(PageBody.self, from: body)
  }

  package init(from decoder: any Decoder) throws {
    let keys = decoder.userInfo[PageKeys.userInfoKey] as? PageKeys ?? PageKeys(items: "items", total: nil)
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    let items: LenientArray<Element>? = container[TextKey(keys.items)]
    if container.malformed.contains(keys.items) {
      // Not to be mistaken for an empty page: "nobody has this address" would follow from it.
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [TextKey(keys.items)], debugDescription: "not an array"))
    }
    let links: JSONValue? = container[TextKey("_links")]
    let total: Int? = if let key = keys.total { container[TextKey(key)] } else { nil }
    page = PagedSequence<Element>.Page(
      elements: items?.elements ?? [],
      undecodable: items?.undecodable ?? [],
      next: Self.nextLink(links).map(PageCursor.init(link:)),
      total: total
    )
    status = container[TextKey("status")]
  }

  /// The link may be missing or null at any level; the tags' schema hides it one level deeper.
  private static func nextLink(_ links: JSONValue?) -> String? {
    let next = links?["next"]
    let text = next?["href"]?.text ?? next?["next"]?["href"]?.text
    return text?.isEmpty == false ? text : nil
  }
}

/// The keys of one collection's response.
package struct PageKeys: Sendable {
  package let items: String
  package let total: String?

  package init(items: String, total: String?) {
    self.items = items
    self.total = total
  }

  static var userInfoKey: CodingUserInfoKey {
    // Only an empty name yields nil.
    CodingUserInfoKey(rawValue: "ConstantContactCore.PageKeys").unsafelyUnwrapped
  }
}
