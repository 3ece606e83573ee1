#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The decoded response of one page.
package struct PageBody<Element: Sendable>: Sendable {
  package var elements: [Element] = []
  package var undecodable: [UndecodableElement] = []
  /// What the page says about itself.
  package var details = PageDetails()
  /// The number of elements in all pages.
  package var total: Int?
  /// The member `status`, with which a collection that is still being computed says so.
  package var status: String?
  /// The link to the next page.
  package var link: String?
  /// The token of the next page.
  package var token: String?
  /// The number of this page and of all pages.
  package var number: Int?
  package var numberOfPages: Int?

  package init() {}

  /// Returns a page with one element made of the elements of this page.
  package func combined<Whole>(_ combine: ([Element]) throws -> Whole) rethrows -> PageBody<Whole> {
    var body = PageBody<Whole>()
    body.details = details
    body.elements = [try combine(elements)]
    (body.undecodable, body.total, body.status) = (undecodable, total, status)
    (body.link, body.token, body.number, body.numberOfPages) = (link, token, number, numberOfPages)
    return body
  }
}

extension PageBody where Element: Decodable {
  /// Decodes a response body. Elements that cannot be decoded are kept as raw JSON.
  ///
  /// - Throws: When the body is not JSON, or has something else in place of the array.
  package static func decode(_ body: Data, _ layout: PageLayout) throws -> PageBody {
    try (JSONCoding.decode(body, userInfo: [layoutKey: layout]) as Decoded<Element>).body
  }
}

private var layoutKey: CodingUserInfoKey {
  // Only an empty name yields nil.
  CodingUserInfoKey(rawValue: "ConstantContactCore.PageLayout").unsafelyUnwrapped
}

private struct Decoded<Element: Decodable & Sendable>: Decodable {
  var body = PageBody<Element>()

  init(from decoder: any Decoder) throws {
    let layout = decoder.userInfo[layoutKey] as? PageLayout ?? .array
    body.details = PageDetails(decoder, layout)
    guard case .member(let key) = layout.items else {
      let items = try LenientArray<Element>(from: decoder)
      (body.elements, body.undecodable) = (items.elements, items.undecodable)
      return
    }
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    let items: LenientArray<Element>? = container[TextKey(key)]
    if container.malformed.contains(key) {
      // Not to be mistaken for an empty page, from which "no contact has this address" would follow.
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [TextKey(key)], debugDescription: "not an array"))
    }
    body.elements = items?.elements ?? []
    body.undecodable = items?.undecodable ?? []
    body.status = container[TextKey("status")]
    if let total = layout.total { body.total = container[TextKey(total)] }
    let links: RawJSON? = container[TextKey("_links")]
    // Any level may be missing or null; the tags' schema has the link one level deeper.
    let next = links?["next"]
    body.link = Self.nonEmpty(next?["href"]?.text ?? next?["next"]?["href"]?.text)
    switch layout.next {
    case .token(let member, _): body.token = Self.nonEmpty(container[TextKey(member)])
    case .number:
      let page: PageNumbers? = container[TextKey("page")]
      (body.number, body.numberOfPages, body.total) = (page?.number, page?.numberOfPages, page?.total)
    case .none, .link, .offset: break
    }
  }

  private static func nonEmpty(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }
}

/// The member `page` of collections whose pages are numbered.
private struct PageNumbers: Decodable {
  let number: Int?
  let numberOfPages: Int?
  let total: Int?

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    number = container[TextKey("page")]
    numberOfPages = container[TextKey("total_pages")]
    total = container[TextKey("total_elements")]
  }
}
