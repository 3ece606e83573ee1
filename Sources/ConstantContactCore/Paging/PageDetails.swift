internal import ConstantContactTransport

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

  init(_ node: JSONNode, _ layout: PageLayout) {
    guard var object = node.object else { return }
    if var links = object.member("_links")?.object {
      (selfLink, previousLink) = (Self.link(&links, "self"), Self.link(&links, "prev"))
    }
    if let token = layout.previous {
      let text = object.lenientText(token.member)?.text
      previousToken = text?.isEmpty == false ? text : nil
    }
    guard case .number = layout.next, var page = object.member("page")?.object else { return }
    size = page.lenientText("size")?.wholeNumber
    number = page.lenientText("page")?.wholeNumber
    numberOfPages = page.lenientText("total_pages")?.wholeNumber
  }

  private static func link(_ links: inout JSONObject, _ name: String) -> String? {
    var link = links.member(name)?.object
    let text = link?.lenientText("href")?.text
    return text?.isEmpty == false ? text : nil
  }
}
