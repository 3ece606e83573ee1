internal import ConstantContactCore
internal import ConstantContactTransport

/// Reads a page of hashtag groups. Pages go by number, from 0.
struct HashtagPage: Decodable {
  private let number: Int?
  private let totalPages: Int?
  private let totalElements: Int?

  private enum CodingKeys: String, CodingKey {
    case number = "page"
    case totalPages = "total_pages"
    case totalElements = "total_elements"
  }

  private struct Body: Decodable {
    let page: HashtagPage?

    enum CodingKeys: String, CodingKey {
      case page
    }

    init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      page = container[.page]
    }
  }

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    number = container[.number]
    totalPages = container[.totalPages]
    totalElements = container[.totalElements]
  }

  /// The groups on the page that was asked for, and the number of the next one as the cursor.
  static func decode(_ response: TransportResponse, asked: Int) throws -> PagedSequence<HashtagGroup>.Page {
    let keys = PageKeys(items: "hashtag_groups", total: nil)
    let page = try PageBody<HashtagGroup>.decode(response.body, keys: keys).page
    let metadata = (try JSONCoding.decode(response.body) as Body).page
    // A service that answers with another page than was asked for would be paged through without end.
    let isThatPage = metadata?.number ?? asked == asked
    let isLast = page.next == nil && asked + 1 >= metadata?.totalPages ?? 0
    let isEmpty = page.elements.isEmpty && page.undecodable.isEmpty
    return PagedSequence.Page(
      elements: page.elements,
      undecodable: page.undecodable,
      next: isThatPage && !isLast && !isEmpty ? PageCursor(link: String(asked + 1)) : nil,
      total: metadata?.totalElements)
  }
}
