internal import ConstantContactTransport

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

  /// Whether the API is still computing the collection.
  var isProcessing: Bool { status == "processing" }

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
    try PageBody(JSONCoding.value(of: body), layout)
  }

  /// What a page says about itself and about the next one is read strictly: misread, it would end the collection too early.
  private init(_ node: JSONNode, _ layout: PageLayout) throws {
    details = PageDetails(node, layout)
    guard case .member(let key) = layout.items else {
      try readElements(node, at: [])
      return
    }
    guard var object = node.object else { throw node.mismatch([String: Any].self, at: []) }
    status = try object.strictText("status")?.text.lowercased()
    if let items = object.member(key), items.kind != .null {
      try readElements(items, at: [TextKey(key)])
    } else if !isProcessing {
      // Not to be mistaken for an empty page, from which "no contact has this address" would follow.
      throw DecodingError.keyNotFound(
        TextKey(key), DecodingError.Context(codingPath: [], debugDescription: "no array"))
    }
    if let name = layout.total { total = try object.wholeNumber(name) }
    link = try object.nextLink()
    switch layout.next {
    case .token(let member, _):
      let text = try object.strictText(member)?.text
      token = text?.isEmpty == false ? text : nil
    case .number: try readNumbers(&object)
    case .none, .link, .offset: break
    }
  }

  private mutating func readElements(_ node: JSONNode, at path: [any CodingKey]) throws {
    let items = try LenientArray<Element>(node, at: path)
    (elements, undecodable) = (items.elements, items.undecodable)
  }

  /// Reads the member `page` of collections whose pages are numbered.
  private mutating func readNumbers(_ object: inout JSONObject) throws {
    total = nil
    guard let node = object.member("page"), node.kind != .null else { return }
    guard var page = node.object else { throw node.mismatch([String: Any].self, at: [TextKey("page")]) }
    number = try page.wholeNumber("page")
    numberOfPages = try page.wholeNumber("total_pages")
    total = try page.wholeNumber("total_elements")
  }
}

extension JSONObject {
  /// Returns the link `_links.next.href`, or, as in the schema of tags, `_links.next.next.href`.
  ///
  /// Any level may be missing, null or empty: then there is no link. Anything else in its place is an error.
  fileprivate mutating func nextLink() throws -> String? {
    guard var links = try object("_links"), var next = try links.object("next") else { return nil }
    if let link = try next.link() { return link }
    var inner = try next.object("next")
    return try inner?.link()
  }

  private mutating func object(_ name: String) throws -> JSONObject? {
    guard let node = member(name), node.kind != .null else { return nil }
    // Some serializers write an empty object as an array.
    if node.kind == .array, node.count == 0 { return nil }
    guard let object = node.object else { throw node.mismatch([String: Any].self, at: [TextKey(name)]) }
    return object
  }

  private mutating func link() throws -> String? {
    guard let node = member("href"), node.kind != .null else { return nil }
    guard let link = node.text else { throw node.mismatch(String.self, at: [TextKey("href")]) }
    return link.isEmpty ? nil : link
  }
}
