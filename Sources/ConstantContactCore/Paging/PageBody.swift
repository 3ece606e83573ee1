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
    try (JSONCoding.decode(body, userInfo: [layoutKey: layout]) as Decoded<Element>).body
  }
}

private var layoutKey: CodingUserInfoKey {
  // Only an empty name yields nil.
  CodingUserInfoKey(rawValue: "ConstantContactCore.PageLayout").unsafelyUnwrapped
}

/// What a page says about itself and about the next one is read strictly: misread, it would end the collection too early.
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
    let container = try decoder.container(keyedBy: TextKey.self)
    body.status = try container.decodeIfPresent(LenientText.self, forKey: "status")?.text.lowercased()
    if let items = try container.decodeIfPresent(LenientArray<Element>.self, forKey: TextKey(key)) {
      (body.elements, body.undecodable) = (items.elements, items.undecodable)
    } else if !body.isProcessing {
      // Not to be mistaken for an empty page, from which "no contact has this address" would follow.
      throw DecodingError.keyNotFound(
        TextKey(key), DecodingError.Context(codingPath: [], debugDescription: "no array"))
    }
    if let total = layout.total { body.total = try container.wholeNumber(total) }
    body.link = try container.nextLink()
    switch layout.next {
    case .token(let member, _):
      let token = try container.decodeIfPresent(LenientText.self, forKey: TextKey(member))?.text
      body.token = token?.isEmpty == false ? token : nil
    case .number:
      let page = try container.decodeIfPresent(PageNumbers.self, forKey: "page")
      (body.number, body.numberOfPages, body.total) = (page?.number, page?.numberOfPages, page?.total)
    case .none, .link, .offset: break
    }
  }
}

/// The member `page` of collections whose pages are numbered.
private struct PageNumbers: Decodable {
  let number: Int?
  let numberOfPages: Int?
  let total: Int?

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: TextKey.self)
    number = try container.wholeNumber("page")
    numberOfPages = try container.wholeNumber("total_pages")
    total = try container.wholeNumber("total_elements")
  }
}

extension KeyedDecodingContainer<TextKey> {
  /// Decodes a whole number, or its text; `nil` when it is missing or null.
  fileprivate func wholeNumber(_ name: String) throws -> Int? {
    guard let text = try decodeIfPresent(LenientText.self, forKey: TextKey(name)) else { return nil }
    guard let number = text.wholeNumber else {
      throw DecodingError.dataCorruptedError(forKey: TextKey(name), in: self, debugDescription: "not a whole number")
    }
    return number
  }

  /// Returns the link `_links.next.href`, or, as in the schema of tags, `_links.next.next.href`.
  ///
  /// Any level may be missing, null or empty: then there is no link. Anything else in its place is an error.
  fileprivate func nextLink() throws -> String? {
    guard let links = try object("_links"), let next = try links.object("next") else { return nil }
    if let link = try next.link() { return link }
    return try next.object("next")?.link()
  }

  private func object(_ key: TextKey) throws -> KeyedDecodingContainer<TextKey>? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    // Some serializers write an empty object as an array.
    if let array = try? nestedUnkeyedContainer(forKey: key), array.isAtEnd { return nil }
    return try nestedContainer(keyedBy: TextKey.self, forKey: key)
  }

  private func link() throws -> String? {
    let link = try decodeIfPresent(String.self, forKey: "href")
    return link?.isEmpty == false ? link : nil
  }
}
