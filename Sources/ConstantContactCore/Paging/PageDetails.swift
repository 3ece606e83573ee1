/// What a page says about itself and about the page before it. Nothing that a collection's end depends on.
package struct PageDetails: Sendable {
  /// The link to the page itself.
  package private(set) var selfLink: String?
  /// The link to the previous page.
  package private(set) var previousLink: String?
  /// The token of the previous page.
  package private(set) var previousToken: String?
  /// The number of elements in a page.
  package private(set) var size: Int?
  package private(set) var number: Int?
  package private(set) var numberOfPages: Int?

  package init() {}

  init(_ decoder: any Decoder, _ layout: PageLayout) {
    guard var container = try? LenientContainer(decoder, keyedBy: TextKey.self) else { return }
    let links: Links? = container[TextKey("_links")]
    (selfLink, previousLink) = (links?.own, links?.previous)
    if let token = layout.previous {
      let text: String? = container[TextKey(token.member)]
      previousToken = text?.isEmpty == false ? text : nil
    }
    guard case .number = layout.next, let page: Page = container[TextKey("page")] else { return }
    (size, number, numberOfPages) = (page.size, page.number, page.numberOfPages)
  }
}

private struct Links: Decodable {
  let own: String?
  let previous: String?

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    let links: (own: Link?, previous: Link?) = (container[TextKey("self")], container[TextKey("prev")])
    (own, previous) = (links.own?.href, links.previous?.href)
  }
}

private struct Link: Decodable {
  let href: String?

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    let text: String? = container[TextKey("href")]
    href = text?.isEmpty == false ? text : nil
  }
}

private struct Page: Decodable {
  let size: Int?
  let number: Int?
  let numberOfPages: Int?

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    size = container[TextKey("size")]
    number = container[TextKey("page")]
    numberOfPages = container[TextKey("total_pages")]
  }
}
